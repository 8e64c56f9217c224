import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { toUtm, utmEpsg } from '#src/geo/utm.ts'
import type { Grid } from '#sandbox/raster/raster.ts'
import { findLandCover } from './land-cover.ts'
import { gridFor } from './scene-grid.ts'
import { quicklookSource, sceneSource } from './scene-source.ts'
import type { SceneModel } from './scene.ts'
import { sensorByKey, sensors } from './sensors.ts'
import type { Sensor } from './sensors/sensor.ts'
import { sunPosition } from './sun.ts'

const box = (lng: number, lat: number, halfDegrees: number): Polygon => {
  const [w, e, s, n] = [lng - halfDegrees, lng + halfDegrees, lat - halfDegrees, lat + halfDegrees]
  return { type: 'Polygon', coordinates: [[[w, s], [e, s], [e, n], [w, n], [w, s]]] } // prettier-ignore
}

function sceneOver(
  [lng, lat]: readonly [number, number],
  sensor: Sensor,
  date: string,
  cloudCoverPercent = 0,
): SceneModel {
  const datetimeMs = Date.parse(date) + (10.7 - lng / 15) * 3_600_000
  const sun = sunPosition(lng, lat, datetimeMs)
  return {
    id: `test-${sensor.key}`,
    collectionId: sensor.collectionId,
    datetimeMs,
    cloudCoverPercent,
    offNadirDeg: 0,
    sunElevationDeg: sun.elevationDeg,
    sunAzimuthDeg: sun.azimuthDeg,
    footprint: box(lng, lat, 0.12),
    epsg: utmEpsg([lng, lat]),
    seed: 4711,
  }
}

function gridAround([lng, lat]: readonly [number, number], epsg: number, gsdM: number, pixels: number): Grid {
  const [x, y] = toUtm([lng, lat], epsg)
  const half = Math.floor(pixels / 2)
  return {
    epsg,
    originX: (Math.floor(x / gsdM) - half) * gsdM,
    originY: (Math.floor(y / gsdM) + half) * gsdM,
    pixelSize: gsdM,
    width: pixels,
    height: pixels,
  }
}

async function meanNdvi(place: readonly [number, number], sensor: Sensor, date: string, pixels = 5): Promise<number> {
  const scene = sceneOver(place, sensor, date)
  const grid = gridAround(place, scene.epsg, sensor.gsdM, pixels)
  const near = (nm: number) => {
    const distances = sensor.bands.map((band) => Math.abs(band.wavelengthNm - nm))
    return distances.indexOf(Math.min(...distances))
  }
  const whole = { x: 0, y: 0, width: pixels, height: pixels }
  const [red, nir] = await sceneSource(scene, sensor, grid).read(whole, [near(663), near(860)])
  let sum = 0
  for (let i = 0; i < red!.length; i++) {
    const r = red![i]! * sensor.scale + sensor.offset
    const n = nir![i]! * sensor.scale + sensor.offset
    sum += (n - r) / (n + r)
  }
  return sum / red!.length
}

const potsdam = [13.05, 52.38] as const
const forest = findLandCover(potsdam, ['broadleaf forest'], { clearM: 120 })!
const lake = findLandCover(potsdam, ['lake'], { clearM: 250 })!

test.each(sensors.map((sensor) => [sensor.name, sensor] as const))(
  '%s: NDVI over a summer forest is above 0.6, over a lake below 0, and lower in winter',
  async (_, sensor) => {
    const pixels = sensor.gsdM > 20 ? 3 : 9
    const summer = await meanNdvi(forest, sensor, '2025-07-05', pixels)
    expect(summer).toBeGreaterThan(0.6)
    expect(await meanNdvi(lake, sensor, '2025-07-05', pixels)).toBeLessThan(0)
    expect(await meanNdvi(forest, sensor, '2025-03-05', pixels)).toBeLessThan(summer - 0.25)
  },
)

test('a pixel has one value, whichever window, grid or band list asks for it', async () => {
  const sensor = sensorByKey('sentinel-2')
  const scene = sceneOver(potsdam, sensor, '2025-05-20', 35)
  const grid = gridAround(potsdam, scene.epsg, 10, 200)
  const whole = await sceneSource(scene, sensor, grid).read({ x: 0, y: 0, width: 200, height: 200 })
  const shifted: Grid = { ...grid, originX: grid.originX + 370, originY: grid.originY - 810, width: 100, height: 90 }
  const part = await sceneSource(scene, sensor, shifted).read({ x: 20, y: 5, width: 60, height: 70 }, [7, 2])
  for (let row = 0; row < 70; row++) {
    for (let column = 0; column < 60; column++) {
      const there = (row + 5 + 81) * 200 + column + 20 + 37
      expect(part[0]![row * 60 + column]).toBe(whole[7]![there])
      expect(part[1]![row * 60 + column]).toBe(whole[2]![there])
    }
  }
  expect(await sceneSource(scene, sensor, grid).read({ x: 0, y: 0, width: 200, height: 200 })).toEqual(whole)
})

