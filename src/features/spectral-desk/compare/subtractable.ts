import type { BandTable } from '#src/formula/bands.ts'
import { libraryFor, presetOf } from '../picture/index-library.ts'
import type { Picture } from '../picture/picture-search-params.ts'
import { bandText } from '../picture/picture-trees.ts'

/** What A and B become, so that one can be taken from the other. */
export type Subtractable = { a: Partial<Picture>; b: Partial<Picture> }

/** The best known first; all from −1 to 1, so that one can be taken from another. */
const wellKnown: readonly string[] = ['ndvi', 'ndre', 'gndvi', 'ndwi']

/**
 * A difference is of one value a pixel, and a composite has three. Of two dates, both show what one of them shows already, or
 * the best known index; of one raster, an index (or a band beside a band) that the other does not show. undefined: both are
 * fit, or nothing fits.
 */
export function subtractable(
  a: Picture,
  b: Picture,
  bands: BandTable,
  isOtherRaster: boolean,
): Subtractable | undefined {
  const [isFitA, isFitB] = [a, b].map(({ show }) => show !== 'composite')
  if (isFitA && isFitB) return undefined
  if (isFitA || isFitB) {
    const given = isFitA ? a : b
    const other = isOtherRaster ? given : beside(given, bands)
    return other && (isFitA ? { a: {}, b: other } : { a: other, b: {} })
  }
  const [best, second] = bestIndices(bands)
  const other = isOtherRaster ? best : second
  return best && other && { a: best, b: other }
}

/** Something else of the same kind, of the same raster. */
function beside({ show, band, f }: Picture, bands: BandTable): Partial<Picture> | undefined {
  if (show !== 'band') return bestIndices(bands, presetOf(f, bands)?.key)[0]
  const other = [bandText('', bands), bands[0]?.name].find((name) => name !== bandText(band, bands))
  return other === undefined ? undefined : { show, band: other }
}

/** The well known ones first. */
function bestIndices(bands: BandTable, but?: string): Partial<Picture>[] {
  const presets = libraryFor(bands, []).presets.filter(({ id }) => id !== but)
  const known = wellKnown.flatMap((key) => presets.find(({ id }) => id === key) ?? [])
  return [...known, ...presets.filter((one) => !known.includes(one))].map(({ change }) => change)
}
