import { parseEnviHeader, textsOf, type EnviHeader } from '#src/formats/envi-header.ts'
import { listOf } from '#src/formats/gdal-facts.ts'
import { FactsError } from '#src/formats/raster-facts.ts'
import { toNm } from '#src/formats/wavelength.ts'
import { ascending, LibraryError, MAX_SPECTRA, orGap, reflectanceScale, scaled } from './library-entry.ts'
import type { ReadSpectrum } from './library-entry.ts'

type Read = (view: DataView, at: number, littleEndian: boolean) => number

/** ENVI's numbers of data types: size in bytes, and how one value is read. */
const dataTypes: Record<string, [size: number, read: Read]> = {
  1: [1, (view, at) => view.getUint8(at)],
  2: [2, (view, at, little) => view.getInt16(at, little)],
  3: [4, (view, at, little) => view.getInt32(at, little)],
  4: [4, (view, at, little) => view.getFloat32(at, little)],
  5: [8, (view, at, little) => view.getFloat64(at, little)],
  12: [2, (view, at, little) => view.getUint16(at, little)],
  13: [4, (view, at, little) => view.getUint32(at, little)],
}

/** An ENVI spectral library: numbers in one file, what they mean in its header. @throws LibraryError */
export function readEnviLibrary(headerText: string, data: Uint8Array, fileName: string): ReadSpectrum[] {
  const header = headerOf(headerText)
  const fileType = header.get('file type') ?? ''
  if (fileType !== '' && !/spectral library/i.test(fileType))
    throw new LibraryError(`The header describes "${fileType}", not an ENVI spectral library.`)
  const [bandCount, count] = [wholeNumber(header, 'samples'), wholeNumber(header, 'lines')]
  if (count > MAX_SPECTRA)
    throw new LibraryError(`It holds ${count} spectra; up to ${MAX_SPECTRA} can be read. Save a part of it.`)
  const wavelengthsNm = wavelengthsOf(header, bandCount)
  const type = header.get('data type') ?? ''
  const [size, read] = dataTypes[type] ?? []
  if (size === undefined || read === undefined)
    throw new LibraryError(`Data type ${type || 'unknown'} is not supported: use integers or floating point numbers.`)
  const start = Number(header.get('header offset') ?? 0) || 0
  const needed = start + bandCount * count * size
  if (data.byteLength < needed) {
    throw new LibraryError(
      `The data file is too short: ${count} spectra of ${bandCount} bands need ${needed} bytes, it has ${data.byteLength}.`,
    )
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const little = header.get('byte order') !== '1'
  const names = textsOf(header.get('spectra names'))
  const missing = Number(header.get('data ignore value') ?? Number.NaN)
  const fwhmNm = widthsOf(header)
  const spectra = Array.from({ length: count }, (_, line) => {
    const values = Array.from({ length: bandCount }, (__, band) => {
      const value = read(view, start + (line * bandCount + band) * size, little)
      return value === missing ? Number.NaN : orGap(value)
    })
    const name = names[line] || `Spectrum ${line + 1}`
    return ascending({
      name,
      source: `ENVI spectral library ${fileName}`,
      wavelengthsNm,
      ...(fwhmNm && { fwhmNm }),
      values,
    })
  })
  const told = Number(header.get('reflectance scale factor'))
  return scaled(spectra, told > 0 ? 1 / told : reflectanceScale(spectra))
}

function wholeNumber(header: EnviHeader, name: string): number {
  const value = Number(header.get(name))
  if (Number.isInteger(value) && value > 0) return value
  throw new LibraryError(`The header does not say "${name}" as a whole number above 0.`)
}

function headerOf(text: string): EnviHeader {
  try {
    return parseEnviHeader(text)
  } catch (error) {
    throw error instanceof FactsError ? new LibraryError(error.message) : error
  }
}

function wavelengthsOf(header: EnviHeader, bandCount: number): number[] {
  const listed = listOf(header.get('wavelength'))
  if (listed.length === 0) throw new LibraryError('The header lists no wavelengths, so nothing can be compared.')
  if (listed.length !== bandCount)
    throw new LibraryError(`The header lists ${listed.length} wavelengths for ${bandCount} bands.`)
  return listed.map((each, i) => {
    const nm = toNm(each, header.get('wavelength units'))
    if (nm === undefined) throw new LibraryError(`Wavelength ${i + 1} of the header is no length.`)
    return nm
  })
}

function widthsOf(header: EnviHeader): number[] | undefined {
  const [widths, wavelengths] = [listOf(header.get('fwhm')), listOf(header.get('wavelength'))]
  if (widths.length !== wavelengths.length) return undefined
  const told = widths.map((each, i) => toNm(each, header.get('wavelength units'), wavelengths[i]))
  return told.every((nm) => nm !== undefined) ? told : undefined
}
