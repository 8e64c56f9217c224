import { describeBands } from '#src/formula/complete.ts'
import type { BandTable } from '#src/formula/bands.ts'
import { presetOf } from '../picture/index-library.ts'
import type { Picture } from '../picture/picture-search-params.ts'
import { bandText, compositePreset, compositeText, readFormula } from '../picture/picture-trees.ts'

/** What a picture shows, in a few words: "NDVI", "True colour", "B046, 850 nm"; a formula without a name as it is typed. */
export function pictureName(picture: Picture, bands: BandTable): string {
  if (picture.show === 'formula') return presetOf(picture.f, bands)?.name ?? (picture.f.trim() || 'no formula yet')
  if (picture.show === 'composite')
    return compositePreset(picture.rgb, bands)?.name ?? compositeText(picture.rgb, bands)
  const read = readFormula(bandText(picture.band, bands), bands)
  const index = read.ok ? read.references[0]?.indices[0] : undefined
  return index === undefined ? picture.band : describeBands([index], bands)
}
