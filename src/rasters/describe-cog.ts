import { isBandName } from '#src/formula/read-reference.ts'
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
  const names = formulaNames(info.bands.map((band, i) => fits?.[i]?.name || band.name))
  const bands = info.bands.map((band, i): RasterBand => {
    const { wavelengthNm, fwhmNm } = fits?.[i] ?? {}
    return {
      ...(wavelengthNm !== undefined && { wavelengthNm }),
      ...(fwhmNm !== undefined && { fwhmNm }),
      ...band,
      name: names[i]!,
      ...(scale != null && { scale, offset: 0 }),
    }
  })
  return { ...cog, info: { ...info, bands, ...(nodata != null && { nodata }) } }
}

/** Names that a formula can hold, each once: "Reflectance 1" and second ones of a name are called by place, B001. */
function formulaNames(names: readonly string[]): string[] {
  const digits = Math.max(3, String(names.length).length)
  const byPlace = (i: number) => `B${String(i + 1).padStart(digits, '0')}`
  const isFree = (name: string, i: number) =>
    names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) === i
  const isOwn = names.map((name, i) => isBandName(name) && isFree(name, i))
  const taken = new Set(names.filter((_, i) => isOwn[i]).map((name) => name.toLowerCase()))
  // Where a place's name is taken by another band, all are called by place.
  const isMixed = names.some((_, i) => !isOwn[i] && taken.has(byPlace(i).toLowerCase()))
  return names.map((name, i) => (isOwn[i] && !isMixed ? name : byPlace(i)))
}
