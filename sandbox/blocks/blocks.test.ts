import { area, featureCollection } from '@turf/turf'
import type { FeatureCollection, Polygon } from 'geojson'
import { describe, expect, test } from 'vitest'
import { inverse } from '#src/geo/projection.ts'
import { landCoverAt } from '#sandbox/earth/land-cover.ts'
import type { LandCoverKind } from '#sandbox/earth/land-cover-kinds.ts'
import { sensors } from '#sandbox/earth/sensors.ts'
import type { RasterInfo, Samples } from '#sandbox/raster/raster.ts'
import { squareAt } from '#sandbox/sandbox-for-tests.ts'
import { bandProblem, blocks, rasterInputs } from './blocks.ts'
import { changeDetection } from './change-detection.ts'
import { cropStress, robustSpread } from './crop-stress.ts'
import { gapFilledNdvi } from './gap-filled-ndvi.ts'
import { imageClustering } from './image-clustering.ts'
import { landCover } from './land-cover.ts'
import { principalComponents } from './principal-components.ts'
import { modelPicture, rasterOf, runOn } from './run-for-tests.ts'
import { onGrid } from './same-grid.ts'
import { segmentation } from './segmentation.ts'
import { spectralIndex } from './spectral-index.ts'
import { chlorophyllMgM3, trophicStateIndex, turbidityFnu, waterQuality } from './water-quality.ts'
import { zonalStatistics } from './zonal-statistics.ts'

const potsdam = [13.055, 52.345] as const
const fields = [10.05, 45.15] as const
const firefly = (place: readonly [number, number], day: string) => modelPicture('pixxel-ff-l2a', place, day)

/** What the model put under every pixel. */
function truth({ grid }: RasterInfo): LandCoverKind[] {
  return Array.from({ length: grid.width * grid.height }, (_, i) => {
    const x = i % grid.width
    const y = (i - x) / grid.width
    const [lng, lat] = inverse(
      [grid.originX + (x + 0.5) * grid.pixelSize, grid.originY - (y + 0.5) * grid.pixelSize],
      grid.epsg,
    )
    return landCoverAt(lng, lat).kind
  })
}

/** Share of the pixels of these kinds that the raster gives one of these classes. */
function shareOf(
  kinds: readonly LandCoverKind[],
  cover: readonly LandCoverKind[],
  classes: Samples,
  wanted: readonly number[],
): number {
  const places = cover.flatMap((kind, i) => (kinds.includes(kind) ? [i] : []))
  expect(places.length, kinds.join()).toBeGreaterThan(200)
  return places.filter((i) => wanted.includes(classes[i]!)).length / places.length
}

