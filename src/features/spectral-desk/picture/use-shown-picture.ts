import { useMemo, useState } from 'react'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Paint } from '#src/imagery/paint.ts'
import type { RasterBand } from '#src/imagery/raster-info.ts'
import type { ValueStatistics } from '#src/imagery/value-statistics.ts'
import { useStatistics } from '#src/rasters/use-statistics.ts'
import { picturePaint, rangeByPercentiles, rangesSet } from './picture-paint.ts'
import type { Picture, Range } from './picture-search-params.ts'
import { treesOfPicture, type PictureTrees } from './picture-trees.ts'

/** What is on the map, and how it came about. */
export type ShownPicture = {
  cog: Cog
  show: Picture['show']
  trees: readonly BoundFormula[]
  /** One for each tree, once they are counted. */
  statistics: readonly ValueStatistics[] | undefined
  /** The values that show as the first and the last colour, one for each tree. */
  ranges: readonly Range[]
  paint: Paint
}

/**
 * Makes out what the picture asks for. `shown` is the last that could be painted: it stays while a text can not be read, or
 * while pixels are counted for the range of the next. Without a picture nothing is made out.
 */
export function useShownPicture(
  cog: Cog,
  picture: Picture | null,
): { read: PictureTrees | null; shown: ShownPicture | undefined } {
  const { bands } = cog.info
  const read = useTrees(picture, bands)
  const trees = read?.ok ? read.trees : undefined
  const { statistics } = useStatistics(cog, trees)
  const now = useMemo((): ShownPicture | undefined => {
    if (!trees || !picture) return undefined
    const ranges =
      rangesSet(picture, cog.info) ?? statistics?.map((one) => rangeByPercentiles(one, picture.percentiles as Range))
    return ranges && { cog, show: picture.show, trees, statistics, ranges, paint: picturePaint(picture, trees, ranges) }
  }, [cog, trees, statistics, picture])
  const [last, setLast] = useState<ShownPicture>()
  if (now && now !== last) setLast(now)
  return { read, shown: picture ? (now ?? last) : undefined }
}

/** The same trees as long as the texts are the same, whatever else of the picture changes. */
function useTrees(picture: Picture | null, bands: readonly RasterBand[]): PictureTrees | null {
  const isThere = picture !== null
  const { show = 'composite', rgb = '', f = '', band = '', mask = '' } = picture ?? {}
  return useMemo(
    () => (isThere ? treesOfPicture({ show, rgb, f, band, mask }, bands) : null),
    [isThere, show, rgb, f, band, mask, bands],
  )
}
