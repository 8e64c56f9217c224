import { foldedSpellings } from './fold-name.ts'
import { letterBits } from './typing-errors.ts'

/** A country counts as a city of 600,000, a region as one of 60,000: called by name rather than found by first letters. */
const weightOf = { country: 5.8, region: 4.8 }

type Around = { name: string; keys: string[] }

/** What the search goes through: all spellings of all names in one text, each with the place it belongs to. */
export function placeTables(lines: readonly string[]) {
  /** Where each name begins in the text, whose it is, which letters it has. */
  const [names, rows, bits]: [number[], number[], number[]] = [[], [], []]
  /** Where the names of a place in its own language end, by row. */
  const ownEnds = new Int32Array(lines.length)
  const weights = new Float64Array(lines.length)
  const lngLats = new Float32Array(2 * lines.length)
  const countries = new Map<string, Around>()
  const regions = new Map<string, Around>()
  const keys: string[] = ['|']
  let length = 1
  const add = (row: number, spellings: Iterable<string>) => {
    for (const spelling of spellings) {
      names.push(length)
      rows.push(row)
      bits.push(letterBits(spelling))
      keys.push(spelling, '|')
      length += spelling.length + 1
    }
  }
  for (const [row, line] of lines.entries()) {
    const [name = '', others = '', code = '', region = '', lng, lat, population, box] = line.split('\t')
    const own = new Set(foldedSpellings(name))
    const other = new Set(others === '' ? [] : others.split('|').flatMap(foldedSpellings))
    for (const spelling of own) other.delete(spelling)
    add(row, own)
    ownEnds[row] = length
    add(row, other)
    if (box && region === '') countries.set(code, { name, keys: [...own, ...other] })
    else if (box) regions.set(`${code}.${region}`, { name, keys: [...own] })
    weights[row] = !box ? Math.log10(Number(population) + 1) : region === '' ? weightOf.country : weightOf.region
    lngLats.set([Number(lng) / 1000, Number(lat) / 1000], 2 * row)
  }
  return {
    haystack: keys.join(''),
    names: Int32Array.from(names),
    rows: Int32Array.from(rows),
    bits: Int32Array.from(bits),
    ownEnds,
    weights,
    lngLats,
    countries,
    regions,
  }
}
