import { climateAt, cloudiness } from './climate.ts'
import { landsatFrame, stripFootprint, tileFootprint, trackLean } from './footprints.ts'
import { coastDistanceM, isLand, lakeDistanceM } from './natural-earth.ts'
import { hash2, randomStream } from './noise.ts'
import { landsatSceneId, mgrsTile, pixxelSceneId, sentinel2SceneId } from './scene-ids.ts'
import type { SceneModel } from './scene.ts'
import { centreOf } from './scene.ts'
import { growingDay } from './season.ts'
import { sensors } from './sensors.ts'
import type { Sensor } from './sensors/sensor.ts'
import { showcaseSites } from './showcase-sites.ts'
import { overpassHour, sunPosition } from './sun.ts'
import { someTown } from './towns.ts'

export type CatalogueRequest = {
  count?: number
  seed?: number
  /** epoch milliseconds; scenes lie in [from, to) */
  from?: number
  to?: number
}

const dayMs = 86_400_000
const shares: Record<Sensor['key'], number> = { firefly: 0.35, td1: 0.075, td2: 0.075, 'sentinel-2': 0.3, landsat: 0.2 }
const scenesPerSite = 80

type Wish = { sensor: Sensor; place: readonly [number, number]; daysMs: number; clear: boolean; imageNumber: number }

/**
 * The archive: first about 80 scenes over each showcase site (the sites take turns), then scenes over the land of the
 * whole world. The n-th scene does not depend on `count`, so a short catalogue is the beginning of a long one. Not in
 * order of time. Ids are unique. Fewer scenes come out only when the period can not hold them.
 */
export function* generateScenes(request: CatalogueRequest = {}): Generator<SceneModel> {
  const { count = 20_000, seed = 1, from = Date.UTC(2021, 10, 1), to = Date.UTC(2026, 10, 1) } = request
  const known = new Set<string>()
  // A period too short to hold so many scenes, or before the satellites, must end too.
  const lastIndex = 20 * count + 1000
  for (let index = 0, made = 0; made < count && index < lastIndex; index++) {
    // A scene that can not be (sun too low, taken frame, antimeridian) is tried again with fresh numbers.
    for (let attempt = 0; attempt < 12; attempt++) {
      const random = randomStream(hash2(index, attempt, seed))
      const wish = wishOf(index, random, from, to)
      const scene = wish && acquire(wish, random)
      if (!scene || scene.datetimeMs < from || scene.datetimeMs >= to) continue
      // Pixxel's ids carry the index; the others' can meet.
      if (scene.id.startsWith('S2') || scene.id.startsWith('LC')) {
        if (known.has(scene.id)) continue
        known.add(scene.id)
      }
      made++
      yield scene
      break
    }
  }
}

function wishOf(index: number, random: () => number, from: number, to: number): Wish | undefined {
  const atSite = index < showcaseSites.length * scenesPerSite
  // 611953 shares no factor with a million: every index below it has an image number of its own.
  const imageNumber = (index * 611_953 + 48_611) % 1_000_000
  const sensor = pickSensor(random(), from, to)
  if (!sensor) return undefined
  const start = Math.max(from, Math.min(...sensor.platforms.map(({ since }) => Date.parse(since))))
  const daysMs = Math.floor((start + random() * (to - start)) / dayMs) * dayMs
  if (!atSite) return { sensor, place: pickPlace(random), daysMs, clear: random() < 0.12, imageNumber }
  const site = showcaseSites[index % showcaseSites.length]!
  const place = [site.lng + 0.05 * (random() - 0.5), site.lat + 0.04 * (random() - 0.5)] as const
  return { sensor, place, daysMs, clear: random() < 0.5, imageNumber }
}

function pickSensor(pick: number, from: number, to: number): Sensor | undefined {
  const flying = sensors.filter(({ platforms }) =>
    platforms.some(({ since, until }) => Date.parse(since) < to && (!until || Date.parse(until) > from)),
  )
  const total = flying.reduce((sum, { key }) => sum + shares[key], 0)
  let left = pick * total
  return flying.find(({ key }) => (left -= shares[key]) < 0)
}

