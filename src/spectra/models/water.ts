import { waterAbsorption } from './absorption.ts'
import type { Curve } from './curve.ts'
import { curveOf, firstNm, gaussian } from './curve.ts'

/** What is in the water, and what lies under it. */
export type Water = {
  chlorophyllMgM3: number
  sedimentGM3: number
  /** absorption of dissolved organic matter at 440 nm, 1/m */
  cdomPerM: number
  /** phycocyanin of cyanobacteria, mg/m3 */
  phycocyaninMgM3?: number
  depthM?: number
  bottom?: Curve
}

/**
 * Bio-optical model: subsurface reflectance from backscattering over absorption (Gordon et al., J. Geophys. Res. 93,
 * 1988), through the surface by Lee et al., Applied Optics 37, 1998. Phytoplankton absorption after Bricaud et al. 1995,
 * phycocyanin at 620 nm after Simis et al. 2005, CDOM exp(-0.0145 (nm-440)). Optically shallow water sees its bottom.
 * The small constant is sky light reflected at a ruffled surface.
 */
export function waterReflectance(water: Water): Curve {
  const {
    chlorophyllMgM3: chl,
    sedimentGM3: sediment,
    cdomPerM,
    phycocyaninMgM3 = 0,
    depthM = Infinity,
    bottom,
  } = water
  return curveOf((nm) => {
    const i = nm - firstNm
    const algae =
      0.042 * gaussian(nm, 438, 36) +
      0.014 * gaussian(nm, 490, 28) +
      0.006 * gaussian(nm, 560, 60) +
      0.021 * gaussian(nm, 675, 12)
    const a =
      waterAbsorption[i]! +
      algae * chl ** 0.85 +
      0.009 * phycocyaninMgM3 * gaussian(nm, 622, 20) +
      cdomPerM * Math.exp(-0.0145 * (nm - 440)) +
      0.03 * sediment * Math.exp(-0.011 * (nm - 440))
    const backscatter =
      0.00095 * (500 / nm) ** 4.3 + 0.0012 * chl ** 0.7 * (550 / nm) + 0.0105 * sediment * (550 / nm) ** 0.6
    const u = backscatter / (a + backscatter)
    const deep = Math.PI * ((0.089 + 0.1245 * u) * u)
    let below = deep
    if (bottom && Number.isFinite(depthM)) {
      const seen = Math.exp(-2.1 * (a + backscatter) * depthM)
      below = deep * (1 - seen) + bottom[i]! * seen
    }
    return (0.52 * below) / (1 - Math.min(0.9, (1.7 * below) / Math.PI)) + 0.0018
  })
}
