import { edgeKinds } from './cover.ts'
import type { Cover } from './cover.ts'
import { crops, cropFor } from './crops.ts'
import { kindIndex } from './land-cover-kinds.ts'
import { clamp01, fractalNoise, gradientNoise, hash2, rankOfNoise, smoothstep, unitOf } from './noise.ts'
import type { Parcel } from './parcels.ts'
import { parcelAt } from './parcels.ts'
import type { TownSpot } from './settlement.ts'
import { townSpotAt } from './settlement.ts'
import { ground as G, terrain as T } from './terrain.ts'

const parcel: Parcel = { hash: 0, edgeM: 0, trackM: 0, acrossM: 0, centreX: 0, centreY: 0, pivot: false }
const spot: TownSpot = { part: 0, hash: 0, streetM: 0 }

const rankSlots = 4096
const rankX = new Float64Array(rankSlots).fill(NaN)
const rankY = new Float64Array(rankSlots)
const ranks = new Float64Array(rankSlots)

/** Rank that decides whether a parcel is farmed: low frequencies at its centre, so that whole parcels go together. */
function parcelRank(): number {
  const { hash, centreX: x, centreY: y } = parcel
  const slot = hash & (rankSlots - 1)
  if (rankX[slot] !== x || rankY[slot] !== y) {
    rankX[slot] = x
    rankY[slot] = y
    ranks[slot] = rankOfNoise(
      0.8 * fractalNoise(x / 8200, y / 8200, 131, 4) + 0.5 * gradientNoise(x / 52_000, y / 52_000, 136),
    )
  }
  return ranks[slot]!
}

/** Share of a pixel covered by a line of a width whose middle is `distanceM` away. */
function lineShare(distanceM: number, widthM: number, gsdM: number): number {
  return clamp01((0.5 * (widthM + gsdM) - distanceM) / gsdM) * Math.min(1, widthM / gsdM)
}

/** Classifies the point whose ground and terrain fields are given; `gsdM` is the size of the pixel, for soft edges. */
export function coverAt(g: Float64Array, t: Float64Array, gsdM: number, out: Cover): void {
  const x = g[G.x]!
  const y = g[G.y]!
  const scale = g[G.scale]!
  const fine = gradientNoise(x / 26, y / 26, 141) * Math.min(1, 22 / gsdM)
  const coarse = gradientNoise(x / 85, y / 85, 142) * Math.min(1, 75 / gsdM)
  out.edge = 0
  out.crop = 0
  out.blended = 0
  out.closure = 1
  out.hash = 0
  out.soil = t[T.soil]!
  out.mineral = t[T.mineral]!
  out.redness = g[G.redness]!
  out.aridity = g[G.aridity]!
  out.localTemperatureC = g[G.temperature]! - 0.0062 * t[T.elevation]!
  out.summerC = out.localTemperatureC + g[G.temperatureSwing]!
  out.slope = Math.hypot(t[T.slopeX]!, t[T.slopeY]!)
  out.drift = coarse
  out.brightness = 1 + 0.05 * fine + 0.05 * coarse

  const sea = t[T.sea]!
  const lake = t[T.lake]!
  const streamHalf = t[T.streamHalfWidth]!
  const ripple = 6 * coarse + 2 * fine
  const stream = streamHalf > 1.5 ? Math.abs(t[T.stream]! + 0.5 * ripple) : 1e5
  const brook = streamHalf > 1.5 ? Math.abs(t[T.brook]! + 0.5 * ripple) : 1e5
  const river = Math.min(t[T.river]!, stream - streamHalf, brook - 0.3 * streamHalf)
  const wide = Math.min(sea, lake, t[T.river]!) + ripple
  const shore = Math.min(wide, river)
  out.shoreM = -shore
  out.water = 0
  if (sea > 0 && out.summerC < 1.8 + 1.5 * coarse && out.slope < 0.75) {
    out.kind = kindIndex.ice
    return
  }
  out.water = Math.max(
    clamp01(0.5 - wide / gsdM),
    lineShare(stream, 2 * streamHalf, gsdM),
    lineShare(brook, 0.6 * streamHalf, gsdM),
  )
  out.waterKind = sea <= lake && sea <= river ? kindIndex.sea : lake <= river ? kindIndex.lake : kindIndex.river
  if (out.water >= 1) {
    out.kind = out.waterKind
    out.drift = t[T.woods]! * 2 - 1
    return
  }
  if (t[T.built]! > 0.42 && out.slope < 0.45) {
    out.kind = kindIndex.urban
    const density = clamp01(t[T.built]!)
    townSpotAt(x + 0.3 * t[T.warpX]!, y + 0.3 * t[T.warpY]!, scale, density, spot)
    out.townPart = spot.part
    out.hash = spot.hash
    out.closure = 1 - density
    // Plots are smaller than such pixels: what is seen is the mean of a quarter.
    out.blended = smoothstep(12, 45, gsdM)
    out.brightness *= 1 + 0.1 * coarse
    return
  }
  if (!farmland(g, t, gsdM, fine, out)) wilderness(g, t, fine, coarse, out)
  const road = lineShare(Math.abs(t[T.road]!), 2 * t[T.roadHalfWidth]!, gsdM)
  if (road > 0.05) {
    out.edge = road
    out.edgeKind = edgeKinds.road
  }
}

