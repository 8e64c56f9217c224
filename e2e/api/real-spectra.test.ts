import { existsSync } from 'node:fs'
import { fromFile } from 'geotiff'
import { expect, test } from 'vitest'
import { inspectGeoTiff } from '#sandbox/raster/geotiff-ingest.ts'
import { bestMatches } from '#src/spectra/best-matches.ts'
import { builtInLibrary } from '#src/spectra/library/built-in.ts'
import { resampler } from '#src/spectra/resample.ts'
import { spectralAxis } from '#src/spectra/spectral-axis.ts'
import { withGaps } from '#src/spectra/spectrum.ts'

const file = process.env.SWATH_REAL_SCENE

// The models know nothing of this scene: that measured water, plants and bare ground come nearest to their own kind says
// that the library tells kinds of surfaces apart.
test.skipIf(!file)(
  'a measured scene: water matches water, plants plants, bare and built ground neither (skipped unless SWATH_REAL_SCENE names one)',
  async () => {
    const meta = file!.replace(/\.tiff?$/i, '.json')
    const { info } = await inspectGeoTiff(file!, existsSync(meta) ? meta : undefined)
    const image = await (await fromFile(file!)).getImage()
    const digits = (await image.readRasters()) as unknown as ArrayLike<number>[]
    const nodata = image.getGDALNoData()
    const axis = spectralAxis(info.bands)
    const [entry] = builtInLibrary()
    const resample = resampler(entry!, axis)
    const candidates = builtInLibrary().map((each) => ({ entry: each, values: resample(each.values) }))

    const nearest = (nm: number) =>
      axis.wavelengthsNm.reduce((best, each, i, all) => (Math.abs(each - nm) < Math.abs(all[best]! - nm) ? i : best), 0)
    const [green, red, nir, swir] = [560, 665, 850, 1610].map(nearest) as [number, number, number, number]
    const shares = { water: count(), plants: count(), bare: count() }
    for (let pixel = 0; pixel < digits[0]!.length; pixel++) {
      const values = digits.map((band) => (band[pixel] === nodata ? Number.NaN : band[pixel]! * 1e-4))
      const kind = kindOf(values[green]!, values[red]!, values[nir]!, values[swir]!)
      const [best] = kind ? bestMatches(withGaps(values, axis.isGap), candidates, 1) : []
      if (!kind || !best) continue
      shares[kind].all++
      shares[kind].groups.set(best.entry.group, (shares[kind].groups.get(best.entry.group) ?? 0) + 1)
    }
    const share = (kind: keyof typeof shares, ...groups: string[]) =>
      groups.reduce((sum, group) => sum + (shares[kind].groups.get(group) ?? 0), 0) / shares[kind].all
    for (const { all } of Object.values(shares)) expect(all).toBeGreaterThan(100)
    expect(share('water', 'Water')).toBeGreaterThan(0.9)
    expect(share('plants', 'Vegetation')).toBeGreaterThan(0.95)
    expect(share('bare', 'Soil', 'Built', 'Minerals')).toBeGreaterThan(0.9)
  },
)

function count() {
  return { all: 0, groups: new Map<string, number>() }
}

/** By the usual indices; what lies between is left out, and so is what is too dark to be anything. */
function kindOf(green: number, red: number, nir: number, swir: number): 'water' | 'plants' | 'bare' | undefined {
  const [ndvi, ndwi] = [(nir - red) / (nir + red), (green - nir) / (green + nir)]
  if (ndwi > 0.3 && swir < 0.02) return 'water'
  if (ndvi > 0.5 && nir > 0.1) return 'plants'
  return ndvi < 0.25 && ndvi > -0.1 && swir > 0.1 ? 'bare' : undefined
}
