import { iceIndex, waterAbsorption } from './absorption.ts'
import type { Anchor, Curve } from './curve.ts'
import { curveOf, firstNm, gaussian, through } from './curve.ts'

/** A soil, rock or salt as a smooth continuum with absorption features cut into it (depths 0..1). */
export type Ground = {
  continuum: readonly Anchor[]
  /** ferric iron: shoulder below 560 nm and the bands of hematite (860 nm) and goethite (920 nm) */
  hematite?: number
  goethite?: number
  /** Al-OH of clays and micas at 2205 nm, with the kaolinite doublet's 2165 nm wing when `kaolinite` */
  clay?: number
  kaolinite?: number
  carbonate?: number
  gypsum?: number
  /** cellulose of dead plant matter at 2100 nm */
  cellulose?: number
  /** liquid water held in the pores, equivalent thickness in cm */
  waterCm?: number
  /** more features, as of a mineral shown by itself */
  features?: readonly Feature[]
}

/** depth 0..1, width as a standard deviation */
export type Feature = readonly [centreNm: number, depth: number, sigmaNm: number]

/**
 * Band positions and widths after Clark et al., J. Geophys. Res. 95, 1990, and Hunt 1977; darkening of moist soil
 * by exponential absorption of its water film after Lobell & Asner, Soil Sci. Soc. Am. J. 66, 2002.
 */
export function groundReflectance(ground: Ground): Curve {
  const continuum = through(ground.continuum)
  const {
    hematite = 0,
    goethite = 0,
    clay = 0,
    kaolinite = 0,
    carbonate = 0,
    gypsum = 0,
    cellulose = 0,
    waterCm = 0,
    features = [],
  } = ground
  return curveOf((nm) => {
    const i = nm - firstNm
    const bands = [
      hematite * (0.75 * gaussian(nm, 480, 75) + 0.5 * gaussian(nm, 535, 35) + 0.3 * gaussian(nm, 860, 75)),
      goethite * (0.7 * gaussian(nm, 470, 55) + 0.12 * gaussian(nm, 660, 35) + 0.32 * gaussian(nm, 925, 85)),
      clay * (gaussian(nm, 2206, 20) + 0.3 * gaussian(nm, 2350, 28) + 0.5 * gaussian(nm, 1413, 16)),
      kaolinite * (0.9 * gaussian(nm, 2165, 11) + 0.4 * gaussian(nm, 1396, 9)),
      carbonate * (gaussian(nm, 2335, 32) + 0.25 * gaussian(nm, 2150, 25)),
      gypsum *
        (0.9 * gaussian(nm, 1449, 22) +
          0.5 * gaussian(nm, 1750, 18) +
          gaussian(nm, 1942, 32) +
          0.5 * gaussian(nm, 2215, 30)),
      cellulose * (0.6 * gaussian(nm, 2100, 45) + 0.35 * gaussian(nm, 2310, 35) + 0.15 * gaussian(nm, 1730, 30)),
      ...features.map(([centreNm, depth, sigmaNm]) => depth * gaussian(nm, centreNm, sigmaNm)),
    ]
    const film = Math.exp(-2 * waterCm * (waterAbsorption[i]! / 100))
    const wetting = 1 - 0.55 * (1 - Math.exp(-waterCm * 25))
    return continuum[i]! * bands.reduce((left, depth) => left * (1 - depth), 1) * film * wetting
  })
}

/** Snow or ice of a grain size: exp(-A sqrt(gamma d)), Kokhanovsky & Zege, Applied Optics 43, 2004; `soot` darkens it. */
export function snowReflectance(grainMm: number, soot: number): Curve {
  return curveOf((nm) => {
    const gammaPerM = (4 * Math.PI * iceIndex[nm - firstNm]!) / (nm * 1e-9)
    return (
      (1 - soot) * 0.98 * Math.exp(-4.6 * Math.sqrt(gammaPerM * grainMm * 1e-3)) * (1 - soot * gaussian(nm, 400, 250))
    )
  })
}

/** A cloud seen from above: white, with the absorption of its droplets in the short-wave infrared. */
export function cloudReflectance(albedo: number, dropletMm: number): Curve {
  return curveOf((nm) => {
    const absorptionPerM = waterAbsorption[nm - firstNm]!
    return albedo * Math.exp(-3.1 * Math.sqrt(absorptionPerM * dropletMm * 1e-3))
  })
}
