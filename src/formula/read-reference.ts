import type { BandReference, Role } from './tree.ts'

export const roles: ReadonlySet<Role> = new Set<Role>(['blue', 'green', 'red', 'rededge', 'nir', 'swir16', 'swir22'])

// No band is called so, and a careless consumer that looks names up in a plain object must not find these there.
const neverBands = new Set(['constructor', 'prototype', 'hasownproperty', 'valueof', 'tostring'])

const shortestNm = 250
const longestNm = 15_000

/** Reads a name as what it asks for: `R854` a wavelength, `R850` with `toNm` 870 a range, `nir` a role, else a band's name. */
export function readReference(
  text: string,
  toNm?: number,
): { ok: true; reference: BandReference } | { ok: false; message: string } {
  const lower = text.toLowerCase()
  if (/^r\d/.test(lower)) {
    const fromNm = Number(text.slice(1))
    if (Number.isNaN(fromNm)) return { ok: true, reference: { by: 'name', name: text } }
    for (const nm of toNm === undefined ? [fromNm] : [fromNm, toNm]) {
      if (!(nm >= shortestNm && nm <= longestNm)) {
        return { ok: false, message: `${nm} is not a wavelength in nm (${shortestNm} to ${longestNm}), as in R854` }
      }
    }
    if (toNm === undefined) return { ok: true, reference: { by: 'wavelength', wavelengthNm: fromNm } }
    if (toNm <= fromNm) return { ok: false, message: `The range R${fromNm}:${toNm} must go from short to long waves` }
    return { ok: true, reference: { by: 'range', fromNm, toNm } }
  }
  if (roles.has(lower as Role)) return { ok: true, reference: { by: 'role', role: lower as Role } }
  if (lower.startsWith('_') || neverBands.has(lower)) return { ok: false, message: `"${text}" is not a band` }
  return { ok: true, reference: { by: 'name', name: text } }
}

/** Whether a formula can call a band so: one word, no number of the language, no name of a JavaScript object's own. */
export function isBandName(text: string): boolean {
  if (!/^[A-Za-z_]\w*$/.test(text) || text === 'pi' || text === 'e') return false
  const read = readReference(text)
  return read.ok && read.reference.by !== 'wavelength'
}