describe('land cover', () => {
  test.each(['pixxel-ff-l2a', 'sentinel-2-l2a'])(
    'water, trees and built area lie where the model has them (%s)',
    async (collection) => {
      const ran = await runOn(landCover, { input_image: [modelPicture(collection, potsdam, '2026-07-10', 0.013)] })
      const { info, bands } = await ran.raster('land_cover.tif')
      const cover = truth(info)
      expect(shareOf(['lake', 'river'], cover, bands[0]!, [1])).toBeGreaterThan(0.9)
      expect(shareOf(['broadleaf forest', 'needleleaf forest'], cover, bands[0]!, [2])).toBeGreaterThan(0.85)
      expect(shareOf(['crops', 'grassland'], cover, bands[0]!, [5, 11, 8])).toBeGreaterThan(0.85)
      ran.end()
      const town = await runOn(landCover, { input_image: [modelPicture(collection, [13.4, 52.52], '2026-07-10')] })
      const seen = await town.raster('land_cover.tif')
      expect(shareOf(['urban'], truth(seen.info), seen.bands[0]!, [7])).toBeGreaterThan(0.5)
      town.end()
    },
  )

  test('the areas told are those counted in the file, and the colours are in it', async () => {
    const ran = await runOn(landCover, { input_image: [firefly(potsdam, '2026-07-10')] })
    const { info, bands } = await ran.raster('land_cover.tif')
    const classes = ran.outputs[0]!.properties['classes'] as { value: number; area: number; area_percentage: number }[]
    for (const { value, area: told, area_percentage: share } of classes) {
      const count = bands[0]!.filter((one) => one === value).length
      expect(told).toBe(count * 25)
      expect(share).toBeCloseTo((100 * count) / bands[0]!.length, 9)
    }
    expect(classes.reduce((sum, { area_percentage: share }) => sum + share, 0)).toBeCloseTo(100, 9)
    const rows = ran.table('class_areas.csv')
    expect(rows.map(([value]) => Number(value))).toEqual(classes.map(({ value }) => value))
    expect(Number(rows[0]![3])).toBeCloseTo(classes[0]!.area / 10_000, 4)
    expect(info).toMatchObject({ sampleType: 'uint8', nodata: 0 })
    expect(info.metadata?.['CLASS_2']).toBe('Trees')
    ran.end()
  })

  test('winter snow and summer ground are told apart', async () => {
    const place = [28.2, 66.9] as const
    const january = await runOn(landCover, { input_image: [modelPicture('sentinel-2-l2a', place, '2026-01-20')] })
    const july = await runOn(landCover, { input_image: [modelPicture('sentinel-2-l2a', place, '2026-07-20')] })
    const snow = async (ran: typeof july) =>
      (await ran.raster('land_cover.tif')).bands[0]!.filter((value) => value === 9).length
    expect(await snow(january)).toBeGreaterThan(100)
    expect(await snow(july)).toBe(0)
    january.end()
    july.end()
  })
})

describe('water quality', () => {
  test('formulas at points that can be worked out by hand', () => {
    expect(chlorophyllMgM3(0.02, 0.02)).toBeCloseTo(14.039, 6)
    expect(chlorophyllMgM3(0.01, 0.03)).toBeCloseTo(14.039 + 86.115 / 2 + 194.325 / 4, 6)
    expect(chlorophyllMgM3(0.03, 0.01)).toBeGreaterThan(0)
    expect(turbidityFnu(0.02, 0.005)).toBeCloseTo((228.1 * 0.02) / (1 - 0.02 / 0.1641), 6)
    expect(turbidityFnu(0.1, 0.03)).toBeCloseTo((3078.9 * 0.03) / (1 - 0.03 / 0.2112), 6)
    expect(trophicStateIndex(20)).toBeCloseTo(59.99, 1)
  })

  test('values on the water only; plankton of July above that of April', async () => {
    const mean = async (day: string) => {
      const ran = await runOn(waterQuality, { input_image: [firefly(potsdam, day)] })
      const { info, bands } = await ran.raster('water_quality.tif')
      const cover = truth(info)
      const wet = ['lake', 'river', 'sea']
      const right = cover.filter((kind, i) => wet.includes(kind) === !Number.isNaN(bands[1]![i]!)).length
      expect(right / cover.length).toBeGreaterThan(0.95)
      const chlorophyll = [...bands[0]!].filter((value) => !Number.isNaN(value))
      expect(chlorophyll.length).toBeGreaterThan(1000)
      ran.end()
      return chlorophyll.reduce((sum, value) => sum + value, 0) / chlorophyll.length
    }
    const [july, april] = [await mean('2026-07-25'), await mean('2026-04-02')]
    expect(july).toBeGreaterThan(15)
    expect(july).toBeGreaterThan(april)
  })

  test('land alone has no water quality, and Landsat lacks a band for it', async () => {
    await expect(runOn(waterQuality, { input_image: [firefly([25, 25], '2026-07-10')] })).rejects.toThrow(
      'no open water',
    )
    const landsat = sensors.find(({ key }) => key === 'landsat')!
    expect(bandProblem(rasterInputs(waterQuality)[0]!, landsat.bands)).toMatch(/708 nm/)
    expect(bandProblem(rasterInputs(landCover)[0]!, landsat.bands)).toBeNull()
  })
})

