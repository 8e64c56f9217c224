import type { BandTable } from '#src/formula/bands.ts'
import { libraryFor, presetOf, type LibraryEntry } from '../picture/index-library.ts'
import type { Picture } from '../picture/picture-search-params.ts'
import { bandText } from '../picture/picture-trees.ts'
import { pictureName } from './picture-name.ts'

/** What A and B have to become, so that one can be taken from the other. */
export type Subtractable = { a: Partial<Picture>; b: Partial<Picture>; name: string }

const bestKnown = 'ndvi'

/**
 * A difference is of one value a pixel, and a composite has three. Of two dates, both show what one of them shows already, or
 * the best known index; of one raster, B becomes another index or band than A. undefined: both are fit, or nothing fits.
 */
export function subtractable(
  a: Picture,
  b: Picture,
  bands: BandTable,
  isOtherRaster: boolean,
): Subtractable | undefined {
  const [isFitA, isFitB] = [a, b].map(({ show }) => show !== 'composite')
  if (isFitA && isFitB) return undefined
  if (isOtherRaster) {
    const given = isFitA ? a : isFitB ? b : undefined
    if (given) return { a: isFitA ? {} : given, b: isFitB ? {} : given, name: pictureName(given, bands) }
    const index = bestIndex(bands)
    return index && { a: index.change, b: index.change, name: index.name }
  }
  if (!isFitA) return undefined
  if (a.show === 'band') {
    const band = [bandText('', bands), bands[0]?.name].find((name) => name !== bandText(a.band, bands))
    return band === undefined ? undefined : { a: {}, b: { show: 'band', band }, name: band }
  }
  const index = bestIndex(bands, presetOf(a.f, bands)?.key)
  return index && { a: {}, b: index.change, name: index.name }
}

function bestIndex(bands: BandTable, other?: string): LibraryEntry | undefined {
  const presets = libraryFor(bands, []).presets.filter(({ id }) => id !== other)
  return presets.find(({ id }) => id === bestKnown) ?? presets[0]
}
