import { add, scaleAll } from './mixture.ts'
import type { Mixture } from './mixture.ts'
import type { Cover } from './cover.ts'
import { edgeKinds } from './cover.ts'
import type { CropState } from './crops.ts'
import { crops } from './crops.ts'
import { kindIndex as K } from './land-cover-kinds.ts'
import { clamp01, smoothstep, unitOf } from './noise.ts'
import type { Season } from './season.ts'
import { fieldState } from './season.ts'
import { town } from './town-mixture.ts'
import { materialIndex as M } from '#src/spectra/models/materials.ts'

const meadowCrop = crops.indexOf('meadow')

/** The materials of a pixel on a day. */
export function mixtureOf(cover: Cover, season: Season, out: Mixture): void {
  out.count = 0
  if (cover.water < 1) {
    dryLand(cover, season, out)
    if (cover.edge > 0.03 && cover.water === 0) edge(cover, season, out)
    snow(cover, season, out)
    scaleAll(out, cover.brightness * (1 - cover.water))
  }
  if (cover.water > 0) water(cover, season, out)
}

/** Bare ground: dark and brown soils by rank, red earths and pale desert soils blending over the region's leanings. */
function addSoil(cover: Cover, weight: number, out: Mixture): void {
  const farmed = cover.kind === K.crops || cover.kind === K.orchard
  const arid = cover.aridity > 0.5 && !farmed
  const reddest = arid ? 0.95 - 0.8 * cover.redness : 0.85 - 0.65 * cover.redness
  const hot = arid || (cover.localTemperatureC > 16 && cover.aridity < 0.5)
  const red = hot ? smoothstep(reddest - 0.14, reddest + 0.14, cover.mineral) : 0
  add(out, M.redSoil, weight * red)
  const other = arid || cover.soil > 0.93 ? M.paleSoil : cover.soil < 0.36 ? M.blackSoil : M.loam
  add(out, other, weight * (1 - red))
}

function dryLand(cover: Cover, season: Season, out: Mixture): void {
  const c = clamp01(cover.closure)
  switch (cover.kind) {
    case K['broadleaf forest']: {
      const leaves = season.leaves * c * 0.95
      const coloured = clamp01(season.autumn * 1.25 - 0.25 * cover.mineral)
      add(out, M.broadleafCanopy, leaves * (1 - coloured) * (1 - season.fresh))
      add(out, M.springCanopy, leaves * (1 - coloured) * season.fresh)
      add(out, M.autumnCanopy, leaves * coloured)
      add(out, M.litter, 1 - leaves)
      return
    }
    case K['needleleaf forest']:
      add(out, M.needleCanopy, 0.93 * c)
      add(out, M.grassCanopy, 0.05 * season.grassGreen)
      add(out, M.litter, 1 - 0.93 * c - 0.05 * season.grassGreen)
      return
    case K['rain forest']:
      add(out, M.rainForestCanopy, 0.78 * c)
      add(out, M.broadleafCanopy, 0.19 * c)
      add(out, M.litter, 1 - 0.97 * c)
      return
    case K.crops:
    case K.orchard:
      field(cover, season, out)
      return
    case K.grassland: {
      const meadow = cover.hash !== 0 && cover.crop === meadowCrop
      const green = c * 0.86 * (meadow ? fieldState(season, cover.crop, cover.hash).green : season.grassGreen)
      const dry = 0.62 * (c - green)
      add(out, M.grassCanopy, green)
      add(out, M.straw, dry)
      add(out, M.litter, 0.25 * (1 - green - dry))
      addSoil(cover, 0.75 * (1 - green - dry), out)
      return
    }
    case K.shrubland: {
      const shrub = 0.6 * c
      add(out, M.dryShrub, shrub * season.shrubGreen)
      add(out, M.straw, shrub * (1 - season.shrubGreen) + 0.2 * c)
      addSoil(cover, 1 - shrub - 0.2 * c, out)
      return
    }
    case K.urban:
      town(cover, season, out)
      return
    case K.ice:
      add(out, cover.soil < 0.3 ? M.glacierIce : M.oldSnow, 1)
      return
    default:
      barren(cover, out)
  }
}

function barren(cover: Cover, out: Mixture): void {
  const plants = cover.closure
  add(out, M.dryShrub, plants)
  const rest = 1 - plants
  const { mineral } = cover
  // Sand thins out over gravel plains and back.
  const sandy = cover.aridity > 0.72 ? smoothstep(0.3, 0.66, cover.soil) : 0
  if (cover.kind === K.sand) {
    const red = clamp01(0.3 + 0.6 * (mineral - 0.5) + 0.6 * cover.redness)
    add(out, M.redSand, rest * sandy * red)
    add(out, M.quartzSand, rest * sandy * (1 - red))
    addSoil(cover, rest * (1 - sandy), out)
  } else if (cover.kind === K['salt flat']) {
    const crust = smoothstep(0.13, 0.06, cover.soil)
    add(out, M.salt, rest * (0.35 + 0.6 * crust))
    add(out, M.mud, rest * (0.65 - 0.6 * crust))
  } else if (cover.kind === K.clay) {
    add(out, M.kaolinite, rest * 0.8)
    add(out, M.goethite, rest * 0.2)
  } else if (cover.kind === K['iron oxide']) {
    const red = smoothstep(0.8, 0.88, mineral)
    add(out, M.hematite, rest * (0.25 + 0.55 * red))
    add(out, M.goethite, rest * (0.45 - 0.4 * red))
    add(out, M.granite, rest * (0.3 - 0.15 * red))
  } else if (cover.kind === K.rock) {
    const dark = smoothstep(0.45, 0.2, mineral)
    const pale = smoothstep(0.6, 0.75, mineral) * smoothstep(0, 0.12, cover.slope)
    add(out, M.basalt, rest * 0.8 * dark)
    add(out, M.limestone, rest * 0.75 * pale)
    add(out, M.granite, rest * (1 - 0.8 * dark - 0.75 * pale))
  } else {
    const gravel = 0.6 * smoothstep(0.45, 0.1, cover.soil) + 0.1
    add(out, M.quartzSand, rest * sandy * (1 - gravel))
    addSoil(cover, rest * (1 - sandy) * (1 - gravel), out)
    add(out, M.granite, rest * gravel)
  }
}

