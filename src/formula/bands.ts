import type { BandReference, Role } from './tree.ts'

/** A sensor's bands in the order of its pixels. Wavelengths in nm; what is unknown is left out. */
export type BandTable = readonly Band[]
export type Band = { name: string; wavelengthNm?: number; fwhmNm?: number; commonName?: string }

/** A band stands in for a wavelength if its centre is this near, or if the wavelength lies within half its width. */
export const toleranceNm = 15

// Centres are those Pixxel's own formulas use (near infrared at 854 nm, red at 672, green at 542, blue at 500);
// the windows say what still counts as that colour.
const roleWindows: Record<Role, { centreNm: number; fromNm: number; toNm: number; label: string }> = {
  blue: { centreNm: 500, fromNm: 440, toNm: 520, label: 'blue' },
  green: { centreNm: 542, fromNm: 520, toNm: 600, label: 'green' },
  red: { centreNm: 672, fromNm: 620, toNm: 700, label: 'red' },
  rededge: { centreNm: 705, fromNm: 690, toNm: 760, label: 'red-edge' },
  nir: { centreNm: 854, fromNm: 760, toNm: 920, label: 'near-infrared' },
  swir16: { centreNm: 1610, fromNm: 1500, toNm: 1750, label: 'shortwave-infrared (1.6 µm)' },
  swir22: { centreNm: 2200, fromNm: 2050, toNm: 2400, label: 'shortwave-infrared (2.2 µm)' },
}

// Several Sentinel-2 bands fit one role, and the API's satellite list gives no common names to choose by.
const sentinel2Roles: Record<Role, string> = {
  blue: 'B02',
  green: 'B03',
  red: 'B04',
  rededge: 'B05',
  nir: 'B08',
  swir16: 'B11',
  swir22: 'B12',
}

const roleAliases: Partial<Record<Role, string[]>> = { nir: ['nir08'], rededge: ['rededge071', 'rededge1'] }

export type ResolvedBands = { ok: true; indices: number[] } | { ok: false; message: string }

/**
 * Which band (for a range: which bands) of this sensor a reference means. When there is none, the message says why and
 * what is nearest.
 */
export function resolveBands(reference: BandReference, text: string, bands: BandTable): ResolvedBands {
  // A sensor may have a band of exactly this name, whatever else the text could mean ("red" on Landsat).
  const named = indexByName(text, bands)
  if (named !== undefined) return { ok: true, indices: [named] }
  switch (reference.by) {
    case 'name':
      return byCommonName(reference.name, bands) ?? { ok: false, message: unknownName(reference.name, bands) }
    case 'role':
      return byRole(reference.role, bands)
    case 'wavelength':
      return byWavelength(reference.wavelengthNm, bands)
    case 'range': {
      const { fromNm, toNm } = reference
      const indices = bands.flatMap(({ wavelengthNm: nm }, i) => (nm && nm >= fromNm && nm <= toNm ? [i] : []))
      if (indices.length > 0) return { ok: true, indices }
      const message = `No band has its centre between ${fromNm} and ${toNm} nm${nearestTo((fromNm + toNm) / 2, bands)}`
      return { ok: false, message }
    }
  }
}

/** Wavelengths come in micrometres (0.443) or nanometres (443), even within one service: brings either to nm. */
export function wavelengthToNm(wavelength: number): number {
  return wavelength < 20 ? wavelength * 1000 : wavelength
}

function indexByName(name: string, bands: BandTable): number | undefined {
  const exact = bands.findIndex((band) => band.name === name)
  if (exact >= 0) return exact
  const lower = name.toLowerCase()
  const loose = bands.flatMap((band, i) => (band.name.toLowerCase() === lower ? [i] : []))
  return loose.length === 1 ? loose[0] : undefined
}

function byCommonName(name: string, bands: BandTable, centreNm?: number): ResolvedBands | undefined {
  const lower = name.toLowerCase()
  const indices = bands.flatMap((band, i) => (band.commonName?.toLowerCase() === lower ? [i] : []))
  if (indices.length === 0) return undefined
  // A hyperspectral sensor calls dozens of its bands "red": take the one nearest to the colour's usual centre.
  const distance = (i: number) => Math.abs((bands[i]?.wavelengthNm ?? Infinity) - (centreNm ?? 0))
  const best = centreNm === undefined ? indices[0] : indices.toSorted((a, b) => distance(a) - distance(b))[0]
  return best === undefined ? undefined : { ok: true, indices: [best] }
}

function byRole(role: Role, bands: BandTable): ResolvedBands {
  const { centreNm, fromNm, toNm, label } = roleWindows[role]
  for (const name of [role, ...(roleAliases[role] ?? [])]) {
    const found = byCommonName(name, bands, centreNm)
    if (found) return found
    const index = indexByName(name, bands)
    if (index !== undefined) return { ok: true, indices: [index] }
  }
  if (bands.length <= 13 && indexByName('B8A', bands) !== undefined) {
    const index = indexByName(sentinel2Roles[role], bands)
    if (index !== undefined) return { ok: true, indices: [index] }
  }
  const index = nearestIndex(centreNm, bands)
  const nm = bands[index]?.wavelengthNm
  if (nm !== undefined && nm >= fromNm && nm <= toNm) return { ok: true, indices: [index] }
  return {
    ok: false,
    message: `This sensor has no ${label} band (${fromNm} to ${toNm} nm)${nearestTo(centreNm, bands)}`,
  }
}

function byWavelength(wavelengthNm: number, bands: BandTable): ResolvedBands {
  const index = nearestIndex(wavelengthNm, bands)
  const band = bands[index]
  if (band?.wavelengthNm !== undefined) {
    const reach = Math.max(toleranceNm, (band.fwhmNm ?? 0) / 2)
    if (Math.abs(band.wavelengthNm - wavelengthNm) <= reach) return { ok: true, indices: [index] }
  }
  return { ok: false, message: `This sensor has no band near ${wavelengthNm} nm${nearestTo(wavelengthNm, bands)}` }
}

function nearestIndex(wavelengthNm: number, bands: BandTable): number {
  let best = -1
  let bestDistance = Infinity
  bands.forEach((band, i) => {
    const distance = Math.abs((band.wavelengthNm ?? NaN) - wavelengthNm)
    if (distance < bestDistance) [best, bestDistance] = [i, distance]
  })
  return best
}

function nearestTo(wavelengthNm: number, bands: BandTable): string {
  const band = bands[nearestIndex(wavelengthNm, bands)]
  if (band?.wavelengthNm === undefined) return ': its wavelengths are not known, so name a band instead'
  return `: the nearest is ${band.name} at ${Math.round(band.wavelengthNm)} nm`
}

function unknownName(name: string, bands: BandTable): string {
  const plain = (text: string) => text.toLowerCase().replace(/([a-z])0+(?=\d)/g, '$1')
  const alike = bands.find((band) => plain(band.name) === plain(name))
  if (alike) return `This sensor has no band "${name}": did you mean ${alike.name}?`
  const [first, last] = [bands[0], bands.at(-1)]
  if (!first || !last) return `There is no band "${name}": no bands are known for this sensor`
  const list = bands.length <= 14 ? bands.map((band) => band.name).join(', ') : `${first.name} to ${last.name}`
  return `This sensor has no band "${name}": it has ${list}`
}
