import type { Satellite } from '#src/contract/satellites.ts'
import type { Area } from '#src/geo/rings.ts'
import { ImageryError } from '#src/imagery/raster-info.ts'
import { regionValues, type FormulasInRegion } from '#src/imagery/region-values.ts'
import { describeCog } from '#src/rasters/describe-cog.ts'
import { fileOf, openShared, type Refresh } from '#src/rasters/open-shared.ts'
import type { DeskDate } from '../desk-context.ts'
import type { Picture } from '../picture/picture-search-params.ts'
import { treesOfPicture } from '../picture/picture-trees.ts'
import { bandsOfSatellite } from '../source/told-bands.ts'

/** What is asked of each date. */
export type TimeQuestion = {
  picture: Pick<Picture, 'show' | 'rgb' | 'f' | 'band' | 'mask' | 'nodata' | 'scale'>
  /** null: all of each picture. */
  area: Area | null
  breaks: readonly number[] | null
  /** Knows the wavelengths of the bands. */
  satellite: Satellite | undefined
}

/** More of one date would only keep the others waiting; a hundred square kilometres at 5 m. */
const MAX_PIXELS = 2 ** 22

/** The same as long as the answer is. */
export function answerKey(date: DeskDate, { picture, area, breaks, satellite }: TimeQuestion): string {
  const { show, rgb, f, band, mask, nodata, scale } = picture
  const text = show === 'composite' ? rgb : show === 'formula' ? f : band
  return JSON.stringify([fileOf(date.url), satellite?.id, show, text, mask, nodata, scale, area, breaks])
}

/** Counts what is shown in a region of one date. @throws ImageryError; the signal's reason when it aborts */
export async function countDate(
  { url, bands }: DeskDate,
  { picture, area, breaks, satellite }: TimeQuestion,
  options: { signal: AbortSignal; onProgress: (share: number) => void; onRefresh?: Refresh | undefined },
): Promise<FormulasInRegion> {
  const { signal, onProgress, onRefresh } = options
  const { nodata, scale } = picture
  const told = bandsOfSatellite(satellite, bands)
  const cog = describeCog(await openShared(url, onRefresh), { ...(told && { bands: told }), nodata, scale })
  signal.throwIfAborted()
  const read = treesOfPicture(picture, cog.info.bands)
  if (!read.ok) throw new ImageryError(read.errors[0]?.message ?? 'The formula can not be read for this date.')
  return regionValues(cog, read.trees, area, { breaks, maxPixels: MAX_PIXELS, signal, onProgress })
}
