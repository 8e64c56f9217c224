import type { Cover } from './cover.ts'
import { coverAt } from './cover-at.ts'
import { newCover } from './cover.ts'
import type { LandCoverKind } from './land-cover-kinds.ts'
import { landCoverKinds } from './land-cover-kinds.ts'
import { fillGround, fillTerrain, groundFields, terrain, terrainFields } from './terrain.ts'

/** What the model puts at a place, whatever the date. */
export type LandCover = {
  kind: LandCoverKind
  /** share of a pixel of 5 m here that is water */
  waterShare: number
  elevationM: number
  /** annual mean at this height, deg C */
  temperatureC: number
  aridity: number
}

const groundValues = new Float64Array(groundFields)
const terrainValues = new Float64Array(terrainFields)
const cover: Cover = newCover()

/** The land cover at a point, degrees. Deterministic from the coordinates alone. */
export function landCoverAt(lng: number, lat: number): LandCover {
  fillGround(lng, lat, groundValues, 0)
  fillTerrain(groundValues, terrainValues, 0)
  coverAt(groundValues, terrainValues, 5, cover)
  return {
    kind: landCoverKinds[cover.water >= 0.5 ? cover.waterKind : cover.kind]!,
    waterShare: cover.water,
    elevationM: terrainValues[terrain.elevation]!,
    temperatureC: cover.localTemperatureC,
    aridity: cover.aridity,
  }
}

/**
 * The place nearest to a point where the model shows a class with nothing else within `clearM` metres, or undefined if
 * there is none within `withinKm`. Lets a test stand in the middle of a forest or a lake without knowing the model.
 */
export function findLandCover(
  near: readonly [lng: number, lat: number],
  kinds: readonly LandCoverKind[],
  { clearM = 90, withinKm = 15 }: { clearM?: number; withinKm?: number } = {},
): [lng: number, lat: number] | undefined {
  const [lng, lat] = near
  const degreesPerM = 1 / 111_195
  const perLng = degreesPerM / Math.cos((lat * Math.PI) / 180)
  const matches = (x: number, y: number) => kinds.includes(landCoverAt(lng + x * perLng, lat + y * degreesPerM).kind)
  const stepM = Math.max(60, clearM)
  for (let ring = 0; ring * stepM < withinKm * 1000; ring++) {
    const points = Math.max(1, ring * 6)
    for (let i = 0; i < points; i++) {
      const angle = (2 * Math.PI * i) / points
      const x = ring * stepM * Math.cos(angle)
      const y = ring * stepM * Math.sin(angle)
      if (!matches(x, y)) continue
      const around = Array.from({ length: 16 }, (_, k) => [k % 2 ? clearM : clearM / 2, (Math.PI * k) / 8] as const)
      if (around.every(([r, a]) => matches(x + r * Math.cos(a), y + r * Math.sin(a)))) {
        return [lng + x * perLng, lat + y * degreesPerM]
      }
    }
  }
  return undefined
}
