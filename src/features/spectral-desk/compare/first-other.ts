import type { BandTable } from '#src/formula/bands.ts'
import { presetComposites } from '#src/formula/presets/composites.ts'
import { libraryFor } from '../picture/index-library.ts'
import type { Picture } from '../picture/picture-search-params.ts'

const bestKnown = 'ndvi'

/**
 * What B is at first. On another date the same as A; on the same raster something else to look at: an index beside a
 * composite, true colour beside anything else, or what these bands come nearest to it with.
 */
export function firstOther(picture: Picture, bands: BandTable, isOtherRaster: boolean): Picture {
  if (isOtherRaster) return picture
  const { presets } = libraryFor(bands, [])
  const index = presets.find(({ id }) => id === bestKnown) ?? presets[0]
  if (picture.show === 'composite') return index ? { ...picture, ...index.change } : { ...picture, show: 'band' }
  return presetComposites(bands).length > 0 ? { ...picture, show: 'composite', rgb: '' } : { ...picture, show: 'band' }
}
