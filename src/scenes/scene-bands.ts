import type { Scene as StacScene } from '#src/contract/stac.ts'

export type SceneBand = { name: string; commonName?: string; wavelengthNm?: number; fwhmNm?: number; gsdM?: number }

/** Below this a wavelength is in µm, above in nm: the API writes both. */
const micrometresBelow = 20

/** The bands a scene lists among its assets, from short to long waves; those without a wavelength last. */
export function sceneBands({ assets }: StacScene): SceneBand[] {
  const bands = Object.values(assets ?? {}).flatMap((asset) =>
    (asset['eo:bands'] ?? []).map((band, i): SceneBand => {
      const factor = (band.center_wavelength ?? Infinity) < micrometresBelow ? 1000 : 1
      const gsdM = asset['raster:bands']?.[i]?.spatial_resolution
      return {
        name: band.name ?? band.common_name ?? '',
        ...(band.common_name && { commonName: band.common_name }),
        ...(typeof band.center_wavelength === 'number' && { wavelengthNm: round(band.center_wavelength * factor) }),
        ...(typeof band.fwhm === 'number' &&
          typeof band.center_wavelength === 'number' && { fwhmNm: round(band.fwhm * factor) }),
        ...(typeof gsdM === 'number' && { gsdM }),
      }
    }),
  )
  return bands.toSorted((a, b) => (a.wavelengthNm ?? Infinity) - (b.wavelengthNm ?? Infinity))
}

/** µm times 1000 leaves dust behind the tenth of a nanometre. */
function round(nm: number): number {
  return Math.round(nm * 100) / 100
}
