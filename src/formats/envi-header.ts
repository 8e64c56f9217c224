import { listOf, numberOf } from './gdal-facts.ts'
import type { BandFacts, RasterFacts } from './raster-facts.ts'
import { FactsError } from './raster-facts.ts'
import { toNm, wavelengthInText } from './wavelength.ts'

/** The fields of an ENVI header by their names in lower case; lists with their braces. */
export type EnviHeader = ReadonlyMap<string, string>

/**
 * Reads the text of an ENVI header (`.hdr`): `name = value` by line, a value in braces over several lines.
 * @throws FactsError when the text is no such header.
 */
export function parseEnviHeader(text: string): EnviHeader {
  if (!/^\s*ENVI\b/.test(text)) throw new FactsError('This is no ENVI header: its first line is not "ENVI".')
  const fields = new Map<string, string>()
  const lines = text.split(/\r?\n/)
  for (let at = 1; at < lines.length; at++) {
    const line = lines[at]!
    const equals = line.indexOf('=')
    if (equals < 0 || line.trimStart().startsWith(';')) continue
    const name = line.slice(0, equals).trim().toLowerCase().replace(/\s+/g, ' ')
    const pieces = [line.slice(equals + 1).trim()]
    if (pieces[0]!.startsWith('{')) {
      while (!pieces.at(-1)!.includes('}') && at + 1 < lines.length) pieces.push(lines[++at]!)
    }
    fields.set(name, pieces.join('\n').trim())
  }
  return fields
}

/** What the header says about the bands; as ENVI has it, reflectance = sample / `reflectance scale factor`. */
export function factsOfEnvi(header: EnviHeader): RasterFacts {
  const wavelengths = listOf(header.get('wavelength'))
  const widths = listOf(header.get('fwhm'))
  const names = textsOf(header.get('band names'))
  const bad = listOf(header.get('bbl'))
  const gains = listOf(header.get('data gain values'))
  const offsets = listOf(header.get('data offset values'))
  const unit = header.get('wavelength units')
  const count = numberOf(header.get('bands')) ?? Math.max(wavelengths.length, names.length)
  const bands = Array.from({ length: Math.min(count, 1 << 16) }, (_, band): BandFacts => {
    const wavelength = finite(wavelengths[band])
    return {
      description: names[band],
      wavelengthNm: toNm(wavelength, unit) ?? wavelengthInText(names[band] ?? ''),
      fwhmNm: toNm(finite(widths[band]), unit, wavelength),
      isBad: bad[band] === 0 ? true : undefined,
      scale: finite(gains[band]),
      offset: finite(offsets[band]),
    }
  })
  const factor = numberOf(header.get('reflectance scale factor'))
  return {
    bands,
    scale: factor ? 1 / factor : undefined,
    nodata: numberOf(header.get('data ignore value')),
  }
}

/** The texts of a list in braces. */
export function textsOf(value: string | undefined): string[] {
  const inside = /\{([^}]*)\}/.exec(value ?? '')?.[1]
  return inside === undefined ? [] : inside.split(',').map((text) => text.trim())
}

function finite(value: number | undefined): number | undefined {
  return value !== undefined && Number.isFinite(value) ? value : undefined
}