test('crop stress: scores of growing plants have median 0 and spread 1, and classes follow the scores', async () => {
  const ran = await runOn(cropStress, { input_image: [firefly(fields, '2026-06-20')] }, { minimum_ndvi: 0.4 })
  const score = (await ran.raster('stress_score.tif')).bands[0]!
  const classes = (await ran.raster('stress_class.tif')).bands[0]!
  const valid = Float32Array.from([...score].filter((value) => !Number.isNaN(value)))
  expect(valid.length).toBeGreaterThan(5000)
  const { median, spread } = robustSpread(valid)
  expect(median).toBeCloseTo(0, 1)
  expect(spread).toBeCloseTo(1, 1)
  for (let i = 0; i < score.length; i += 7) {
    const z = score[i]!
    expect(classes[i]).toBe(Number.isNaN(z) ? 0 : z < -3 ? 1 : z < -2 ? 2 : z < -1 ? 3 : z <= 2 ? 4 : 5)
  }
  ran.end()
})

describe('change detection', () => {
  test('finds a square that lost its plants, and nothing else', async () => {
    const [width, height] = [120, 100]
    const reflectance = (changed: boolean) =>
      rasterOf(
        width,
        height,
        ([0.06, 0.05, 0.4] as const).map((value, band) =>
          Float32Array.from({ length: width * height }, (_, i) => {
            const [x, y] = [i % width, Math.floor(i / width)]
            const bare = changed && x >= 30 && x < 60 && y >= 20 && y < 50
            return (bare ? [0.12, 0.2, 0.25][band]! : value) * (1 + 0.02 * Math.sin(i * 12.9898 + band))
          }),
        ),
        ['green', 'red', 'nir'],
      )
    const ran = await runOn(changeDetection, {
      before: [{ source: reflectance(false), date: '2026-05-01' }],
      after: [{ source: reflectance(true), date: '2026-08-01' }],
    })
    const classes = (await ran.raster('change.tif')).bands[0]!
    expect(classes.filter((value) => value === 1)).toHaveLength(900)
    expect(classes.filter((value) => value === 3)).toHaveLength(0)
    expect(classes[35 * width + 45]).toBe(1)
    ran.end()
  })

  test('harvest shows as loss between June and October, on grids that differ too', async () => {
    const [june, october] = [firefly(fields, '2026-06-20'), firefly([fields[0] + 0.0004, fields[1]], '2026-10-20')]
    const ran = await runOn(changeDetection, { before: [june], after: [october] })
    const difference = (await ran.raster('difference.tif')).bands[0]!
    const seen = [...difference].filter((value) => !Number.isNaN(value))
    expect(seen.length).toBeLessThan(difference.length)
    expect(seen.length).toBeGreaterThan(0.9 * difference.length)
    expect(Math.min(...seen.slice(0, 5000))).toBeGreaterThanOrEqual(-2)
    expect(ran.outputs[0]!.properties['threshold']).toBeGreaterThan(0.1)
    ran.end()
  })

  test('another grid is read at the nearest pixel', async () => {
    const values = Float32Array.from({ length: 20 * 20 }, (_, i) => i)
    const source = rasterOf(20, 20, [values])
    const { grid } = source.info
    const moved = onGrid(source, { ...grid, originX: grid.originX + 48, originY: grid.originY - 27 })
    const [samples] = await moved.read({ x: 2, y: 1, width: 3, height: 2 })
    // Centre (2.5, 1.5) there lies 73 m east and 42 m south here: in pixel (7, 4).
    expect([...samples!]).toEqual([4 * 20 + 7, 4 * 20 + 8, 4 * 20 + 9, 5 * 20 + 7, 5 * 20 + 8, 5 * 20 + 9])
    const [outside] = await moved.read({ x: 15, y: 0, width: 1, height: 1 })
    expect(outside![0]).toBeNaN()
  })
})

