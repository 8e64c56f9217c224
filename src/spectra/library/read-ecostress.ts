import { toNm } from '#src/formats/wavelength.ts'
import { ascending, LibraryError, orGap, reflectanceScale, scaled } from './library-entry.ts'
import type { ReadSpectrum } from './library-entry.ts'

/** Whether a text looks like one of the ECOSTRESS, ASTER or JHU libraries: "Name: …" lines, then two columns. */
export function isEcostress(text: string): boolean {
  return /^\s*Name\s*:/i.test(text) && /^\s*X Units\s*:/im.test(text)
}

/**
 * One spectrum of the ECOSTRESS library (speclib.jpl.nasa.gov) or its forerunners ASTER and JHU: a heading of `key: value`
 * lines, then wavelength and reflectance side by side, often from long to short waves. @throws LibraryError
 */
export function readEcostress(text: string, fileName: string): ReadSpectrum {
  const lines = text.split(/\r\n|\r|\n/)
  const heading = new Map<string, string>()
  const points: [x: number, y: number][] = []
  for (const [i, line] of lines.entries()) {
    const [, key, value = ''] = /^\s*([A-Za-z][^:]*?)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    if (key !== undefined && points.length === 0) heading.set(key.toLowerCase(), value)
    else if (line.trim() !== '') points.push(pointOf(line, i))
  }
  const expected = Number(heading.get('number of x values'))
  if (points.length < 2)
    throw new LibraryError(`${fileName} has a heading, but no pairs of wavelength and reflectance.`)
  if (expected > 0 && expected !== points.length)
    throw new LibraryError(`${fileName} promises ${expected} values and holds ${points.length}: it may be cut off.`)
  const nmOf = unitOf(heading.get('x units') ?? '')
  const percent = /percent|%/i.test(heading.get('y units') ?? '')
  const kind = [heading.get('type'), heading.get('class')].filter(Boolean).join(', ')
  const spectrum = ascending({
    name: heading.get('name') || fileName,
    source: `${kind === '' ? 'Measured' : capital(kind)}; ${fileName}`,
    wavelengthsNm: points.map(([x]) => nmOf(x)),
    values: points.map(([, y]) => orGap(y)),
  })
  return scaled([spectrum], percent ? 0.01 : reflectanceScale([spectrum]))[0]!
}

function pointOf(line: string, index: number): [number, number] {
  const [x = '', y = ''] = line.trim().split(/[\s,;]+/)
  const point: [number, number] = [Number(x), Number(y)]
  if (x === '' || y === '' || point.some(Number.isNaN))
    throw new LibraryError(
      `Line ${index + 1} should hold a wavelength and a value, but reads "${line.trim().slice(0, 40)}".`,
    )
  return point
}

function unitOf(text: string): (x: number) => number {
  return (x) => (/cm|wavenumber/i.test(text) ? 1e7 / x : (toNm(x, text) ?? Number.NaN))
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase()
}
