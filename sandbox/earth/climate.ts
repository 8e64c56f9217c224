import { clamp01, smoothstep } from './noise.ts'
import { regions } from './regions.ts'

/** Long-term conditions of a place, smooth over tens of kilometres. */
export type Climate = {
  /** annual mean at sea level, deg C */
  seaLevelTemperatureC: number
  /** half the difference of the warmest and the coldest month, deg C */
  temperatureSwingC: number
  /** 0 rain forest, 0.35 temperate, 0.55 steppe, above 0.7 desert */
  aridity: number
  /** share of the ground that is farmed where nothing else stands */
  farming: number
  /** leaning to red, iron-stained soils, 0..1 */
  redness: number
  heightM: number
  reliefM: number
}

/**
 * Latitude gives temperature (fit to zonal means of Legates & Willmott 1990) and the subtropical dry belt; `regions`
 * gives the continents their deserts, forests, farmland and mountains.
 */
export function climateAt(lng: number, lat: number): Climate {
  const fromEquator = Math.abs(lat)
  let aridity = 0.33 + 0.18 * Math.exp(-(((fromEquator - 24) / 8) ** 2)) - 0.14 * Math.exp(-((fromEquator / 9) ** 2))
  let temperature = 27 - 0.0068 * fromEquator * fromEquator
  let swing = 0.21 * fromEquator
  let farming = 0
  let redness = 0
  let height = 60
  let relief = 45
  for (const region of regions) {
    const dy = (lat - region.lat) / region.halfHeight
    if (dy > 2.6 || dy < -2.6) continue
    const dx = (lng - region.lng) / region.halfWidth
    const squared = dx * dx + dy * dy
    if (squared > 6.8) continue
    const weight = Math.exp(-squared)
    if (region.arid !== undefined) aridity += region.arid * weight
    else if (region.warm !== undefined) {
      temperature += region.warm * weight
      swing -= 0.6 * region.warm * weight
    } else if (region.farm !== undefined) farming = Math.max(farming, region.farm * smoothstep(0.1, 0.65, weight))
    else if (region.red !== undefined) redness += region.red * weight
    else {
      height += region.height! * weight
      relief += region.relief! * weight
    }
  }
  return {
    seaLevelTemperatureC: temperature,
    temperatureSwingC: Math.max(1.5, swing),
    aridity: clamp01(aridity),
    farming: Math.max(
      farming,
      0.32 * smoothstep(0.5, 0.38, aridity) * smoothstep(3, 8, temperature) * smoothstep(0.1, 0.3, aridity),
    ),
    redness: clamp01(redness),
    heightM: height,
    // Basins are cut into mountains as negative regions; even they keep a little relief.
    reliefM: Math.max(25, relief),
  }
}

/** Mean air temperature of a day at a place, deg C: a cosine whose warmest day is late July, or late January in the south. */
export function temperatureOnDayC(climate: Climate, lat: number, dayOfYear: number, elevationM: number): number {
  const warmestDay = lat >= 0 ? 205 : 22
  const phase = Math.cos((2 * Math.PI * (dayOfYear - warmestDay)) / 365.25)
  return climate.seaLevelTemperatureC + climate.temperatureSwingC * phase - 0.0062 * elevationM
}

/**
 * Mean cloud cover in 0..1: moist air is cloudy, the summer half of monsoon and trade-wind lands more so, high-latitude
 * winters likewise (shape of the zonal means of MODIS, King et al., IEEE TGRS 51, 2013).
 */
export function cloudiness(climate: Climate, lat: number, dayOfYear: number): number {
  const warmSeason = Math.cos((2 * Math.PI * (dayOfYear - (lat >= 0 ? 205 : 22))) / 365.25)
  const tropical = smoothstep(28, 15, Math.abs(lat))
  const seasonal = tropical * 0.2 * warmSeason - (1 - tropical) * 0.12 * warmSeason
  return Math.min(
    0.9,
    Math.max(0.06, 0.78 - 0.85 * climate.aridity + seasonal + 0.1 * smoothstep(45, 62, Math.abs(lat))),
  )
}
