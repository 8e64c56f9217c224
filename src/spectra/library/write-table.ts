import { figure, writeRows } from '#src/formats/csv.ts'
import type { Spectrum } from '../spectrum.ts'

export type NamedSpectrum = Spectrum & { name: string }

/**
 * Spectra of the same bands as CSV (RFC 4180, UTF-8): a row a band in the order of the file, gaps empty. `readTable` reads it back.
 */
export function writeTable(bandNames: readonly string[], spectra: readonly NamedSpectrum[]): string {
  const [first] = spectra
  if (!first) return ''
  const fwhmNm = first.fwhmNm
  const columns: [heading: string, cell: (band: number) => string][] = [
    ['band', (band) => bandNames[band] ?? ''],
    ['wavelength_nm', (band) => figure(first.wavelengthsNm[band])],
    ...(fwhmNm ? [['fwhm_nm', (band: number) => figure(fwhmNm[band])] as [string, (band: number) => string]] : []),
    ...spectra.flatMap(({ name, values, deviation }): [string, (band: number) => string][] => [
      [name, (band) => figure(values[band])],
      ...(deviation
        ? [
            [`${name} standard deviation`, (band: number) => figure(deviation[band])] as [
              string,
              (band: number) => string,
            ],
          ]
        : []),
    ]),
  ]
  return writeRows([
    columns.map(([heading]) => heading),
    ...first.wavelengthsNm.map((_, band) => columns.map(([, cell]) => cell(band))),
  ])
}