function field(cover: Cover, season: Season, out: Mixture): void {
  if (cover.blended > 0) crop(season.meanField, cover, cover.blended, out)
  crop(fieldState(season, cover.crop, cover.hash), cover, 1 - cover.blended, out)
}

function crop(state: CropState, cover: Cover, share: number, out: Mixture): void {
  const covered = clamp01(cover.closure) * share
  const green = state.green * covered
  const young = Math.min(green, state.young * covered)
  const flooded = state.flooded * share
  add(out, M.cropCanopy, green - young)
  add(out, M.youngCropCanopy, young)
  add(out, M.rapeFlowers, state.flowers * covered)
  add(out, M.straw, state.dry * covered)
  add(out, M.stubble, state.stubble * covered)
  add(out, M.muddyShallows, flooded)
  addSoil(cover, share - green - (state.flowers + state.dry + state.stubble) * covered - flooded, out)
}

function edge(cover: Cover, season: Season, out: Mixture): void {
  scaleAll(out, 1 - cover.edge)
  if (cover.edgeKind === edgeKinds.hedge) add(out, season.leaves > 0.4 ? M.broadleafCanopy : M.litter, cover.edge)
  else if (cover.edgeKind === edgeKinds.road) add(out, M.asphalt, cover.edge)
  else if (cover.edgeKind === edgeKinds.grass) add(out, season.grassGreen > 0.4 ? M.grassCanopy : M.straw, cover.edge)
  else add(out, cover.aridity > 0.5 ? M.paleSoil : M.loam, cover.edge)
}

/** Lying snow: more than half covers the ground below about -1 deg C, less of it on trees, in towns and in dry climates. */
function snow(cover: Cover, season: Season, out: Mixture): void {
  const warmth =
    cover.localTemperatureC + season.departureC + 1.8 * cover.drift + 2.5 * (unitOf(cover.hash | 1, 9) - 0.5)
  const lying =
    smoothstep(1, -3.5, warmth) * smoothstep(0.85, 0.6, cover.aridity) * (1 - 0.5 * smoothstep(0.6, 1.1, cover.slope))
  if (lying < 0.02) return
  const roughness =
    cover.kind === K['needleleaf forest']
      ? 0.3
      : cover.kind === K['broadleaf forest']
        ? 0.55
        : cover.kind === K.urban
          ? 0.6
          : 0.96
  const share = lying * roughness
  scaleAll(out, 1 - share)
  add(out, warmth < -8 ? M.freshSnow : M.oldSnow, share)
}

function water(cover: Cover, season: Season, out: Mixture): void {
  const w = cover.water
  const frozen =
    cover.waterKind !== K.sea
      ? smoothstep(-3, -7, cover.localTemperatureC + season.departureC)
      : smoothstep(-9, -14, cover.localTemperatureC + season.departureC)
  if (frozen > 0.02) add(out, M.oldSnow, w * frozen)
  const open = w * (1 - frozen)
  const plume = clamp01(cover.drift * 0.5 + 0.5)
  if (cover.waterKind === K.sea) {
    const shallow = smoothstep(900, 120, cover.shoreM + 500 * cover.drift)
    const near = smoothstep(7000, 400, cover.shoreM + 2500 * cover.drift)
    const clear = cover.aridity > 0.5 || cover.localTemperatureC > 22 ? 1 : 0.1
    add(out, M.oceanWater, open * (1 - near))
    add(out, M.coastalWater, open * near * (1 - shallow))
    add(out, M.shallowWater, open * shallow * clear * 0.8)
    add(out, M.sedimentWater, open * shallow * (1 - clear * 0.8))
    return
  }
  const rich = clamp01(season.plankton * (0.25 + 0.9 * plume) * smoothstep(2, 12, cover.localTemperatureC))
  if (cover.waterKind === K.lake) {
    const saline = smoothstep(0.42, 0.55, cover.aridity)
    const bog = smoothstep(7, 3, cover.localTemperatureC)
    const bloom = smoothstep(0.95, 1.25, season.plankton * (0.5 + plume)) * smoothstep(4, 9, cover.localTemperatureC)
    const rim = 0.5 * smoothstep(45, 0, cover.shoreM)
    add(out, M.muddyShallows, open * rim * (1 - saline))
    add(out, M.shallowWater, open * saline * (rim + (1 - rim) * 0.25 * plume))
    add(out, M.coastalWater, open * saline * (1 - rim) * (1 - 0.25 * plume))
    const fresh = open * (1 - rim) * (1 - saline)
    add(out, M.bloomWater, fresh * bloom)
    add(out, M.algalWater, fresh * (1 - bloom) * rich)
    add(out, bog > 0.25 + 0.75 * cover.mineral ? M.humicWater : M.lakeWater, fresh * (1 - bloom) * (1 - rich))
    return
  }
  const silt = clamp01(0.25 + 0.8 * smoothstep(8, 22, cover.localTemperatureC) * plume)
  add(out, M.sedimentWater, open * silt)
  add(out, M.algalWater, open * (1 - silt) * 0.5)
  add(out, M.lakeWater, open * (1 - silt) * 0.5)
}