test('another date of the same place differs in noise and season but keeps its shapes', async () => {
  const sensor = sensorByKey('sentinel-2')
  const window = { x: 0, y: 0, width: 120, height: 120 }
  const read = async (date: string, seed: number) => {
    const scene = { ...sceneOver(potsdam, sensor, date), seed }
    return (await sceneSource(scene, sensor, gridAround(potsdam, scene.epsg, 10, 120)).read(window, [7]))[0]!
  }
  const [one, other] = [await read('2025-07-01', 1), await read('2025-07-11', 2)]
  expect(one).not.toEqual(other)
  expect(correlation(one, other)).toBeGreaterThan(0.9)
})

function correlation(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const mean = (v: ArrayLike<number>) => Array.from(v).reduce((s, x) => s + x, 0) / v.length
  const [ma, mb] = [mean(a), mean(b)]
  let [ab, aa, bb] = [0, 0, 0]
  for (let i = 0; i < a.length; i++) {
    ab += (a[i]! - ma) * (b[i]! - mb)
    aa += (a[i]! - ma) ** 2
    bb += (b[i]! - mb) ** 2
  }
  return ab / Math.sqrt(aa * bb)
}

test('nodata lies outside the footprint and the mask, and nowhere else', async () => {
  const sensor = sensorByKey('landsat')
  const scene = sceneOver(potsdam, sensor, '2025-06-20')
  const grid = gridFor(box(...potsdam, 0.2), scene.epsg, 30)
  const window = { x: 0, y: 0, width: grid.width, height: grid.height }
  const valid = (samples: ArrayLike<number>) => Array.from(samples).filter((value) => value !== 0).length
  const [seen] = await sceneSource(scene, sensor, grid).read(window, [3])
  expect(valid(seen!) / (grid.width * grid.height)).toBeCloseTo(0.36, 1)
  const mask = box(potsdam[0], potsdam[1], 0.03)
  const [masked] = await sceneSource(scene, sensor, grid, { mask }).read(window, [3])
  expect(valid(masked!) / valid(seen!)).toBeCloseTo(1 / 16, 2)
})

test.each([5, 30, 70, 100])('clouds cover about the %i percent that the scene says', async (percent) => {
  const sensor = sensorByKey('sentinel-2')
  const scene = sceneOver(potsdam, sensor, '2025-07-05', percent)
  const source = quicklookSource({ ...scene, seed: 99 }, 220)
  const { width, height } = source.info.grid
  const clear = await quicklookSource({ ...scene, seed: 99, cloudCoverPercent: 0 }, 220).read(
    { x: 0, y: 0, width, height },
    [0],
  )
  const cloudy = await source.read({ x: 0, y: 0, width, height }, [0])
  let [covered, all] = [0, 0]
  for (let i = 0; i < clear[0]!.length; i++) {
    if (clear[0]![i] === 0) continue
    all++
    if (cloudy[0]![i]! > clear[0]![i]! + 1400) covered++
  }
  expect(Math.abs((100 * covered) / all - percent)).toBeLessThan(5)
})

test('a quicklook holds the whole footprint in the pixels asked for', () => {
  for (const sensor of sensors) {
    const scene = sceneOver(potsdam, sensor, '2025-07-05')
    const { grid } = quicklookSource(scene, 256).info
    expect(Math.max(grid.width, grid.height)).toBeLessThanOrEqual(256)
    expect(Math.max(grid.width, grid.height)).toBeGreaterThan(120)
    const full = gridFor(scene.footprint, scene.epsg, sensor.gsdM)
    expect(grid.width * grid.pixelSize).toBeGreaterThanOrEqual(full.width * full.pixelSize - grid.pixelSize)
  }
})

test('135 bands are computed faster than a disk would deliver them', async () => {
  const sensor = sensorByKey('firefly')
  const scene = sceneOver(potsdam, sensor, '2025-06-20', 10)
  const source = sceneSource(scene, sensor, gridAround(potsdam, scene.epsg, 5, 512))
  await source.read({ x: 0, y: 0, width: 64, height: 64 })
  // Time on the processor: others may use it, too.
  const started = process.cpuUsage()
  await source.read({ x: 0, y: 0, width: 512, height: 512 })
  const perSecond = (512 * 512 * 135) / (process.cpuUsage(started).user / 1000) / 1000
  console.info(`Firefly: ${perSecond.toFixed(1)} M samples/s`)
  // A fifth of what a quiet machine does, so that only a real loss fails.
  expect(perSecond).toBeGreaterThan(5)
})
