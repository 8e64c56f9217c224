import type { Bbox } from '#src/geo/bbox.ts'
import { foldedSpellings, foldName } from './fold-name.ts'

/** A place of the gazetteer. */
export type Place = {
  name: string
  /** The other name it was found by, as Wien for Vienna. */
  alsoKnownAs?: string
  /** ISO 3166-1, two letters. */
  countryCode: string
  country: string
  /** The state, where the gazetteer has one in letters, as VA in the United States. */
  region: string
  lngLat: [lng: number, lat: number]
  /** 0 for a country. */
  population: number
  /** Of a country. */
  bbox?: Bbox
}

export type PlaceIndex = { find: (query: string, most: number) => Place[] }

/** Worth of a match beside the decimal logarithm of the inhabitants: York before New York. */
const worth = { whole: 2.5, start: 1, word: 0.5, inside: 0 }
/** A country counts as a city of 600,000: it is called by its name rather than found by its first letters. */
const countryWeight = 5.8

/**
 * Finds places by any of their names, accents or not. A line is a place: name, other names parted by `|`, country, region,
 * longitude and latitude in thousandths of a degree, inhabitants, and for a country its box; parted by tabs.
 */
export function createPlaceIndex(text: string): PlaceIndex {
  const lines = text.split('\n').filter(Boolean)
  const weights = new Float64Array(lines.length)
  const starts = new Int32Array(lines.length)
  const keys: string[] = []
  const countries = new Map<string, { name: string; keys: string[] }>()
  let length = 0
  for (const [row, line] of lines.entries()) {
    const [name = '', others = '', code = '', , , , population = '0', box] = line.split('\t')
    const names = [name, ...others.split('|').filter(Boolean)]
    const spellings = [...new Set(names.flatMap(foldedSpellings))]
    const key = `|${spellings.join('|')}|`
    if (box) countries.set(code, { name, keys: spellings })
    weights[row] = box ? countryWeight : Math.log10(Number(population) + 1)
    starts[row] = length
    keys.push(key)
    length += key.length
  }
  const haystack = keys.join('')

  const rowAt = (position: number) => {
    let [low, high] = [0, lines.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (starts[middle]! <= position) low = middle
      else high = middle - 1
    }
    return low
  }
  const placeOf = (row: number, found: string): Place => {
    const [name = '', others = '', code = '', region = '', lng = '', lat = '', population = '', box] =
      lines[row]!.split('\t')
    const isFound = (each: string) => foldedSpellings(each).some((spelling) => spelling.includes(found))
    const other = isFound(name) ? undefined : others.split('|').find(isFound)
    return {
      name,
      ...(other && { alsoKnownAs: other }),
      countryCode: code,
      country: countries.get(code)?.name ?? code,
      region,
      lngLat: [Number(lng) / 1000, Number(lat) / 1000],
      population: Number(population),
      ...(box && { bbox: box.split(',').map(Number) as Bbox }),
    }
  }
  const isWithin = (row: number, whereabouts: string) => {
    const [, , code = '', region = ''] = lines[row]!.split('\t')
    return (
      code.toLowerCase() === whereabouts ||
      region.toLowerCase() === whereabouts ||
      (countries.get(code)?.keys.some((key) => key.startsWith(whereabouts)) ?? false)
    )
  }

  return {
    find: (query, most) => {
      // "Vienna, US": what stands behind the comma says where.
      const [first = '', ...rest] = query.split(',')
      const [wanted, whereabouts] = [foldName(first), foldName(rest.join(' '))]
      if (wanted === '') return []
      const scores = new Map<number, number>()
      // A letter or two are in every name: they have to begin it.
      const needle = wanted.length < 3 ? `|${wanted}` : wanted
      for (let at = haystack.indexOf(needle); at !== -1; at = haystack.indexOf(needle, at + 1)) {
        const from = needle === wanted ? at : at + 1
        const row = rowAt(from)
        const [before, behind] = [haystack[from - 1], haystack[from + wanted.length]]
        const fit = before === '|' ? (behind === '|' ? 'whole' : 'start') : before === ' ' ? 'word' : 'inside'
        const score = weights[row]! + worth[fit]
        if (score > (scores.get(row) ?? -1)) scores.set(row, score)
      }
      return [...scores]
        .filter(([row]) => whereabouts === '' || isWithin(row, whereabouts))
        .toSorted((a, b) => b[1] - a[1])
        .slice(0, most)
        .map(([row]) => placeOf(row, wanted))
    },
  }
}
