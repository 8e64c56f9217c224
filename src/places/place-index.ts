import type { Bbox } from '#src/geo/bbox.ts'
import { foldedSpellings, foldName } from './fold-name.ts'
import { mostNearness, nearness, type View } from './nearness.ts'
import { placeTables } from './place-tables.ts'
import { countBits, errorsIn, letterBits, mostErrors } from './typing-errors.ts'

/** A place of the gazetteer. */
export type Place = {
  name: string
  /** The other name it was found by, as Wien for Vienna. */
  alsoKnownAs?: string
  /** ISO 3166-1, two letters. */
  countryCode: string
  country: string
  /** The state, province or district that it lies in; empty where the gazetteer knows none. */
  region: string
  lngLat: [lng: number, lat: number]
  /** 0 for a country or a region. */
  population: number
  /** Of a country or a region. */
  bbox?: Bbox
}

export type PlaceIndex = { find: (query: string, most: number, view?: View) => Place[] }

/** Worth of a match beside the decimal logarithm of the inhabitants: York before New York. */
const worth = {
  ownName: { whole: 2.5, start: 1, word: 0.5, inside: 0 },
  /** A name in another language is typed whole, or else hardly meant. */
  otherName: { whole: 1.8, start: -0.3, word: -1, inside: -2 },
  /** Each letter that is wrong. */
  error: -1.6,
}
type Fit = keyof typeof worth.ownName

type Hit = { row: number; score: number; /** Where in the names. */ at: number }

/**
 * Finds places by any of their names, accents or not, also with letters wrong. A line is a place: name, other names parted by
 * `|`, country, region, longitude and latitude in thousandths of a degree, inhabitants; with a box behind, it is the region
 * of that code, or without a code the country. All parted by tabs.
 */
