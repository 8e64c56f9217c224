import { climateAt, temperatureOnDayC } from './climate.ts'
import type { CropState } from './crops.ts'
import { cropFor, crops, cropState } from './crops.ts'
import { clamp01, smoothstep } from './noise.ts'

const latenessSteps = 8

/** The state of the living landscape on one day around one place: the same for a whole scene. */
export type Season = {
  /** sea-level air temperature of the last weeks minus the annual mean, deg C */
  departureC: number
  /** broadleaf trees: share in leaf, and of those the shares in fresh and in autumn colour */
  leaves: number
  fresh: number
  autumn: number
  grassGreen: number
  shrubGreen: number
  /** phytoplankton relative to its annual mean */
  plankton: number
  /** state of each crop at eight degrees of lateness: `fields[crop * 8 + step]` */
  fields: CropState[]
  /** mean of all fields, for pixels much larger than a field */
  meanField: CropState
}

/** Day 1 is 1 January in the north and 1 July in the south, so that calendars read the same. */
export function growingDay(date: Date, lat: number): { dayOfYear: number; day: number } {
  const dayOfYear = Math.floor((date.getTime() - Date.UTC(date.getUTCFullYear(), 0, 1)) / 86_400_000) + 1
  return { dayOfYear, day: lat >= 0 ? dayOfYear : ((dayOfYear + 182) % 365) + 1 }
}

function grassGreenness(day: number, lat: number, aridity: number, temperatureC: number): number {
  const fromEquator = Math.abs(lat)
  const warm = Math.min(12, Math.max(-6, temperatureC - 9))
  const temperate = 0.45 + 0.5 * smoothstep(75, 125, day + 4 * warm) * smoothstep(335, 280, day)
  const summerDry = 0.35 * smoothstep(0.32, 0.5, aridity) * smoothstep(170, 215, day) * smoothstep(320, 270, day)
  const monsoon = 0.15 + 0.8 * smoothstep(155, 205, day) * smoothstep(345, 285, day)
  const mediterranean = 0.12 + 0.8 * Math.max(smoothstep(150, 105, day), smoothstep(305, 350, day))
  const tropical = smoothstep(30, 20, fromEquator)
  const winterRain = smoothstep(27, 31, fromEquator) * smoothstep(44, 41, fromEquator) * smoothstep(0.37, 0.45, aridity)
  const seasonal = smoothstep(0.15, 0.4, aridity)
  const wetTropics = monsoon * seasonal + 0.9 * (1 - seasonal)
  const extratropics = mediterranean * winterRain + (temperate - summerDry) * (1 - winterRain)
  return clamp01(tropical * wetTropics + (1 - tropical) * extratropics)
}

export function seasonAt(lng: number, lat: number, date: Date): Season {
  const climate = climateAt(lng, lat)
  const { dayOfYear, day } = growingDay(date, lat)
  const temperature = climate.seaLevelTemperatureC - 0.0045 * climate.heightM
  const shift = 5 * Math.min(10, Math.max(-5, temperature - 9))
  const out = smoothstep(98, 128, day + shift)
  const fall = smoothstep(278, 318, day - 0.8 * shift)
  const evergreen = smoothstep(16, 20, temperature)
  const grassGreen = grassGreenness(day, lat, climate.aridity, temperature)
  const fields = crops.flatMap((crop) =>
    Array.from({ length: latenessSteps }, (_, step) => cropState(crop, day, (step - 3.5) * 4.5, temperature)),
  )
  return {
    // Snow and water follow the air with a delay of some two weeks.
    departureC: temperatureOnDayC(climate, lat, dayOfYear - 14, 0) - climate.seaLevelTemperatureC,
    leaves: Math.max(evergreen * (0.75 + 0.25 * grassGreen), out * (1 - smoothstep(300, 326, day - 0.8 * shift))),
    fresh: (1 - evergreen) * out * (1 - smoothstep(130, 168, day + shift)),
    autumn: (1 - evergreen) * fall,
    grassGreen,
    shrubGreen: 0.35 + 0.5 * grassGreen,
    plankton: 0.35 + 1.1 * smoothstep(95, 200, day) * smoothstep(320, 250, day),
    fields,
    meanField: meanState(fields, (pick) => cropFor(pick, temperature, climate.aridity, climate.farming > 0.9)),
  }
}

function meanState(fields: readonly CropState[], cropOf: (pick: number) => number): CropState {
  const mean: CropState = { green: 0, young: 0, dry: 0, stubble: 0, flooded: 0, flowers: 0 }
  const picks = 64
  for (let i = 0; i < picks; i++) {
    const state = fields[cropOf((i + 0.5) / picks) * latenessSteps + (i % latenessSteps)]!
    for (const part of Object.keys(mean) as (keyof CropState)[]) mean[part] += state[part] / picks
  }
  return mean
}

/** The state of the field of a parcel. */
export function fieldState(season: Season, crop: number, hash: number): CropState {
  return season.fields[crop * latenessSteps + ((hash >>> 5) & (latenessSteps - 1))]!
}
