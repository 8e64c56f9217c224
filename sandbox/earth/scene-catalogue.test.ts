import { expect, test } from 'vitest'
import { isUtmEpsg } from '#src/geo/utm.ts'
import { landsatFrame } from './footprints.ts'
import { isLand } from './natural-earth.ts'
import { generateScenes } from './scene-catalogue.ts'
import { mgrsTile } from './scene-ids.ts'
import { centreOf, platformOf, sensorOf } from './scene.ts'
import { showcaseSites } from './showcase-sites.ts'
import { sunPosition } from './sun.ts'

const scenes = [...generateScenes({ count: 6000 })]
const patterns: Record<string, RegExp> = {
  pixxel: /^(FF0[1-6]|TD[12])_(\d{6})_(\d{8})_(L2A)_(\d{8})_(\d{3})(\d{2})(\d{3})$/,
  'sentinel-2-l2a': /^S2[ABC]_MSIL2A_\d{8}T\d{6}_R\d{3}_T\d{2}[C-X][A-Z]{2}_\d{8}T\d{6}$/,
  'landsat-c2-l2': /^LC0[89]_L2SP_\d{6}_\d{8}_02_T1$/,
}

test('ids follow the naming rules, are unique, and say date, pixel size and band count', () => {
  expect(new Set(scenes.map(({ id }) => id)).size).toBe(scenes.length)
  for (const scene of scenes) {
    const sensor = sensorOf(scene)
    const match = (patterns[scene.collectionId] ?? patterns.pixxel!).exec(scene.id)
    expect(match, scene.id).not.toBeNull()
    expect(scene.id).toContain(new Date(scene.datetimeMs).toISOString().slice(0, 10).replaceAll('-', ''))
    if (sensor.provider === 'pixxel') {
      expect(Number(match![6])).toBe(sensor.gsdM)
      expect(Number(match![8])).toBe(sensor.bands.length)
      expect(match![5]! >= match![3]!).toBe(true)
    }
    const platform = sensor.platforms.find(({ name }) => name === platformOf(scene))
    expect(Date.parse(platform!.since)).toBeLessThanOrEqual(scene.datetimeMs)
  }
})

test('footprints are closed, anticlockwise, of the sensor size, in their zone and mostly on land', () => {
  let onLand = 0
  for (const scene of scenes) {
    const sensor = sensorOf(scene)
    const ring = scene.footprint.coordinates[0]!
    expect(ring[0]).toEqual(ring[4])
    expect(isUtmEpsg(scene.epsg)).toBe(true)
    let twiceArea = 0
    const squeeze = Math.cos((centreOf(scene.footprint)[1] * Math.PI) / 180)
    for (let i = 1; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i - 1]!
      const [x2 = 0, y2 = 0] = ring[i]!
      twiceArea += (x1 * y2 - x2 * y1) * squeeze
      expect(Math.abs(x1)).toBeLessThanOrEqual(180)
    }
    const areaKm2 = (twiceArea / 2) * 111.195 ** 2
    const full = sensor.swathKm * sensor.sceneLengthKm
    expect(areaKm2, scene.id).toBeGreaterThan(0.1 * full)
    expect(areaKm2, scene.id).toBeLessThan(1.8 * full)
    if (isLand(...centreOf(scene.footprint))) onLand++
  }
  expect(onLand / scenes.length).toBeGreaterThan(0.85)
})

test('the sun of a scene is that of its place and time, above 12 degrees', () => {
  for (const scene of scenes) {
    const [lng, lat] = centreOf(scene.footprint)
    const sun = sunPosition(lng, lat, scene.datetimeMs)
    expect(Math.abs(sun.elevationDeg - scene.sunElevationDeg)).toBeLessThan(0.02)
    expect(scene.sunElevationDeg).toBeGreaterThanOrEqual(12)
  }
})

test('a short catalogue is the beginning of a long one, and another seed another archive', () => {
  expect([...generateScenes({ count: 300 })]).toEqual(scenes.slice(0, 300))
  expect([...generateScenes({ count: 50, seed: 2 })]).not.toEqual(scenes.slice(0, 50))
})

test('the mix of satellites, and no Firefly before it flew', () => {
  const share = (collectionId: string) =>
    scenes.filter((scene) => scene.collectionId === collectionId).length / scenes.length
  expect(share('pixxel-ff-l2a')).toBeCloseTo(0.35, 1)
  expect(share('pixxel-td1-l2a') + share('pixxel-td2-l2a')).toBeCloseTo(0.15, 1)
  expect(share('sentinel-2-l2a')).toBeCloseTo(0.3, 1)
  const early = [...generateScenes({ count: 400, from: Date.UTC(2022, 0, 1), to: Date.UTC(2024, 0, 1) })]
  expect(early.some(({ collectionId }) => collectionId === 'pixxel-ff-l2a')).toBe(false)
  for (const { datetimeMs } of early) expect(new Date(datetimeMs).getUTCFullYear()).toBeLessThan(2024)
})

test('a period before the satellites, or of no length, is empty', () => {
  expect([...generateScenes({ count: 20, from: Date.UTC(2000, 0, 1), to: Date.UTC(2001, 0, 1) })]).toEqual([])
  const moment = Date.UTC(2025, 5, 1)
  expect([...generateScenes({ count: 20, from: moment, to: moment })]).toEqual([])
})

test('each showcase site has a series of each kind, clear dates among them', () => {
  for (const site of showcaseSites) {
    const over = scenes.filter((scene) => {
      const [lng, lat] = centreOf(scene.footprint)
      return Math.abs(lng - site.lng) < 0.15 && Math.abs(lat - site.lat) < 0.15
    })
    const firefly = over.filter(({ collectionId }) => collectionId === 'pixxel-ff-l2a')
    expect(firefly.length, site.name).toBeGreaterThan(12)
    expect(firefly.filter(({ cloudCoverPercent }) => cloudCoverPercent < 10).length, site.name).toBeGreaterThan(4)
  }
})

test('frames and tiles are those of the real grids', () => {
  expect(landsatFrame(13.4, 52.5)).toMatchObject({ path: 193, row: 23 })
  expect(mgrsTile(13.2, 52.4).tile).toBe('33UUU')
  expect(mgrsTile(75.75, 30.9).tile).toBe('43REQ')
  expect(mgrsTile(-119.6, 36.6).tile).toBe('11SKA')
})

test('twenty thousand scenes are made in seconds', () => {
  // Time on the processor: others may use it, too.
  const started = process.cpuUsage()
  let count = 0
  for (const _ of generateScenes()) count++
  const seconds = process.cpuUsage(started).user / 1000 / 1000
  console.info(`20,000 scenes in ${seconds.toFixed(2)} s`)
  expect(count).toBe(20_000)
  expect(seconds).toBeLessThan(10)
})
