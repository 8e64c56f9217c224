import { climateAt } from './climate.ts'
import { namedLakeDistance } from './lakes.ts'
import { latitudeOf, longitudeOf, mercatorX, mercatorY, scaleAt } from './mercator.ts'
import { coastDistanceM, lakeDistanceM, nearestRiver } from './natural-earth.ts'
import { clamp01, fractalNoise, gradientNoise, rankOfNoise, smoothstep, unit2 } from './noise.ts'
import { nearestRoad, roadsAround } from './roads.ts'
import { builtDensity, townsAround } from './towns.ts'

/** Fields that vary over kilometres. Positions are in model metres, everything else in true metres, deg C or 0..1. */
export const ground = {
  x: 0,
  y: 1,
  temperature: 2,
  aridity: 3,
  farming: 4,
  height: 5,
  relief: 6,
  coast: 7,
  lake: 8,
  river: 9,
  scale: 10,
  redness: 11,
  temperatureSwing: 12,
} as const
export const groundFields = 13

/**
 * Fields that vary over tens of metres. sea, lake and river are metres to that water's edge, negative in the water.
 * stream, brook and road are metres to its middle with a sign for the side, so that interpolation keeps narrow lines.
 */
export const terrain = {
  elevation: 0,
  sea: 1,
  lake: 2,
  river: 3,
  built: 4,
  woods: 5,
  soil: 6,
  valley: 7,
  warpX: 8,
  warpY: 9,
  mineral: 10,
  slopeX: 11,
  slopeY: 12,
  stream: 13,
  brook: 14,
  streamHalfWidth: 15,
  road: 16,
  roadHalfWidth: 17,
} as const
export const terrainFields = 18

const far = 9000

export function fillGround(lng: number, lat: number, out: Float64Array, o: number): void {
  const climate = climateAt(lng, lat)
  const y = mercatorY(lat)
  out[o + ground.x] = mercatorX(lng)
  out[o + ground.y] = y
  out[o + ground.temperature] = climate.seaLevelTemperatureC
  out[o + ground.aridity] = climate.aridity
  out[o + ground.farming] = climate.farming
  out[o + ground.height] = climate.heightM
  out[o + ground.relief] = climate.reliefM
  out[o + ground.coast] = Math.min(far, coastDistanceM(lng, lat))
  out[o + ground.lake] = Math.min(far, lakeDistanceM(lng, lat))
  out[o + ground.river] = Math.min(far, nearestRiver(lng, lat).distanceM)
  out[o + ground.scale] = scaleAt(y)
  out[o + ground.temperatureSwing] = climate.temperatureSwingC
  out[o + ground.redness] = climate.redness
}

/**
 * Detail of one place from its ground fields `g` (slopes excepted: they need neighbours). Relief is built from valleys:
 * |noise| has creases where the noise changes sign, so streams drawn along the creases run in valley bottoms.
 */