export function createPlaceIndex(text: string): PlaceIndex {
  const lines = text.split('\n').filter(Boolean)
  const { names, rows, bits, haystack, ownEnds, weights, lngLats, countries, regions } = placeTables(lines)

  const fieldsOf = (row: number) => {
    const [name = '', others = '', code = '', region = '', lng = '', lat = '', population = '', box] =
      lines[row]!.split('\t')
    return { name, others: others.split('|'), code, region, lng: Number(lng), lat: Number(lat), population, box }
  }
  const placeOf = ({ row, at }: Hit): Place => {
    const { name, others, code, region, lng, lat, population, box } = fieldsOf(row)
    const found = haystack.slice(haystack.lastIndexOf('|', at) + 1, haystack.indexOf('|', at))
    // "Neustadt in Holstein (Neustadt)" would say nothing.
    const isOther = at >= ownEnds[row]! && !foldName(name).includes(found)
    const other = isOther ? others.find((each) => foldedSpellings(each).includes(found)) : undefined
    const isRegion = box !== undefined && region !== ''
    return {
      name,
      ...(other && { alsoKnownAs: other }),
      countryCode: code,
      country: countries.get(code)?.name ?? code,
      region: isRegion ? '' : regionOf(name, regions.get(`${code}.${region}`)?.name),
      lngLat: [lng / 1000, lat / 1000],
      population: Number(population),
      ...(box && { bbox: box.split(',').map(Number) as Bbox }),
    }
  }
  const isWithin = (row: number, whereabouts: string) => {
    const { code, region } = fieldsOf(row)
    if (code.toLowerCase() === whereabouts || region.toLowerCase() === whereabouts) return true
    const most = mostErrors(whereabouts.length)
    const keys = [countries.get(code), regions.get(`${code}.${region}`)].flatMap((around) => around?.keys ?? [])
    return keys.some((key) => errorsIn(whereabouts, key, most).start <= most)
  }
  const scoreOf = (row: number, at: number, fit: Fit, view: View | undefined) => {
    const near = view ? nearness(view, lngLats[2 * row]!, lngLats[2 * row + 1]!) : 0
    return weights[row]! + near + worth[at < ownEnds[row]! ? 'ownName' : 'otherName'][fit]
  }

  const exactHits = (wanted: string, view: View | undefined): Hit[] => {
    const best = new Map<number, Hit>()
    // A letter or two are in every name: they have to begin it.
    const needle = wanted.length < 3 ? `|${wanted}` : wanted
    let name = 0
    for (let found = haystack.indexOf(needle); found !== -1; found = haystack.indexOf(needle, found + 1)) {
      const at = needle === wanted ? found : found + 1
      while (name + 1 < names.length && names[name + 1]! <= at) name++
      const row = rows[name]!
      const [before, behind] = [haystack[at - 1], haystack[at + wanted.length]]
      const fit = before === '|' ? (behind === '|' ? 'whole' : 'start') : before === ' ' ? 'word' : 'inside'
      const score = scoreOf(row, at, fit, view)
      if (score > (best.get(row)?.score ?? -Infinity)) best.set(row, { row, score, at })
    }
    return [...best.values()]
  }
  /** Only those worth more than `floor`. */
  const inexactHits = (wanted: string, floor: number, view: View | undefined): Hit[] => {
    const most = mostErrors(wanted.length)
    if (most === 0) return []
    const leastWeight = floor - (worth.ownName.whole + worth.error) - (view ? mostNearness : 0)
    const wantedBits = letterBits(wanted)
    const best = new Map<number, Hit>()
    for (let i = 0; i < names.length; i++) {
      const at = names[i]!
      if (weights[rows[i]!]! < leastWeight) continue
      if (countBits(wantedBits & ~bits[i]!) > most) continue
      // Who mistypes gets one of the first two letters right.
      const isNear = haystack[at] === wanted[0] || haystack[at] === wanted[1] || haystack[at + 1] === wanted[0]
      if (!isNear) continue
      const end = (names[i + 1] ?? haystack.length + 1) - 1
      const { whole, start } = errorsIn(wanted, haystack.slice(at, Math.min(end, at + wanted.length + most + 1)), most)
      const [fit, errors] = whole === start ? (['whole', whole] as const) : (['start', start] as const)
      if (errors > most) continue
      const row = rows[i]!
      const score = scoreOf(row, at, fit, view) + errors * worth.error
      if (score > (best.get(row)?.score ?? floor)) best.set(row, { row, score, at })
    }
    return [...best.values()]
  }
  const within = (hits: Hit[], whereabouts: string) =>
    whereabouts === '' ? hits : hits.filter(({ row }) => isWithin(row, whereabouts))

  const hitsOf = (wanted: string, whereabouts: string, view: View | undefined): Hit[] => {
    const exact = within(exactHits(wanted, view), whereabouts)
    const words = wanted.split(' ')
    // "Paris Texas": the last words may say where.
    for (let head = words.length - 1; head > 0 && exact.length === 0 && whereabouts === ''; head--) {
      exact.push(...within(exactHits(words.slice(0, head).join(' '), view), words.slice(head).join(' ')))
    }
    // What is written rightly and is worth more than any guess leaves no room for guesses.
    const best = exact.reduce((most, { score }) => Math.max(most, score), -Infinity)
    const guesses = within(inexactHits(wanted, best, view), whereabouts)
    const guessed = new Set(guesses.map(({ row }) => row))
    return [...exact.filter(({ row }) => !guessed.has(row)), ...guesses]
  }
  return {
    find: (query, most, view) => {
      // "Vienna, US": what stands behind the comma says where.
      const [first = '', ...rest] = query.split(',')
      const [wanted, whereabouts] = [foldName(first), foldName(rest.join(' '))]
      if (wanted === '') return []
      return hitsOf(wanted, whereabouts, view)
        .toSorted((a, b) => b.score - a.score)
        .slice(0, most)
        .map(placeOf)
    },
  }
}

/** None that only says the town again: Berlin, State of Berlin. */
function regionOf(town: string, region = ''): string {
  return ` ${foldName(region)} `.includes(` ${foldName(town)} `) ? '' : region
}