function farmland(g: Float64Array, t: Float64Array, gsdM: number, fine: number, out: Cover): boolean {
  const irrigated =
    0.92 *
    smoothstep(9000, 3500, g[G.river]!) *
    smoothstep(0.5, 0.62, out.aridity) *
    smoothstep(14, 19, out.localTemperatureC)
  const nearTown = 0.35 * smoothstep(0.02, 0.2, t[T.built]!) * smoothstep(0.6, 0.4, out.aridity)
  const terraced =
    out.aridity < 0.4
      ? 0.6 * t[T.valley]! * smoothstep(8, 14, out.localTemperatureC) * smoothstep(200, 900, g[G.relief]!)
      : 0
  const share =
    Math.min(0.97, Math.max(g[G.farming]!, irrigated, nearTown, terraced * (g[G.farming]! > 0.05 ? 1 : 0))) *
    smoothstep(12.5, 15.5, out.summerC) *
    smoothstep(0.42, 0.2, out.slope)
  if (share < 0.03) return false
  const x = g[G.x]! + 0.22 * t[T.warpX]!
  const y = g[G.y]! + 0.22 * t[T.warpY]!
  parcelAt(x, y, parcel)
  if (parcelRank() > share) return false
  const lot = unitOf(parcel.hash, 1)
  out.hash = parcel.hash
  // Woodlots and strips along streams interrupt the fields where it is moist enough for trees.
  const moist = smoothstep(0.55, 0.35, out.aridity)
  if (lot < 0.07 * moist * (1.6 - share) || -out.shoreM < 16 + 10 * out.drift + 8 * fine) {
    if (moist > 0.2) {
      forest(g, out, fine)
      out.closure = Math.min(out.closure, moist)
      return true
    }
  }
  const dryCorner = !parcel.pivot && out.aridity > 0.5 && g[G.farming]! < 0.75 && irrigated < 0.3 && parcel.acrossM < 0
  out.crop = cropFor(unitOf(parcel.hash, 2), out.localTemperatureC, out.aridity, irrigated > 0.3 || share > 0.9)
  const name = crops[out.crop]
  out.kind = dryCorner
    ? kindIndex.shrubland
    : name === 'orchard'
      ? kindIndex.orchard
      : name === 'meadow'
        ? kindIndex.grassland
        : kindIndex.crops
  out.closure = dryCorner ? 0.3 : 0.82 + 0.18 * unitOf(parcel.hash, 3) + 0.07 * out.drift + 0.05 * fine
  out.soil = clamp01(out.soil + 0.25 * (unitOf(parcel.hash, 4) - 0.5))
  out.blended = 0.75 * smoothstep(45, 200, gsdM)
  const rows = Math.sin((parcel.acrossM * 2 * Math.PI) / 22) * clamp01(1.3 - gsdM / 8)
  out.brightness *= 0.95 + 0.1 * unitOf(parcel.hash, 5) + 0.015 * rows
  if (name === 'orchard') out.closure = clamp01(0.6 + 0.3 * rows)
  const track = lineShare(parcel.trackM, 5, gsdM)
  if (track > 0) {
    out.edge = track
    out.edgeKind = lot < 0.15 ? edgeKinds.road : edgeKinds.track
  } else if (lot < 0.4 * moist) {
    out.edge = lineShare(parcel.edgeM, 9, gsdM)
    out.edgeKind = edgeKinds.hedge
  } else {
    out.edge = lineShare(parcel.edgeM, 2.5, gsdM)
    out.edgeKind = edgeKinds.grass
  }
  return true
}