describe('gap-filled NDVI', () => {
  test('fills what a cloud hid from the dates around it', async () => {
    const [width, height] = [10, 10]
    const day = (ndvi: number, cloud: boolean) => {
      const red = 0.05
      const nir = (red * (1 + ndvi)) / (1 - ndvi)
      const values = cloud ? [0.5, 0.5, 0.5, 0.55] : [0.03, 0.05, red, nir]
      const bands = values.map((value, band) =>
        Float32Array.from({ length: width * height }, (_, i) =>
          i === 0 || !cloud ? [0.03, 0.05, red, nir][band]! : value,
        ),
      )
      return rasterOf(width, height, bands, ['blue', 'green', 'red', 'nir'])
    }
    const dates = ['2026-05-01', '2026-05-21', '2026-06-10', '2026-06-30']
    const series = dates.map((date, i) => ({ date, source: day(0.3 + 0.1 * i, i === 1) }))
    const ran = await runOn(gapFilledNdvi, { input_image: series }, { step_days: 10, smoothness: 1 })
    const { info, bands } = await ran.raster('ndvi_series.tif')
    expect(info.bands.map(({ name }) => name)).toEqual([
      '2026-05-01',
      '2026-05-11',
      '2026-05-21',
      '2026-05-31',
      '2026-06-10',
      '2026-06-20',
      '2026-06-30',
    ])
    // The course is a straight line, which the smoother leaves as it is.
    for (const [step, band] of bands.entries())
      for (const pixel of [0, 55]) expect(band[pixel]).toBeCloseTo(0.3 + 0.05 * step, 4)
    const rows = ran.table('mean_series.csv')
    expect(rows.find(([date, observed]) => date === '2026-05-21' && observed !== '')?.[1]).toBe('0.4')
    ran.end()
  })

  test('fields of the model green up and fall again; two dates are too few', async () => {
    const days = ['2026-03-01', '2026-04-10', '2026-05-20', '2026-06-25', '2026-08-01', '2026-09-15', '2026-11-10']
    const series = days.map((date) => modelPicture('sentinel-2-l2a', fields, date))
    const ran = await runOn(gapFilledNdvi, { input_image: series })
    const { bands } = await ran.raster('ndvi_series.tif')
    const means = bands.map((band) => [...band].reduce((sum, value) => sum + value, 0) / band.length)
    expect(Math.max(...means)).toBeGreaterThan(means[0]! + 0.1)
    expect(Math.max(...means)).toBeGreaterThan(means.at(-1)! + 0.05)
    ran.end()
    await expect(runOn(gapFilledNdvi, { input_image: series.slice(0, 2) })).rejects.toThrow('at least three dates')
  })
})

test('clustering: groups of the model picture follow its water, and repeat byte by byte', async () => {
  const once = () => runOn(imageClustering, { input_image: [firefly(potsdam, '2026-07-10')] }, { clusters: 5 })
  const [first, second] = [await once(), await once()]
  expect(first.bytes('clusters.tif').equals(second.bytes('clusters.tif'))).toBe(true)
  const { info, bands } = await first.raster('clusters.tif')
  // Groups are ordered from dark to bright: open water is the darkest.
  expect(shareOf(['lake'], truth(info), bands[0]!, [1])).toBeGreaterThan(0.95)
  expect(new Set(bands[0])).toEqual(new Set([1, 2, 3, 4, 5]))
  expect(first.table('centroids.csv')).toHaveLength(40)
  for (const ran of [first, second]) ran.end()
})

