import { readFileSync } from 'node:fs'
import { fromArrayBuffer } from 'geotiff'
import { beforeAll, describe, expect, test } from 'vitest'
import { gdalPython, run } from '#sandbox/raster/gdal-for-tests.ts'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import { bandsOf } from '#src/formula/to-glsl.ts'
import { createBlockReader } from '#src/imagery/block-reader.ts'
import { openLocal } from '#src/imagery/open-cog.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { pixelAt, readSpectrum } from '#src/imagery/read-spectrum.ts'
import { regionStatistics } from '#src/imagery/region-statistics.ts'
import { regionValues } from '#src/imagery/region-values.ts'
import { statisticsHere } from '#src/imagery/run-statistics.ts'
import { percentile } from '#src/imagery/value-statistics.ts'

const realScene = process.env.SWATH_REAL_SCENE

describe.skipIf(!realScene)('a real scene (skipped while SWATH_REAL_SCENE names no file)', () => {
  let cog: Cog
  let bytes: Uint8Array<ArrayBuffer>
  const json = () => JSON.parse(readFileSync(realScene!.replace(/\.tif$/, '.json'), 'utf8'))

  beforeAll(async () => {
    bytes = new Uint8Array(readFileSync(realScene!))
    const beside = new File([JSON.stringify(json())], 'scene.json')
    cog = await openLocal({ data: new File([bytes], 'scene.tif'), json: beside }, { reader: createBlockReader() })
  })

  test('wavelengths and scale come from the JSON beside it, or from the file alone', async () => {
    const told = json().bands.map((band: { center_wavelength_nm: number }) => band.center_wavelength_nm)
    expect(cog.info.bands.map(({ wavelengthNm }) => wavelengthNm)).toEqual(told)
    expect(cog.info.bands[0]).toMatchObject({ name: 'B001', scale: 0.0001 })
    const alone = await openLocal({ data: new File([bytes], 'scene.tif') }, { reader: createBlockReader() })
    alone.info.bands.forEach(({ wavelengthNm }, band) => expect(wavelengthNm).toBeCloseTo(told[band], 2))
  })

  test('spectra at 100 pixels are those that other code reads from the file', async () => {
    const image = await (await fromArrayBuffer(bytes.buffer)).getImage()
    const rasters = (await image.readRasters()) as unknown as ArrayLike<number>[]
    const { width, height } = cog.info.grid
    for (let i = 0; i < 100; i++) {
      const [x, y] = [(i * 37) % width, (i * 23) % height]
      const place = pixelToLngLat(cog.info.grid, x + 0.5, y + 0.5)
      expect(pixelAt(cog, place)).toEqual({ x, y })
      const expected = rasters.map((band) => {
        const sample = band[y * width + x]!
        return sample === -32768 ? NaN : sample * 0.0001
      })
      expect([...(await readSpectrum(cog, { x, y }))]).toEqual(expected)
    }
  })

  const treeOf = (text: string) => {
    const parsed = parseFormula(text)
    const bound = parsed.ok ? bind(parsed.tree, cog.info.bands) : parsed
    if (!bound.ok) throw new Error(text)
    return bound.tree
  }

  test.skipIf(!gdalPython)(
    'means and deviations are those of GDAL, of bands and of a formula, whole and behind a cutline',
    async () => {
      const corners = [
        [10.3, 8.2],
        [100.7, 15.9],
        [95.1, 50.4],
        [40.6, 60.2],
        [10.3, 8.2],
      ] as const
      const ring = corners.map(([x, y]) => pixelToLngLat(cog.info.grid, x, y))
      const area = { type: 'Polygon' as const, coordinates: [ring] }
      const script = `
import json, sys
from osgeo import gdal
gdal.UseExceptions()
path, ring = sys.argv[1], json.loads(sys.argv[2])
feature = {"type": "Feature", "properties": {}, "geometry": {"type": "Polygon", "coordinates": [ring]}}
gdal.FileFromMemBuffer("/vsimem/cut.json", json.dumps({"type": "FeatureCollection", "features": [feature]}).encode())
cut = gdal.Warp("", path, format="MEM", cutlineDSName="/vsimem/cut.json")
def of_band(band):
    try:
        return band.ComputeStatistics(False)
    except RuntimeError:
        return None  # no pixel has a value, as in water vapour
import numpy
def ndvi(raster, nir, red):
    n, r = (raster.GetRasterBand(band + 1).ReadAsArray().astype(float) for band in (nir, red))
    known = (n != -32768) & (r != -32768) & (n + r != 0)
    values = (n[known] - r[known]) / (n[known] + r[known])
    return [int(values.size), *map(float, [values.min(), values.max(), values.mean(), values.std()]),
        *(float(numpy.percentile(values, share)) for share in (5, 25, 50, 75, 95)), int((values.astype(numpy.float32) >= 0.5).sum())]
def statistics(raster):
    return [of_band(raster.GetRasterBand(band + 1)) for band in range(raster.RasterCount)]
bands = json.loads(sys.argv[3])
print(json.dumps([statistics(gdal.Translate("", path, format="MEM")), statistics(cut), ndvi(cut, *bands)]))`
      const formula = treeOf('(R850 - R670) / (R850 + R670)')
      const [nir, red] = bandsOf(formula)
      const [whole, cut, ndvi] = JSON.parse(
        run(
          gdalPython!,
          '-c',
          script,
          realScene!,
          JSON.stringify(ring),
          JSON.stringify([Math.max(nir!, red!), Math.min(nir!, red!)]),
        ),
      ) as [(number[] | null)[], (number[] | null)[], number[]]
      // A formula over the same region, every pixel of it.
      const { values } = await regionValues(cog, [formula], area, { breaks: [0.5], run: statisticsHere() })
      const [ours] = values
      const [count, min, max, mean, std, ...told] = ndvi
      const above = told.pop()
      expect(ours!.valid).toBe(count)
      expect(ours!.classPixels).toEqual([count! - above!, above])
      expect([ours!.min, ours!.max, ours!.mean, ours!.deviation].map(Number)).toEqual(
        [min, max, mean, std].map((value) => expect.closeTo(value!, 6)),
      )
      expect([5, 25, 50, 75, 95].map((percent) => percentile(ours!, percent))).toEqual(
        told.map((value) => expect.closeTo(value, 6)),
      )
      for (const [expected, region] of [
        [whole!, null],
        [cut!, area],
      ] as const) {
        const { bands } = await regionStatistics(cog, region)
        expect(bands).toHaveLength(expected.length)
        expect(expected.filter((band) => band !== null).length).toBeGreaterThan(200)
        expected.forEach((told, band) => {
          const ours = bands[band]!
          expect(ours.count > 0).toBe(told !== null)
          const [min, max, mean, std] = told ?? []
          if (!told) return
          // GDAL counts stored samples: reflectance is a ten thousandth of them.
          expect(Math.abs(ours.min - min! * 1e-4)).toBeLessThan(1e-9)
          expect(Math.abs(ours.max - max! * 1e-4)).toBeLessThan(1e-9)
          expect(Math.abs(ours.mean - mean! * 1e-4)).toBeLessThan(1e-6 * Math.abs(mean! * 1e-4))
          expect(Math.abs(ours.std - std! * 1e-4)).toBeLessThan(1e-6 * std! * 1e-4)
        })
      }
    },
  )
})
