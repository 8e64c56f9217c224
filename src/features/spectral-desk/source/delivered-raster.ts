import type { StacItem } from '#src/contract/stac.ts'
import { toBand } from '#src/scenes/scene-bands.ts'
import type { ToldBand } from './told-bands.ts'

/**
 * The GeoTIFF of a delivered picture among its assets: the one that says it is a TIFF and holds data. What names a band
 * only, or has no address for a browser, does not count.
 */
export function deliveredRaster(item: StacItem): { url: string; bands: ToldBand[] } | undefined {
  const files = Object.values(item.assets ?? {}).filter(
    ({ href, type, roles }) =>
      /^https?:/i.test(href) &&
      (/image\/tiff/i.test(type ?? '') || /\.tiff?(\?|$)/i.test(href)) &&
      !roles?.some((role) => /thumbnail|overview|visual|mask/.test(role)),
  )
  const file = files.toSorted((a, b) => (b['eo:bands']?.length ?? 0) - (a['eo:bands']?.length ?? 0))[0]
  if (!file) return undefined
  const bands = (file['eo:bands'] ?? []).map((band) =>
    toBand({
      name: band.name,
      commonName: band.common_name,
      centre: band.center_wavelength,
      fwhm: band.fwhm,
    }),
  )
  return { url: file.href, bands }
}
