import {
  brownAbsorption,
  carotenoidAbsorption,
  chlorophyllAbsorption,
  dryMatterAbsorption,
  waterAbsorption,
} from './absorption.ts'
import type { Curve } from './curve.ts'
import { curveOf, firstNm, through } from './curve.ts'

/** Biochemistry of a leaf, in the units of PROSPECT. */
export type Leaf = {
  /** number of compact layers, 1.2 (grass) .. 2.5 (thick or dead leaves) */
  layers: number
  chlorophyllUgCm2: number
  carotenoidsUgCm2: number
  brown: number
  waterCm: number
  dryMatterGCm2: number
}

// Refractive index of leaf material (Feret et al. 2008), read at anchors.
const refractiveIndex = through([
  [400, 1.5],
  [600, 1.47],
  [800, 1.45],
  [1200, 1.42],
  [1600, 1.37],
  [2000, 1.32],
  [2500, 1.28],
])

/** Exponential integral E1, Abramowitz & Stegun 5.1.53 and 5.1.56. */
function expInt(x: number): number {
  if (x <= 1) {
    const polynomial =
      -0.57721566 + x * (0.99999193 + x * (-0.24991055 + x * (0.05519968 + x * (-0.00976004 + x * 0.00107857))))
    return polynomial - Math.log(x)
  }
  const top = x * (x * (x * (x + 8.5733287401) + 18.059016973) + 8.6347608925) + 0.2677737343
  const bottom = x * (x * (x * (x + 9.5733223454) + 25.6329561486) + 21.0996530827) + 3.9584969228
  return (Math.exp(-x) * top) / bottom / x
}

/** Mean transmissivity of a dielectric surface for light within `degrees` of the normal (Stern 1964, numerically). */
function surfaceTransmissivity(index: number, degrees: number): number {
  const steps = 60
  let sum = 0
  let weight = 0
  for (let i = 0; i < steps; i++) {
    const angle = (((i + 0.5) / steps) * degrees * Math.PI) / 180
    const inner = Math.asin(Math.sin(angle) / index)
    const rs = ((Math.cos(angle) - index * Math.cos(inner)) / (Math.cos(angle) + index * Math.cos(inner))) ** 2
    const rp = ((index * Math.cos(angle) - Math.cos(inner)) / (index * Math.cos(angle) + Math.cos(inner))) ** 2
    const w = Math.sin(angle) * Math.cos(angle)
    sum += w * (1 - (rs + rp) / 2)
    weight += w
  }
  return sum / weight
}

const entering = curveTable(40)
const diffuse = curveTable(90)
function curveTable(degrees: number): (nm: number) => number {
  const table = through(
    [400, 600, 800, 1200, 1600, 2000, 2500].map((nm) => [
      nm,
      surfaceTransmissivity(refractiveIndex[nm - firstNm]!, degrees),
    ]),
  )
  return (nm) => table[nm - firstNm]!
}

/** Leaf reflectance plus transmittance (the single-scattering albedo): PROSPECT, Jacquemoud & Baret, RSE 34, 1990. */
export function leafAlbedo(leaf: Leaf): Curve {
  return curveOf((nm) => {
    const i = nm - firstNm
    const absorbed =
      (leaf.chlorophyllUgCm2 * chlorophyllAbsorption[i]! +
        leaf.carotenoidsUgCm2 * carotenoidAbsorption[i]! +
        leaf.brown * brownAbsorption[i]! +
        (leaf.waterCm * waterAbsorption[i]!) / 100 +
        leaf.dryMatterGCm2 * dryMatterAbsorption[i]!) /
      leaf.layers
    const through1 = (1 - absorbed) * Math.exp(-absorbed) + absorbed * absorbed * expInt(Math.max(absorbed, 1e-9))
    const index = refractiveIndex[i]!
    const t90 = diffuse(nm)
    const tIn = entering(nm)
    const tOut = t90 / (index * index)
    const rOut = 1 - tOut
    const bounce = 1 - rOut * rOut * through1 * through1
    // One layer lit from outside within 40 degrees, then the pile below it lit diffusely (Stokes 1862).
    const t1 = (tIn * through1 * tOut) / bounce
    const r1 = 1 - tIn + rOut * through1 * t1
    const t = (t90 * through1 * tOut) / bounce
    const r = 1 - t90 + rOut * through1 * t
    const root = Math.sqrt(Math.max(0, (1 + r + t) * (1 + r - t) * (1 - r + t) * (1 - r - t)))
    const a = (1 + r * r - t * t + root) / (2 * r)
    const b = (1 - r * r + t * t + root) / (2 * t)
    const power = b ** (leaf.layers - 1)
    const below = a * a * power * power - 1
    const pileR = (a * (power * power - 1)) / below
    const pileT = (power * (a * a - 1)) / below
    const joined = 1 - pileR * r
    return Math.min(0.9999, r1 + (t1 * pileR * t) / joined + (t1 * pileT) / joined)
  })
}

/**
 * A closed canopy of such leaves: the two-stream limit of an infinitely deep medium of isotropic scatterers (Hapke 1981;
 * Sellers 1985), darkened by the shade that crowns cast on each other.
 */
export function canopyReflectance(leaf: Leaf, crownShade: number): Curve {
  return leafAlbedo(leaf).map((albedo) => {
    const g = Math.sqrt(1 - albedo)
    return ((1 - g) / (1 + g)) * (1 - crownShade)
  })
}