function forest(g: Float64Array, out: Cover, fine: number): void {
  const warmth = out.localTemperatureC + 1.5 * out.drift
  const needle = Math.min(0.9, smoothstep(14, 3, warmth))
  const tropical = warmth > 20.5 && out.aridity < 0.33
  out.kind = tropical
    ? kindIndex['rain forest']
    : (out.mineral + 0.3 * out.soil) / 1.3 < needle
      ? kindIndex['needleleaf forest']
      : kindIndex['broadleaf forest']
  // Stands of some hundred metres: -1 old, dark and closed .. 1 young and open.
  const stand = gradientNoise(g[G.x]! / 520, g[G.y]! / 520, 171) * (tropical ? 0.35 : 1)
  out.closure = 0.93 + 0.05 * fine - 0.08 * Math.max(0, stand)
  out.brightness *= 1 + 0.15 * fine + 0.1 * stand
}

function wilderness(g: Float64Array, t: Float64Array, fine: number, coarse: number, out: Cover): void {
  const { aridity, summerC } = out
  const woods = t[T.woods]! + 0.03 * coarse + 0.012 * fine
  out.hash = hash2(Math.floor(g[G.x]! / 4000), Math.floor(g[G.y]! / 4000), 151)
  const forested =
    0.94 * smoothstep(0.52, 0.3, aridity) * smoothstep(7.5, 11.5, summerC) +
    0.25 * t[T.valley]! * smoothstep(0.6, 0.45, aridity)
  if (woods < forested && summerC > 8) {
    forest(g, out, fine)
    if (woods > forested - 0.06) out.closure *= 0.75
    return
  }
  const bare = Math.max(
    smoothstep(0.5, 0.78, aridity + 0.12 * (t[T.soil]! - 0.5)),
    smoothstep(6.5, 3, summerC),
    smoothstep(0.55, 0.95, out.slope),
  )
  if (bare > 0.62 + 0.08 * coarse) {
    barren(g, t, fine, out)
    return
  }
  const shrubby = smoothstep(0.4, 0.55, aridity) + 0.3 * (woods - 0.5)
  out.kind = shrubby > 0.5 ? kindIndex.shrubland : kindIndex.grassland
  out.closure = clamp01(1.05 - bare * 1.25 + 0.15 * coarse + 0.1 * fine)
  out.brightness *= 1 + 0.06 * fine
}

function barren(g: Float64Array, t: Float64Array, fine: number, out: Cover): void {
  const mineral = t[T.mineral]!
  const soil = t[T.soil]!
  const steep = out.slope + g[G.relief]! / 2600 + 0.12 * (soil - 0.5) > 0.28
  out.closure = clamp01(0.12 * smoothstep(0.95, 0.6, out.aridity) * (0.5 + t[T.valley]!))
  if (steep) {
    // Altered ground, as around old hot springs: clay cores with iron-stained rims.
    out.kind = mineral > 0.9 ? kindIndex.clay : mineral > 0.8 ? kindIndex['iron oxide'] : kindIndex.rock
  } else if (out.aridity > 0.5 && ((soil < 0.08 && t[T.valley]! > 0.25) || g[G.lake]! < 2600 * soil - 300))
    out.kind = kindIndex['salt flat']
  else if (soil > 0.48 && out.aridity > 0.72) {
    out.kind = kindIndex.sand
    // Dunes: crests across the wind, bent by the terrain's warp, brighter on the sunny side.
    const crest =
      Math.sin((g[G.x]! * 0.8 + g[G.y]! * 0.6 + 5 * t[T.warpX]!) / 95) +
      0.5 * Math.sin((g[G.x]! - 3 * t[T.warpY]!) / 41)
    out.brightness *= 1 + 0.075 * crest * smoothstep(0.48, 0.62, soil) + 0.02 * fine
  } else out.kind = mineral > 0.86 ? kindIndex['iron oxide'] : soil < 0.12 ? kindIndex.rock : kindIndex['bare soil']
}
