import type { Scene as StacScene } from '#src/contract/stac.ts'

export type SceneBand = { name: string; commonName?: string; wavelengthNm?: number; fwhmNm?: number; gsdM?: number }

/** Below this a wavelength is in µm, above in nm: the API writes both. */
const micrometresBelow = 20

/** A band as the API tells it, wherever it does: of a scene, a collection or a satellite. Widths are in the unit of the centre. */
type ToldBand = {
  name?: string | null
  commonName?: string | null
  centre?: number | null
  fwhm?: number | null
  gsdM?: number | null
}

export function toBand({ name, commonName, centre, fwhm, gsdM }: ToldBand): SceneBand {
  const factor = (centre ?? Infinity) < micrometresBelow ? 1000 : 1
  return {
    name: name || commonName || '',
    ...(commonName && { commonName }),
    ...(typeof centre === 'number' && { wavelengthNm: hundredths(centre * factor) }),
    ...(typeof centre === 'number' && typeof fwhm === 'number' && { fwhmNm: hundredths(fwhm * factor) }),
    ...(typeof gsdM === 'number' && { gsdM }),
  }
}

/** From short to long waves; those without a wavelength last. */
export function byWavelength(bands: readonly SceneBand[]): SceneBand[] {
  return bands.toSorted((a, b) => (a.wavelengthNm ?? Infinity) - (b.wavelengthNm ?? Infinity))
}

/** The bands a scene lists among its assets, in order. */
export function sceneBands({ assets }: StacScene): SceneBand[] {
  const bands = Object.values(assets ?? {}).flatMap((asset) =>
    (asset['eo:bands'] ?? []).map((band, i) =>
      toBand({
        name: band.name,
        commonName: band.common_name,
        centre: band.center_wavelength,
        fwhm: band.fwhm,
        gsdM: asset['raster:bands']?.[i]?.spatial_resolution,
      }),
    ),
  )
  return byWavelength(bands)
}

/** µm times 1000 leaves dust behind the digits that mean something. */
function hundredths(nm: number): number {
  return Math.round(nm * 100) / 100
}