export function fillTerrain(g: Float64Array, out: Float64Array, o: number): void {
  const x = g[ground.x]!
  const y = g[ground.y]!
  const k = g[ground.scale]!
  const humid = smoothstep(0.62, 0.3, g[ground.aridity]!)
  const relief = g[ground.relief]!
  const warpX = 240 * fractalNoise(x / 2600, y / 2600, 11, 3)
  const warpY = 240 * fractalNoise(x / 2600, y / 2600, 21, 3)

  const mainSign = gradientNoise((x + 3 * warpX) / 11000, (y + 3 * warpY) / 11000, 31)
  const main = Math.abs(mainSign)
  const sideSign = gradientNoise((x + 2 * warpX) / 4300, (y + 2 * warpY) / 4300, 32)
  const side = Math.abs(sideSign)
  const gully = Math.abs(gradientNoise((x + warpX) / 1500, (y + warpY) / 1500, 33))
  const rough = fractalNoise(x / 620, y / 620, 34, 4)
  const shape =
    0.8 * main +
    0.55 * side * Math.min(1, 0.15 + 2.5 * main) +
    (0.3 * gully + 0.12 * rough) * Math.min(1, 0.1 + 3 * main)
  const coast = g[ground.coast]!
  const upland = (g[ground.height]! + 1.8 * relief * (shape - 0.4)) * smoothstep(-500, 9000, coast)

  let sea = coast
  if (Math.abs(coast) < 5000) sea += 420 * fractalNoise(x / 2100, y / 2100, 41, 5)
  // Shores of the 1:50m lakes are kilometres coarse; noise gives them bays of that size and smaller.
  let lake = g[ground.lake]!
  if (Math.abs(lake) < 4000) lake += 650 * fractalNoise(x / 5200, y / 5200, 51, 6)
  const named = namedLakeDistance(x + 0.4 * warpX, y + 0.4 * warpY, far)
  if (named < 3000) lake = Math.min(lake, named / k + 110 * fractalNoise(x / 900, y / 900, 56, 4))

  // Ice-age shields are full of lakes; elsewhere ponds are rare, and on steep ground they have no room.
  const shield = humid * smoothstep(1.8, 2.05, k)
  const flat = 0.5 * smoothstep(200, 900, relief)
  const pond =
    fractalNoise(x / 2300 + 7, y / 2300, 61, 4) + 1.1 - 0.3 * humid * smoothstep(1.6, 1.68, k) + flat + (1 - humid)
  lake = Math.min(lake, (pond * 2300) / 2.4 / k)
  if (shield > 0.02) {
    // Ice flow drew these lakes out from north-west to south-east.
    const basin = fractalNoise((x + y) / 5200, (x - y) / 11000, 66, 6) + 0.32 + 0.7 * (1 - shield) + flat
    lake = Math.min(lake, (basin * 6000) / 2.4 / k)
  }

  const size = rankOfNoise(gradientNoise(x / 60000, y / 60000, 71))
  let river = far
  if (g[ground.river]! < 3500) {
    const swing = 700 * fractalNoise(x / 9000, y / 9000, 81, 2)
    const course = nearestRiver(longitudeOf(x + swing + warpX), latitudeOf(y + swing + warpY))
    const halfWidth = 45 + 130 * unit2(course.river, 3, 82)
    river = Math.min(river, course.distanceM - halfWidth * (1 + 0.3 * gradientNoise(x / 3000, y / 3000, 83)))
  }

  const density =
    builtDensity(townsAround(x, y), x + 1.5 * warpX, y + 1.5 * warpY) * (1 - 0.35 * smoothstep(300, 1800, relief))
  // Towns sprawl: fringes for villages, whole green wedges for cities.
  const sprawl =
    0.26 * fractalNoise(x / 1500, y / 1500, 91, 5) +
    0.34 * smoothstep(0.25, 0.6, density) * gradientNoise(x / 8500, y / 8500, 96)
  const road = nearestRoad(roadsAround(x, y), x + 1.3 * warpX, y + 1.3 * warpY, far)
  out[o + terrain.elevation] = Math.max(1, upland)
  out[o + terrain.sea] = sea
  out[o + terrain.lake] = Math.min(far, lake)
  out[o + terrain.river] = Math.min(far, river)
  out[o + terrain.built] = density > 0.02 ? density + sprawl * smoothstep(0.02, 0.3, density) : 0
  out[o + terrain.stream] = (mainSign * 11000) / 1.8 / k
  out[o + terrain.brook] = (sideSign * 4300) / 1.8 / k
  out[o + terrain.streamHalfWidth] = humid * (5 + 20 * size)
  out[o + terrain.road] = road.offsetM / k
  out[o + terrain.roadHalfWidth] = road.halfWidthM
  out[o + terrain.woods] = rankOfNoise(fractalNoise(x / 4600, y / 4600, 101, 5))
  out[o + terrain.soil] = rankOfNoise(fractalNoise((x + warpX) / 6500, (y + warpY) / 6500, 111, 5))
  out[o + terrain.valley] = clamp01(1 - Math.min(main * 3.2, side * 5))
  out[o + terrain.warpX] = warpX
  out[o + terrain.warpY] = warpY
  out[o + terrain.mineral] = rankOfNoise(fractalNoise((x + 2 * warpX) / 3300, (y + 2 * warpY) / 3300, 121, 5))
}