test('principal components: uncorrelated, of falling variance, and as large as the table says', async () => {
  const ran = await runOn(principalComponents, { input_image: [firefly(potsdam, '2026-07-10')] }, { components: 4 })
  const { bands } = await ran.raster('components.tif')
  const count = bands[0]!.length
  const variance = (a: Samples, b: Samples) => Array.from(a).reduce((sum, value, i) => sum + value * b[i]!, 0) / count
  const variances = bands.map((band) => variance(band, band))
  const told = ran.table('variance.csv').map((row) => Number(row[1]))
  for (const [i, value] of variances.entries()) {
    expect(value / told[i]!).toBeCloseTo(1, 1)
    expect(value).toBeLessThanOrEqual(variances[i - 1] ?? Infinity)
  }
  expect(Math.abs(variance(bands[0]!, bands[1]!))).toBeLessThan(0.02 * Math.sqrt(variances[0]! * variances[1]!))
  const explained = ran.outputs[0]!.properties['explained_variance'] as number[]
  expect(explained[0]).toBeGreaterThan(0.5)
  expect(explained.reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(1)
  ran.end()
})

test('segmentation: polygons cover the picture once, and zonal statistics agree with their pixels', async () => {
  const picture = modelPicture('sentinel-2-l2a', fields, '2026-06-20', 0.01)
  const ran = await runOn(segmentation, { input_image: [picture] }, { segment_size: 10 })
  const segments = JSON.parse(ran.bytes('segments.geojson').toString()) as FeatureCollection<
    Polygon,
    { pixels: number; area_ha: number; segment: number }
  >
  const { grid } = picture.source.info
  expect(segments.features.reduce((sum, { properties }) => sum + properties.pixels, 0)).toBe(grid.width * grid.height)
  const turned = segments.features.reduce((sum, feature) => sum + area(feature), 0)
  expect(turned / (grid.width * grid.height * 100)).toBeCloseTo(1, 2)

  const index = await runOn(spectralIndex, { input_image: [picture] }, { expression: '(nir - red) / (nir + red)' })
  const { info, bands } = await index.raster('index.tif')
  const source = rasterOf(grid.width, grid.height, [bands[0] as Float32Array], ['ndvi'])
  const zones = await runOn(
    zonalStatistics,
    { values: [{ source: { ...source, info: { ...info, bands: [{ name: 'ndvi' }] } }, date: null }] },
    {},
    { zones: segments },
  )
  const rows = zones.table('statistics.csv')
  expect(rows).toHaveLength(segments.features.length)
  // Pixel borders are stored to the centimetre, so every pixel centre lies in its own polygon.
  expect(rows.map((row) => Number(row[2]))).toEqual(segments.features.map(({ properties }) => properties.pixels))
  const weighted = rows.reduce((sum, row) => sum + Number(row[2]) * Number(row[3]), 0) / bands[0]!.length
  expect(weighted).toBeCloseTo([...bands[0]!].reduce((a, b) => a + b, 0) / bands[0]!.length, 4)
  for (const one of [ran, index, zones]) one.end()
})

test('zonal statistics of a polygon beside the raster are empty, not zero', async () => {
  const source = rasterOf(4, 4, [Float32Array.from({ length: 16 }, () => 2)], ['value'])
  const away = featureCollection([{ type: 'Feature' as const, properties: {}, geometry: squareAt(0, 0, 0.01) }])
  const ran = await runOn(zonalStatistics, { values: [{ source, date: null }] }, {}, { zones: away })
  expect(ran.table('statistics.csv')).toEqual([['1', 'value', '0', '', '', '', '']])
  ran.end()
})

test('progress never falls and ends at the end', async () => {
  const ran = await runOn(cropStress, { input_image: [modelPicture('sentinel-2-l2a', fields, '2026-06-20')] })
  expect(ran.progress.at(-1)).toBe(1)
  expect(ran.progress).toEqual(ran.progress.toSorted((a, b) => a - b))
  ran.end()
})

test('every block says where its method comes from, and works on one satellite of the model at least', () => {
  expect(blocks.filter(({ modes }) => modes.includes('insight')).length).toBeGreaterThanOrEqual(8)
  for (const block of blocks) {
    expect(block.reference, block.name).toMatch(/(19|20)\d\d/)
    const served = sensors.filter(({ bands }) =>
      rasterInputs(block).every((input) => bandProblem(input, bands) === null),
    )
    expect(served.length, block.name).toBeGreaterThan(0)
  }
})
