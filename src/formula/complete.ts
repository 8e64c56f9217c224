import type { BandTable } from './bands.ts'
import { resolveBands } from './bands.ts'
import { functionArity } from './functions.ts'
import { roles } from './read-reference.ts'

/** What could stand at a place of a formula: `insert` replaces the text from `start` to `end`, `caret` characters into it the hand goes on. */
export type Completion = { insert: string; caret: number; meaning: string }
export type Completions = { start: number; end: number; options: Completion[] }

const atMost = 40

/**
 * What the word before the caret could become: bands by name, wavelength or role, and functions, the likeliest first.
 * Nothing when the word is already whole, or when there is none, unless `isAsked` for.
 */
export function completeFormula(text: string, caret: number, bands: BandTable, isAsked = false): Completions {
  const [word = ''] = /[A-Za-z_][\w.]*$/.exec(text.slice(0, caret)) ?? []
  const start = caret - word.length
  const [rest = ''] = /^\w*/.exec(text.slice(caret)) ?? []
  const none = { start, end: caret, options: [] }
  // In the middle of a word, or right behind a number, nothing is being begun.
  if (rest !== '' || (word === '' && !isAsked) || /[\d.]$/.test(text.slice(0, start))) return none
  const lower = word.toLowerCase()
  const wanted = [
    ...rolesLike(lower, bands),
    ...functionsLike(lower),
    ...wavelengthsLike(word, bands),
    ...bandsLike(lower, bands),
  ]
  if (!isAsked && wanted.some(({ insert }) => insert.toLowerCase() === lower)) return none
  return { start, end: caret, options: wanted.slice(0, atMost) }
}

function rolesLike(lower: string, bands: BandTable): Completion[] {
  return [...roles].flatMap((role) => {
    if (!role.startsWith(lower)) return []
    const found = resolveBands({ by: 'role', role }, role, bands)
    return found.ok ? [whole(role, describeBands(found.indices, bands))] : []
  })
}

function functionsLike(lower: string): Completion[] {
  return [...functionArity.values()].flatMap(({ name, usage }) =>
    name.startsWith(lower) ? [{ insert: `${name}()`, caret: name.length + 1, meaning: usage }] : [],
  )
}

/** `R85` lists the bands from 850 to 859 nm, and those whose wavelength goes on so. */
function wavelengthsLike(word: string, bands: BandTable): Completion[] {
  const [, digits] = /^[Rr](\d*)$/.exec(word) ?? []
  if (digits === undefined) return []
  return bands.flatMap(({ name, wavelengthNm }) => {
    const nm = String(Math.round(wavelengthNm ?? NaN))
    return wavelengthNm !== undefined && nm.startsWith(digits)
      ? [whole(`R${nm}`, `${name}, ${wavelength(wavelengthNm)}`)]
      : []
  })
}

function bandsLike(lower: string, bands: BandTable): Completion[] {
  return bands.flatMap(({ name, wavelengthNm }) =>
    name.toLowerCase().startsWith(lower)
      ? [whole(name, wavelengthNm === undefined ? 'band' : wavelength(wavelengthNm))]
      : [],
  )
}

function whole(insert: string, meaning: string): Completion {
  return { insert, caret: insert.length, meaning }
}

/** Which bands a reference means, for people: "B118, 853.7 nm", "12 bands, B052 to B063". */
export function describeBands(indices: readonly number[], bands: BandTable): string {
  const [first, last] = [bands[indices[0] ?? -1], bands[indices.at(-1) ?? -1]]
  if (!first || !last) return ''
  if (indices.length > 1) return `mean of ${indices.length} bands, ${first.name} to ${last.name}`
  return first.wavelengthNm === undefined ? first.name : `${first.name}, ${wavelength(first.wavelengthNm)}`
}

function wavelength(nm: number): string {
  return `${Number(nm.toFixed(1))} nm`
}
