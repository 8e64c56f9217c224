import type { Cog } from '#src/imagery/open-cog.ts'
import type { RasterBand } from '#src/imagery/raster-info.ts'

/** What is known about a raster besides what its file says. What is left out stays as the file has it. */
export type RasterDescription = {
  /** By place in the file; names of a file that has none of its own, wavelengths in nm. */
  bands?: readonly Partial<Pick<RasterBand, 'name' | 'wavelengthNm' | 'fwhmNm'>>[]
  /** The stored number that means "no data". */
  nodata?: number | null
  /** value = stored * scale, for all bands. */
  scale?: number | null
}

/** The same open file with more known about it: pixels already read stay shared. What the file says of its bands goes first. */
export function describeCog(cog: Cog, { bands: told, nodata, scale }: RasterDescription): Cog {
  const { info } = cog
  const fits = told?.length === info.bands.length ? told : undefined
  const bands = info.bands.map((band, i): RasterBand => {
    const { wavelengthNm, fwhmNm, name } = fits?.[i] ?? {}
    return {
      ...(wavelengthNm !== undefined && { wavelengthNm }),
      ...(fwhmNm !== undefined && { fwhmNm }),
      ...band,
      ...(name && { name }),
      ...(scale != null && { scale, offset: 0 }),
    }
  })
  return { ...cog, info: { ...info, bands, ...(nodata != null && { nodata }) } }
}
