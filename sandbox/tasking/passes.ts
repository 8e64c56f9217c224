import { climateAt, cloudiness } from '#sandbox/earth/climate.ts'
import { hash2, unitOf } from '#sandbox/earth/noise.ts'
import { lowestSunDeg } from '#sandbox/earth/scene-catalogue.ts'
import { growingDay } from '#sandbox/earth/season.ts'
import { sensorByKey } from '#sandbox/earth/sensors.ts'
import { overpassHour, sunPosition } from '#sandbox/earth/sun.ts'

/** New pictures are taken by Firefly. */
export const tasked = sensorByKey('firefly')

const dayMs = 86_400_000
const toRadians = Math.PI / 180
const equatorKm = 40_075
/** At 550 km a satellite goes round in 95.6 minutes. */
const orbitsPerDay = 15.07

/** One satellite going by in daylight, and how far it has to look aside to see the place. */
export type Pass = { ms: number; platform: string; offNadirDeg: number; sunElevationDeg: number; sunAzimuthDeg: number }

/** Beyond this latitude a sun-synchronous track never comes. */
export const highestLatitude = 180 - tasked.inclinationDeg

/** Kilometres between the descending tracks of one satellite on one day. */
const trackSpacingKm = (lat: number) => (equatorKm / orbitsPerDay) * Math.cos(lat * toRadians)

/** Every place within this distance of the track is seen when looking aside by at most `offNadirDeg`. */
function reachKm(offNadirDeg: number): number {
  return tasked.swathKm / 2 + tasked.altitudeKm * Math.tan(Math.min(offNadirDeg, tasked.maxOffNadirDeg) * toRadians)
}

/** Local overpass as epoch milliseconds, for the satellite exactly above. */
function overpassMs(lng: number, lat: number, day: number): number {
  return day * dayMs + (overpassHour(tasked.crossingHour, tasked.inclinationDeg, lat) - lng / 15) * 3_600_000
}

function flying(ms: number) {
  return tasked.platforms.filter(({ since, until }) => Date.parse(since) <= ms && (!until || Date.parse(until) > ms))
}

/** The highest sun at the time of the pass, on one day. */
export function sunAtPass(lng: number, lat: number, ms: number) {
  return sunPosition(lng, lat, overpassMs(lng, lat, Math.floor(ms / dayMs)))
}

/** Share of 0..1: how likely some satellite passes within the angle on one day. */
export function passChance([lng, lat]: readonly [number, number], dayStartMs: number, offNadirDeg: number): number {
  if (Math.abs(lat) > highestLatitude || sunAtPass(lng, lat, dayStartMs).elevationDeg < lowestSunDeg) return 0
  const one = Math.min(1, (2 * reachKm(offNadirDeg)) / trackSpacingKm(lat))
  return 1 - (1 - one) ** flying(dayStartMs).length
}

/**
 * The day's best pass: the one that looks aside least. Where the tracks of a day lie is drawn from place and day alone, so it
 * is the same for every order and after every restart.
 */
export function bestPass([lng, lat]: readonly [number, number], day: number, offNadirDeg: number): Pass | null {
  if (Math.abs(lat) > highestLatitude) return null
  const atMs = overpassMs(lng, lat, day)
  const drawn = hash2(Math.round(lng * 100), Math.round(lat * 100), day)
  let best: { platform: string; aside: number } | null = null
  for (const { name } of flying(atMs)) {
    // -1..1: from one track of this satellite to the middle between two, to either side.
    const aside = 2 * unitOf(drawn, Number(name.slice(2))) - 1
    if (!best || Math.abs(aside) < Math.abs(best.aside)) best = { platform: name, aside }
  }
  if (!best) return null
  const distanceKm = (Math.abs(best.aside) * trackSpacingKm(lat)) / 2
  if (distanceKm > reachKm(offNadirDeg)) return null
  // A satellite to the east comes earlier by the sun, one to the west later.
  const ms = Math.round(atMs + best.aside * 0.2 * 3_600_000)
  const sun = sunPosition(lng, lat, ms)
  if (sun.elevationDeg < lowestSunDeg) return null
  const lookDeg = Math.atan(Math.max(0, distanceKm - tasked.swathKm / 2) / tasked.altitudeKm) / toRadians
  return {
    ms,
    platform: best.platform,
    offNadirDeg: Math.round(lookDeg * 10) / 10,
    sunElevationDeg: sun.elevationDeg,
    sunAzimuthDeg: sun.azimuthDeg,
  }
}

/** Mean cloud cover of a scene, 0..1. Scenes are smaller than weather, and chosen: they are clearer than the climate, as in the archive. */
export function meanSceneCloud([lng, lat]: readonly [number, number], ms: number): number {
  return 0.6 * cloudiness(climateAt(lng, lat), lat, growingDay(new Date(ms), lat).dayOfYear)
}

/** How likely a scene of this mean cloud has at most so much, both 0..1: the inverse of the draw below. */
export const clearChance = (mean: number, allowed: number) => allowed ** (mean / (1 - mean))

/** The cloud cover of a place on a day, 0..1. u^((1-m)/m) has the mean m and many values near both ends, as single scenes do. */
export function drawnCloud(place: readonly [number, number], pass: Pass): number {
  const [lng, lat] = place
  const mean = meanSceneCloud(place, pass.ms)
  const u = unitOf(hash2(Math.round(lng * 100), Math.round(lat * 100), Math.floor(pass.ms / dayMs)), 91)
  return u ** ((1 - mean) / mean)
}
