import { afterAll, describe, expect, test } from 'vitest'
import { insideOf, spansOfArea } from '#src/imagery/region-spans.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { readSpectrum } from '#src/imagery/read-spectrum.ts'
import { readValues, readWindow } from '#src/imagery/read-window.ts'
import { regionStatistics } from '#src/imagery/region-statistics.ts'
import { percentile } from '#src/imagery/value-histogram.ts'
import { regionValues } from '#src/imagery/region-values.ts'
import { statisticsHere } from '#src/imagery/run-statistics.ts'
import { percentile as percentileOfValues } from '#src/imagery/value-statistics.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import { gdalIsThere, rastersByGdal } from './rasters-by-gdal.ts'
import type { RasterByGdal } from './rasters-by-gdal.ts'

// GDAL writes rasters of every kind and says what it reads from them; our reader must read the same.
describe.skipIf(!gdalIsThere)('files that GDAL wrote (skipped where GDAL for Python is not installed)', () => {
  const rasters = rastersByGdal()
  afterAll(rasters.remove)
  const kinds = ['uint8', 'int8', 'uint16', 'int16', 'uint32', 'int32', 'float16', 'float32', 'float64']

  test.each(kinds)('%s: each codec, predictor, layout, interleaving and byte order', async (kind) => {
    const names = rasters.names(new RegExp(`^${kind}-`))
    expect(names.length).toBeGreaterThan(50)
    for (const name of names) await expectSame(name)
  })

  test.each(rasters.names(/^(big-tiff|one-strip|many-bands|sparse|described)/))('%s', expectSame)

  async function expectSame(name: string): Promise<void> {
    const told = rasters.index[name]!
    const cog = await rasters.open(`${name}.tif`)
    await expectSamePixels(cog, told, rasters.values(name, told), name)
  }

  /** The whole, a window inside, and all bands of single pixels. */
  async function expectSamePixels(cog: Cog, told: RasterByGdal, expected: Float64Array[], name: string): Promise<void> {
    const { width, height, bands } = told
    const all = expected.map((_, band) => band)
    const whole = await readWindow(cog, all)
    // Shown as float32; everything else below is exact.
    whole.forEach((samples, band) => expect(same(samples, expected[band]!, Math.fround), `${name} ${band}`).toBe(true))
    const window = { x: width >> 2, y: height >> 2, width: width >> 1, height: height >> 1 }
    const [part] = await readWindow(cog, [bands - 1], { window })
    const cut = Float64Array.from({ length: window.width * window.height }, (_, i) => {
      const [x, y] = [window.x + (i % window.width), window.y + Math.floor(i / window.width)]
      return expected[bands - 1]![y * width + x]!
    })
    expect(same(part!, cut, Math.fround), `${name}, window`).toBe(true)
    const { nodata } = cog.info
    for (const [x, y] of [
      [0, 0],
      [width - 1, height - 1],
      [width >> 1, (height >> 1) + 1],
    ] as const) {
      const spectrum = await readSpectrum(cog, { x, y })
      const raw = expected.map((band) => band[y * width + x]!)
      const values = raw.map((sample, band) => {
        const { scale, offset } = cog.info.bands[band]!
        return sample === nodata ? NaN : sample * scale + offset
      })
      expect([...spectrum], `${name} at ${x}, ${y}`).toEqual(values)
    }
  }

  test('overviews, their own or made by leaving out pixels', async () => {
    for (const name of ['overviews', 'overviews-pixel', 'no-overviews']) {
      const told = rasters.index[name]!
      const cog = await rasters.open(`${name}.tif`)
      expect(cog.levels.slice(1).map(({ width, height }) => [width, height])).toEqual(
        told.overviews!.slice(0, cog.levels.length - 1),
      )
      for (const [i, [width, height]] of told.overviews!.entries()) {
        if (i + 1 >= cog.levels.length) continue
        const expected = rasters.values(`${name}.level${i + 1}`, { width, height, bands: told.bands })
        const all = expected.map((_, band) => band)
        const read = await readWindow(cog, all, { level: i + 1 })
        read.forEach((samples, band) => expect(same(samples, expected[band]!), `${name}, level ${i + 1}`).toBe(true))
      }
    }
  })

  test.each(rasters.names(/^(epsg|pixel-is-point)/))('%s lies where PROJ says', async (name) => {
    const { corners, width, height } = rasters.index[name]!
    const { info } = await rasters.open(`${name}.tif`)
    const ours = [
      pixelToLngLat(info.grid, 0, 0),
      pixelToLngLat(info.grid, width, 0),
      pixelToLngLat(info.grid, width, height),
    ]
    ours.forEach(([lng, lat], i) => {
      // 1e-8 degrees are a millimetre.
      expect(lng).toBeCloseTo(corners[i]![0], 8)
      expect(lat).toBeCloseTo(corners[i]![1], 8)
    })
    const isForeign = /25832|26918|28356|31983|4258/.test(name)
    expect(info.notes.some((note) => note.includes('taken as WGS 84'))).toBe(isForeign)
  })

  test.each([
    ['epsg-3035', 'EPSG:3035'],
    ['rotated', 'rotated'],
    ['south-up', 'upside down'],
    ['jpeg', 'JPEG'],
    ['lerc', 'LERC'],
    ['12-bit', '12-bit unsigned'],
  ])('%s is refused in words', async (name, says) => {
    await expect(rasters.open(`refused-${name}.tif`)).rejects.toThrow(says)
  })

  test('pixels that a mask hides have no value', async () => {
    for (const name of ['mask-tiles', 'mask-strips']) {
      const told = rasters.index[name]!
      const [shown] = rasters.values(`${name}.mask`, { ...told, bands: 1 })
      const expected = rasters.values(name, told).map((band) => band.map((value, i) => (shown![i] === 0 ? NaN : value)))
      const cog = await rasters.open(`${name}.tif`)
      expect(cog.info).toMatchObject({ sampleType: 'float32', storage: { hasMask: true } })
      const read = await readWindow(cog, [0, 1])
      const values = await readValues(cog, [0, 1])
      for (const band of [0, 1]) {
        expect(same(read[band]!, expected[band]!), name).toBe(true)
        expect(same(values[band]!, expected[band]!), name).toBe(true)
      }
      expect([...(await readSpectrum(cog, { x: 5, y: 0 }))]).toEqual([NaN, NaN])
      const { pixels, bands } = await regionStatistics(cog, null)
      const kept = expected[1]!.filter((value) => !Number.isNaN(value))
      expect(pixels).toBe(kept.length)
      expect(bands[1]).toMatchObject({ count: kept.length, min: Math.min(...kept), max: Math.max(...kept) })
    }
  })

  test('scale, offset, names, wavelengths and nodata', async () => {
    const { info } = await rasters.open('described.tif')
    expect(info.bands).toEqual([
      { name: 'Blue', wavelengthNm: 490, fwhmNm: 20, scale: 0.0001, offset: -0.1 },
      { name: 'Near infrared', wavelengthNm: 865, fwhmNm: 20, scale: 0.0002, offset: -0.1 },
    ])
    expect(info.nodata).toBe(0)
    expect(info.notes).toEqual([])
  })

  test.each(rasters.names(/^envi-/))('%s: raw pixels with their header', async (name) => {
    const told = rasters.index[name]!
    const cog = await rasters.open(`${name}.dat`, { header: new TextDecoder().decode(rasters.bytes(`${name}.hdr`)) })
    expect(cog.info.storage.format).toBe('ENVI')
    await expectSamePixels(cog, told, rasters.values(name, told), name)
    const [lng, lat] = pixelToLngLat(cog.info.grid, 0, 0)
    expect(lng).toBeCloseTo(told.corners[0]![0], 8)
    expect(lat).toBeCloseTo(told.corners[0]![1], 8)
  })

  test('statistics of a region equal those that GDAL counts behind a cutline', async () => {
    const { area, statistics } = rasters.index['region']!
    const cog = await rasters.open('region.tif')
    const { bands, pixels, areaM2 } = await regionStatistics(cog, area!)
    const inside = insideOf(spansOfArea(area!, cog.info.grid), { x: 0, y: 0, width: 120, height: 110 })
    expect(pixels).toBe(inside.filter(Boolean).length)
    expect(areaM2).toBe(pixels * 100)
    statistics!.forEach(({ count, min, max, mean, std, percentiles }, band) => {
      const ours = bands[band]!
      expect(ours).toMatchObject({ count, min, max })
      expect(Math.abs(ours.mean - mean)).toBeLessThan(1e-6 * Math.abs(mean))
      expect(Math.abs(ours.std - std)).toBeLessThan(1e-6 * std)
      expect([0.02, 0.25, 0.5, 0.98].map((share) => percentile(ours.histogram, share))).toEqual(percentiles)
    })
  })

  test('a formula in a region spreads as NumPy counts it behind a cutline of GDAL', async () => {
    const { area, ratio } = rasters.index['region']!
    const cog = await rasters.open('region.tif')
    const [a, b] = [bandTree(0), bandTree(1)]
    const tree = binary('/', binary('-', a, b), binary('+', a, b))
    const options = { breaks: ratio!.borders, run: statisticsHere() }
    const { pixels, pixelAreaM2, thinning, values } = await regionValues(cog, [tree], area!, options)
    const [ours] = values
    expect({ thinning, pixelAreaM2 }).toEqual({ thinning: 1, pixelAreaM2: 100 })
    expect(pixels).toBe((await regionStatistics(cog, area!)).pixels)
    expect(ours).toMatchObject({ pixels, valid: ratio!.count, classPixels: ratio!.classes })
    const near = (value: number, told: number) => expect(Math.abs(value - told)).toBeLessThan(1e-6 * Math.abs(told))
    near(ours!.min, ratio!.min)
    near(ours!.max, ratio!.max)
    near(ours!.deviation, ratio!.std)
    // A mean of large numbers of either sign keeps fewer digits than they have.
    expect(Math.abs(ours!.mean - ratio!.mean)).toBeLessThan(1e-7 * ratio!.std)
    for (const [i, percent] of [5, 25, 50, 75, 95].entries())
      expect(Math.abs(percentileOfValues(ours!, percent) - ratio!.percentiles[i]!)).toBeLessThan(1e-6)
  })
})

function bandTree(index: number): BoundFormula {
  return { kind: 'band', band: { index, name: `b${index}` }, text: '', start: 0, end: 0 }
}

function binary(operator: '+' | '-' | '/', left: BoundFormula, right: BoundFormula): BoundFormula {
  return { kind: 'binary', operator, left, right, start: 0, end: 0 }
}

/** Whether two arrays hold the same numbers; NaN is NaN. */
function same(ours: ArrayLike<number>, theirs: ArrayLike<number>, rounded = (value: number) => value): boolean {
  if (ours.length !== theirs.length) return false
  for (let i = 0; i < ours.length; i++) if (!Object.is(ours[i]! + 0, rounded(theirs[i]!) + 0)) return false
  return true
}