/** A point on land: half near towns, the rest anywhere with a liking for farmland, some kept to coasts and lakes. */
function pickPlace(random: () => number): [number, number] {
  const kind = random()
  if (kind < 0.5) {
    const [lng, lat] = someTown(random())
    return [lng + 0.5 * (random() - 0.5), lat + 0.4 * (random() - 0.5)]
  }
  const wantsWater = kind > 0.9
  for (let i = 0; i < 60; i++) {
    const lng = 360 * random() - 180
    const lat = (Math.asin(1.92 * random() - 0.92) * 180) / Math.PI
    if (!isLand(lng, lat)) continue
    if (wantsWater && coastDistanceM(lng, lat) > 9000 && lakeDistanceM(lng, lat) > 9000) continue
    if (!wantsWater && random() > 0.25 + climateAt(lng, lat).farming) continue
    return [lng, lat]
  }
  return someTown(random())
}

/** No picture is taken below this: shadows are too long and the light too thin. */
export const lowestSunDeg = 12

function acquire(wish: Wish, random: () => number): SceneModel | undefined {
  const { sensor } = wish
  const [lng, lat] = wish.place
  if (Math.abs(lng) > 179.5) return undefined
  const pixxel = sensor.provider === 'pixxel'
  // Most looks are near the vertical.
  const offNadirDeg = pixxel ? Math.round(10 * sensor.maxOffNadirDeg * random() ** 1.6) / 10 : 0
  const tile = mgrsTile(lng, lat)
  const frame = landsatFrame(lng, lat)
  const lengthKm = sensor.sceneLengthKm * (pixxel ? 0.75 + 0.5 * random() : 1)
  const cutPick = random()
  const cut = cutPick < 0.72 ? 0 : cutPick < 0.86 ? (cutPick - 0.72) / 0.14 + 0.01 : (cutPick - 0.86) / 0.14 - 1.01
  const seen =
    sensor.key === 'sentinel-2'
      ? tileFootprint(tile, cut, trackLean(sensor.inclinationDeg, lat))
      : stripFootprint(sensor, sensor.key === 'landsat' ? frame.centre : [lng, lat], lengthKm, offNadirDeg)
  if (!seen) return undefined
  const [centreLng, centreLat] = centreOf(seen.footprint)
  if (Math.abs(centreLat) > 80) return undefined
  const hour =
    overpassHour(sensor.crossingHour, sensor.inclinationDeg, centreLat) - centreLng / 15 + 0.25 * (random() - 0.5)
  const datetimeMs = wish.daysMs + Math.round(hour * 3600) * 1000 + Math.floor(random() * 1000)
  const platforms = sensor.platforms.filter(({ since }) => Date.parse(since) <= datetimeMs)
  const platform = platforms[Math.floor(random() * platforms.length)]
  const sun = sunPosition(centreLng, centreLat, datetimeMs)
  if (!platform || sun.elevationDeg < lowestSunDeg) return undefined

  const climate = climateAt(centreLng, centreLat)
  const mean =
    cloudiness(climate, centreLat, growingDay(new Date(datetimeMs), centreLat).dayOfYear) * (pixxel ? 0.6 : 0.9)
  // u^((1-m)/m) has mean m and many values near both ends, as single scenes do.
  const cloud = wish.clear ? 4 * random() ** 2 : 100 * random() ** ((1 - mean) / mean)
  const processedMs = datetimeMs + (pixxel ? 36 : 5) * 3_600_000 * (0.4 + 1.2 * random())
  return {
    id: idOf(sensor, platform.name, wish.imageNumber, datetimeMs, processedMs, tile.tile, frame),
    collectionId: sensor.collectionId,
    datetimeMs,
    cloudCoverPercent: Math.round(cloud * 100) / 100,
    offNadirDeg,
    sunElevationDeg: Math.round(sun.elevationDeg * 100) / 100,
    sunAzimuthDeg: Math.round(sun.azimuthDeg * 100) / 100,
    footprint: seen.footprint,
    epsg: seen.epsg,
    seed: hash2(wish.imageNumber, Math.floor(datetimeMs / 1000), 401),
  }
}

function idOf(
  sensor: Sensor,
  platform: string,
  imageNumber: number,
  capturedMs: number,
  processedMs: number,
  tile: string,
  frame: { path: number; row: number },
): string {
  if (sensor.key === 'landsat') return landsatSceneId(platform, frame.path, frame.row, capturedMs)
  if (sensor.key === 'sentinel-2') {
    // ESA counts 143 orbits in ten days; which of them sees a tile follows from its longitude.
    const orbit = 1 + (hash2(tile.charCodeAt(3), Number(tile.slice(0, 2)), 402) % 143)
    return sentinel2SceneId(platform, tile, orbit, capturedMs, processedMs)
  }
  return pixxelSceneId(platform, imageNumber, capturedMs, processedMs, sensor.gsdM, sensor.bands.length)
}
