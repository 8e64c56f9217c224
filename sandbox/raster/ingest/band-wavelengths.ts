import type { Band } from '#sandbox/raster/raster.ts'
import { factsOfGdal } from '#src/formats/gdal-facts.ts'
import type { MetadataItem } from '#src/formats/gdal-metadata.ts'
import { mergeFacts } from '#src/formats/raster-facts.ts'
import type { BandFacts, RasterFacts } from '#src/formats/raster-facts.ts'
import { IngestError } from './ingest-error.ts'

const SHORTEST_NM = 100
const LONGEST_NM = 20_000

/**
 * Names and wavelengths of the bands: from the metadata file, else GDAL or ENVI items, else the bands' descriptions.
 * Every band must get a wavelength, because without one no index can find it.
 */
export function describeBands(count: number, metadata: RasterFacts, items: readonly MetadataItem[]): Band[] {
  if (metadata.bands && metadata.bands.length !== count) {
    throw new IngestError(`The metadata describes ${metadata.bands.length} bands, but the file has ${count}.`)
  }
  const { bands } = mergeFacts(count, [metadata, factsOfGdal(count, items)])
  checkWavelengths(bands)
  const names = bands.map(({ name }) => name?.trim() ?? '')
  const usable = names.every((name) => name !== '') && new Set(names).size === count
  return bands.map(({ wavelengthNm, fwhmNm, description }, index) => ({
    name: usable ? (names[index] ?? '') : `B${index + 1}`,
    ...(wavelengthNm === undefined ? {} : { wavelengthNm }),
    ...(fwhmNm === undefined ? {} : { fwhmNm }),
    ...(description === undefined ? {} : { description }),
  }))
}

function checkWavelengths(bands: readonly BandFacts[]): void {
  const missing = bands.flatMap(({ wavelengthNm }, index) => (wavelengthNm === undefined ? [index + 1] : []))
  if (missing.length === bands.length) {
    throw new IngestError('The file names no wavelengths for its bands; add a metadata file with center_wavelength_nm.')
  }
  if (missing.length > 0) {
    const some = missing.length > 5 ? `${missing.slice(0, 5).join(', ')} …` : missing.join(', ')
    throw new IngestError(`No wavelength is known for ${missing.length} of ${bands.length} bands (${some}).`)
  }
  const odd = bands.findIndex(({ wavelengthNm = 0 }) => !(wavelengthNm >= SHORTEST_NM && wavelengthNm <= LONGEST_NM))
  if (odd >= 0) {
    throw new IngestError(
      `${bands[odd]?.wavelengthNm} nm of band ${odd + 1} is not a wavelength of ${SHORTEST_NM} to ${LONGEST_NM} nm.`,
    )
  }
}
