import { beforeAll, describe, expect, test } from 'vitest'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import type { Polygon } from 'geojson'
import { createBlockReader } from './block-reader.ts'
import { fixture, memorySource, type MemorySource } from './memory-source-for-tests.ts'
import { openSource, type Cog } from './open-cog.ts'
import { pixelToLngLat } from './raster-grid.ts'
import { regionValues } from './region-values.ts'
import { statisticsHere } from './run-statistics.ts'
import { percentile } from './value-statistics.ts'

// What each pixel of the file holds is a formula of its place: 70 x 50 pixels, scale 0.0001, offset -0.01, 0 is "no data".
const digitAt = (band: number, x: number, y: number) => (band * 1000 + y * 97 + x * 31) % 10007
const valueAt = (band: number, x: number, y: number) => digitAt(band, x, y) * 0.0001 - 0.01
const run = statisticsHere()

function treeOf(text: string) {
  const parsed = parseFormula(text)
  const bound = parsed.ok ? bind(parsed.tree, [{ name: 'a' }, { name: 'b' }, { name: 'c' }]) : parsed
  if (!bound.ok) throw new Error(text)
  return bound.tree
}

describe('regionValues', () => {
  let cog: Cog
  let source: MemorySource
  beforeAll(async () => {
    source = memorySource(await fixture('uint16-planar-tiles.tif'))
    cog = await openSource(source, {}, { reader: createBlockReader() })
  })
  const corner = (x: number, y: number) => pixelToLngLat(cog.info.grid, x, y)
  const triangle = (): Polygon => ({
    type: 'Polygon',
    coordinates: [[corner(4.2, 3.1), corner(66.7, 20.4), corner(30.2, 47.9), corner(4.2, 3.1)]],
  })
  /** Above the first edge, left of the others, by the sign of a cross product at each pixel's middle. */
  const inTriangle = (x: number, y: number) => {
    const at = [x + 0.5, y + 0.5] as const
    const corners = [[4.2, 3.1], [66.7, 20.4], [30.2, 47.9]] as const // prettier-ignore
    return corners.every(([x1, y1], i) => {
      const [x2, y2] = corners[(i + 1) % 3]!
      return (x2 - x1) * (at[1] - y1) - (y2 - y1) * (at[0] - x1) > 0
    })
  }
  const places = (isIn: (x: number, y: number) => boolean) =>
    Array.from({ length: 70 * 50 }, (_, i) => [i % 70, Math.floor(i / 70)] as const).filter(([x, y]) => isIn(x, y))

  test.each([2 ** 21, 500, 1])('counts all pixels inside, read in pieces of %i samples', async (pieceSamples) => {
    const shares: number[] = []
    const found = await regionValues(cog, [treeOf('(b - a) / (a + b)'), treeOf('c')], triangle(), {
      run,
      pieceSamples,
      breaks: [-0.1, 0, 0.3],
      onProgress: (share) => shares.push(share),
    })
    const inside = places(inTriangle)
    const known = inside.filter(([x, y]) => digitAt(0, x, y) !== 0 && digitAt(1, x, y) !== 0)
    const ratios = known
      .map(([x, y]) => (valueAt(1, x, y) - valueAt(0, x, y)) / (valueAt(0, x, y) + valueAt(1, x, y)))
      .toSorted((a, b) => a - b)
    const mean = ratios.reduce((sum, value) => sum + value, 0) / ratios.length
    const deviation = Math.sqrt(ratios.reduce((sum, value) => sum + (value - mean) ** 2, 0) / ratios.length)
    expect(found).toMatchObject({ pixels: inside.length, pixelAreaM2: 100, thinning: 1 })
    const [ratio, third] = found.values
    expect(ratio).toMatchObject({ pixels: inside.length, valid: ratios.length })
    for (const [ours, told] of [
      [ratio!.mean, mean],
      [ratio!.deviation, deviation],
      [ratio!.min, ratios[0]!],
      [ratio!.max, ratios.at(-1)!],
    ] as const)
      // prettier-ignore
      expect(ours).toBeCloseTo(told, 6)
    for (const percent of [5, 25, 50, 75, 95]) {
      const place = (percent / 100) * (ratios.length - 1)
      const [low, high] = [ratios[Math.floor(place)]!, ratios[Math.ceil(place)]!]
      expect(percentile(ratio!, percent)).toBeCloseTo(low + (high - low) * (place % 1), 6)
    }
    expect(ratio!.classPixels).toEqual([
      ratios.filter((value) => value < -0.1).length,
      ratios.filter((value) => value >= -0.1 && value < 0).length,
      ratios.filter((value) => value >= 0 && value < 0.3).length,
      ratios.filter((value) => value >= 0.3).length,
    ])
    expect(third!.valid).toBe(inside.filter(([x, y]) => digitAt(2, x, y) !== 0).length)
    expect(shares.at(-1)).toBe(1)
    expect(shares).toEqual(shares.toSorted((a, b) => a - b))
  })

  test('the whole raster, a formula of no band, a region beside it, and one where nothing has a value', async () => {
    const whole = await regionValues(cog, [treeOf('2')], null, { run })
    expect(whole).toMatchObject({ pixels: 3500, values: [{ valid: 3500, mean: 2, deviation: 0, classPixels: null }] })
    const [west, south] = [corner(-90, 10), corner(-80, 30)]
    const beside: Polygon = { type: 'Polygon', coordinates: [[west, south, corner(-95, 30), west]] }
    expect(await regionValues(cog, [treeOf('a')], beside, { run })).toMatchObject({ pixels: 0, values: [{ valid: 0 }] })
    const none = await regionValues(cog, [treeOf('a > 9 ? a : 0 / 0')], triangle(), { run, breaks: [0] })
    expect(none.values[0]).toMatchObject({ valid: 0, mean: NaN, classPixels: [0, 0] })
    expect(none.pixels).toBeGreaterThan(1000)
  })

  test('too many pixels are counted at a coarser level, which stands for the same ground', async () => {
    const fine = await regionValues(cog, [treeOf('a')], null, { run })
    const coarse = await regionValues(cog, [treeOf('a')], null, { run, maxPixels: 1000 })
    expect(coarse).toMatchObject({ pixels: 35 * 25, pixelAreaM2: 400, thinning: 2 })
    expect(coarse.pixels * coarse.pixelAreaM2).toBe(fine.pixels * fine.pixelAreaM2)
  })

  test('stops when nobody wants it, and when a piece can not be read', async () => {
    const stop = new AbortController()
    const counting = regionValues(cog, [treeOf('a')], null, {
      run,
      pieceSamples: 1,
      signal: stop.signal,
      onProgress: () => stop.abort(new Error('enough')),
    })
    await expect(counting).rejects.toThrow('enough')
    const bytes = await fixture('uint16-planar-tiles.tif')
    const cut = await openSource(memorySource(bytes.slice(0, bytes.length - 2000)), {}, { reader: createBlockReader() })
    await expect(regionValues(cut, [treeOf('a + b + c')], null, { run, pieceSamples: 1 })).rejects.toThrow(/cut off/)
  })
})
