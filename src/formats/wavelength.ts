/** Below this a wavelength must be in micrometres: 20 µm is far in the thermal, 20 nm no light at all. */
const MICROMETRES_BELOW = 20

const withUnit = /\(?\s*(\d+(?:\.\d+)?)\s*(nm|nanomet(?:er|re)s?|µm|μm|um|micromet(?:er|re)s?|microns?)\b\s*\)?/i

/**
 * A wavelength or width in nm. The unit counts when it is one of length; else the size of the number tells it, or for a
 * width that of the wavelength `beside` it.
 */
export function toNm(value: number | undefined, unit?: string, beside = value): number | undefined {
  if (value === undefined || beside === undefined || !(value > 0)) return undefined
  const isUm = unit && /nano|nm|micro|um|µm|μm/i.test(unit) ? !/^\s*n/i.test(unit) : beside < MICROMETRES_BELOW
  return isUm ? micrometresToNm(value) : value
}

/** The wavelength with its unit in a text such as "band 1 (418.24 Nanometers)" or "Blue, 0.49 µm", in nm. */
export function wavelengthInText(text: string): number | undefined {
  const [, value, unit] = withUnit.exec(text) ?? []
  return value === undefined ? undefined : toNm(Number(value), unit)
}

/** The same text without it. */
export function withoutWavelength(text: string): string {
  return text.replace(withUnit, '').trim()
}

/** Rounded to 1 pm, so that 0.66512 µm becomes 665.12 and not 665.1199999999999 nm. */
function micrometresToNm(value: number): number {
  return Math.round(value * 1e6) / 1e3
}
