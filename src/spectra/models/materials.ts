import { asphalt, concrete, darkRoof, metalRoof, tileRoof } from './built.ts'
import type { Curve } from './curve.ts'
import { mixCurves } from './curve.ts'
import { cloudReflectance, groundReflectance, snowReflectance } from './ground.ts'
import type { Leaf } from './vegetation.ts'
import { canopyReflectance } from './vegetation.ts'
import { waterReflectance } from './water.ts'

const leaf = (change: Partial<Leaf>): Leaf => ({
  layers: 1.5,
  chlorophyllUgCm2: 45,
  carotenoidsUgCm2: 9,
  brown: 0,
  waterCm: 0.012,
  dryMatterGCm2: 0.006,
  ...change,
})

const green = leaf({})
const dead = leaf({
  layers: 2.2,
  chlorophyllUgCm2: 0.6,
  carotenoidsUgCm2: 1,
  brown: 0.55,
  waterCm: 0.0009,
  dryMatterGCm2: 0.008,
})
const straw = () => mixCurves([
  [0.85, canopyReflectance(dead, 0.2)],
  [0.15, groundReflectance({ continuum: [[400, 0.07], [700, 0.2], [1100, 0.31], [1700, 0.38], [2500, 0.33]], cellulose: 0.3 })],
]) // prettier-ignore
const cropCanopy = () =>
  canopyReflectance(leaf({ chlorophyllUgCm2: 42, carotenoidsUgCm2: 8, waterCm: 0.014, dryMatterGCm2: 0.0045 }), 0.22)
const quartz = () => groundReflectance({
  continuum: [[400, 0.14], [500, 0.21], [600, 0.3], [700, 0.36], [1000, 0.46], [1500, 0.58], [2100, 0.58], [2500, 0.52]],
  goethite: 0.12,
}) // prettier-ignore
const mud = () => groundReflectance({
  continuum: [[400, 0.07], [600, 0.15], [900, 0.22], [1300, 0.27], [2100, 0.27], [2500, 0.22]],
  clay: 0.05,
  waterCm: 0.05,
}) // prettier-ignore
const deepBase = { sedimentGM3: 0.05, cdomPerM: 0.004 }

/**
 * The endmembers of the model: bottom-of-atmosphere hemispherical-directional reflectance, 400-2500 nm. Every pixel is a
 * mixture of up to four of these. Names are what an interpreter would call them.
 */
const recipes = {
  broadleafCanopy: () => canopyReflectance(green, 0.28),
  springCanopy: () => canopyReflectance(leaf({ chlorophyllUgCm2: 27, carotenoidsUgCm2: 6, dryMatterGCm2: 0.0045 }), 0.26),
  autumnCanopy: () => canopyReflectance(
    leaf({ layers: 1.7, chlorophyllUgCm2: 4, carotenoidsUgCm2: 9, brown: 0.16, waterCm: 0.008 }),
    0.3,
  ),
  needleCanopy: () => canopyReflectance(
    leaf({ layers: 2, chlorophyllUgCm2: 52, carotenoidsUgCm2: 11, brown: 0.02, waterCm: 0.022, dryMatterGCm2: 0.021 }),
    0.5,
  ),
  rainForestCanopy: () => canopyReflectance(leaf({ layers: 1.9, chlorophyllUgCm2: 62, carotenoidsUgCm2: 13, waterCm: 0.017, dryMatterGCm2: 0.011 }), 0.36),
  cropCanopy,
  youngCropCanopy: () => canopyReflectance(leaf({ layers: 1.35, chlorophyllUgCm2: 26, carotenoidsUgCm2: 6, waterCm: 0.015, dryMatterGCm2: 0.0035 }), 0.22),
  grassCanopy: () => canopyReflectance(leaf({ layers: 1.4, chlorophyllUgCm2: 32, carotenoidsUgCm2: 8, brown: 0.03, waterCm: 0.011, dryMatterGCm2: 0.005 }), 0.3),
  dryShrub: () => canopyReflectance(leaf({ layers: 2, chlorophyllUgCm2: 22, carotenoidsUgCm2: 8, brown: 0.2, waterCm: 0.007, dryMatterGCm2: 0.017 }), 0.45),
  straw,
  stubble: () => mixCurves([
    [0.55, straw()],
    [0.45, groundReflectance({ continuum: [[400, 0.05], [700, 0.17], [1100, 0.27], [1700, 0.34], [2500, 0.28]], clay: 0.04 })],
  ]),
  rapeFlowers: () => mixCurves([
    [0.55, cropCanopy()],
    [0.45, groundReflectance({ continuum: [[400, 0.03], [480, 0.05], [530, 0.32], [560, 0.43], [700, 0.5], [900, 0.6], [1300, 0.5], [1450, 0.2], [1650, 0.35], [1930, 0.1], [2200, 0.2], [2500, 0.1]] })],
  ]),
  litter: () => groundReflectance({ continuum: [[400, 0.03], [600, 0.065], [700, 0.095], [900, 0.17], [1300, 0.24], [1650, 0.26], [2200, 0.2], [2500, 0.14]], cellulose: 0.2, waterCm: 0.01 }),
  blackSoil: () => groundReflectance({ continuum: [[400, 0.035], [600, 0.065], [900, 0.12], [1300, 0.18], [1800, 0.22], [2200, 0.22], [2500, 0.19]], clay: 0.05, waterCm: 0.012 }),
  loam: () => groundReflectance({ continuum: [[400, 0.075], [500, 0.108], [600, 0.148], [750, 0.2], [1000, 0.27], [1400, 0.345], [1800, 0.375], [2200, 0.37], [2500, 0.31]], goethite: 0.05, clay: 0.1, waterCm: 0.006 }),
  paleSoil: () => groundReflectance({ continuum: [[400, 0.115], [500, 0.165], [600, 0.225], [750, 0.29], [1000, 0.35], [1400, 0.42], [1800, 0.45], [2200, 0.43], [2500, 0.36]], goethite: 0.08, clay: 0.08, carbonate: 0.12 }),
  redSoil: () => groundReflectance({ continuum: [[400, 0.065], [500, 0.09], [560, 0.12], [600, 0.17], [700, 0.225], [800, 0.26], [1000, 0.32], [1400, 0.4], [2000, 0.42], [2500, 0.33]], hematite: 0.3, clay: 0.18, kaolinite: 0.1 }),
  mud,
  quartzSand: quartz,
  redSand: () => groundReflectance({ continuum: [[400, 0.08], [500, 0.13], [560, 0.2], [600, 0.27], [700, 0.36], [1000, 0.46], [1500, 0.56], [2100, 0.56], [2500, 0.5]], hematite: 0.3 }),
  granite: () => groundReflectance({ continuum: [[400, 0.13], [600, 0.19], [900, 0.23], [1300, 0.27], [1800, 0.29], [2500, 0.24]], clay: 0.06, goethite: 0.05 }),
  basalt: () => groundReflectance({ continuum: [[400, 0.055], [600, 0.075], [900, 0.085], [1300, 0.1], [1800, 0.11], [2500, 0.105]] }),
  limestone: () => groundReflectance({ continuum: [[400, 0.19], [600, 0.29], [900, 0.36], [1500, 0.43], [2000, 0.47], [2500, 0.37]], carbonate: 0.22, goethite: 0.05 }),
  kaolinite: () => groundReflectance({ continuum: [[400, 0.3], [550, 0.45], [800, 0.56], [1200, 0.62], [1700, 0.63], [2100, 0.58], [2500, 0.42]], clay: 0.42, kaolinite: 0.3, goethite: 0.1 }),
  hematite: () => groundReflectance({ continuum: [[400, 0.05], [540, 0.08], [600, 0.19], [700, 0.26], [800, 0.25], [1000, 0.29], [1500, 0.38], [2200, 0.36], [2500, 0.3]], hematite: 0.6, clay: 0.12 }),
  goethite: () => groundReflectance({ continuum: [[400, 0.08], [500, 0.14], [600, 0.28], [750, 0.36], [1000, 0.36], [1400, 0.46], [2000, 0.44], [2500, 0.34]], goethite: 0.55, clay: 0.2 }),
  salt: () => groundReflectance({ continuum: [[400, 0.46], [500, 0.55], [700, 0.62], [1000, 0.63], [1350, 0.6], [1700, 0.54], [2200, 0.42], [2500, 0.3]], gypsum: 0.25, waterCm: 0.004 }),
  oceanWater: () => waterReflectance({ chlorophyllMgM3: 0.1, ...deepBase }),
  coastalWater: () => waterReflectance({ chlorophyllMgM3: 2.5, sedimentGM3: 2.2, cdomPerM: 0.12 }),
  sedimentWater: () => waterReflectance({ chlorophyllMgM3: 5, sedimentGM3: 45, cdomPerM: 0.5 }),
  lakeWater: () => waterReflectance({ chlorophyllMgM3: 2.2, sedimentGM3: 1.5, cdomPerM: 0.16 }),
  humicWater: () => waterReflectance({ chlorophyllMgM3: 6, sedimentGM3: 1.6, cdomPerM: 3.2 }),
  algalWater: () => waterReflectance({ chlorophyllMgM3: 42, sedimentGM3: 9, cdomPerM: 0.9, phycocyaninMgM3: 12 }),
  bloomWater: () => waterReflectance({ chlorophyllMgM3: 120, sedimentGM3: 16, cdomPerM: 1.1, phycocyaninMgM3: 110 }),
  shallowWater: () => waterReflectance({ chlorophyllMgM3: 0.4, sedimentGM3: 0.4, cdomPerM: 0.03, depthM: 2.4, bottom: quartz() }),
  muddyShallows: () => waterReflectance({ chlorophyllMgM3: 6, sedimentGM3: 14, cdomPerM: 0.7, depthM: 0.35, bottom: mud() }),
  freshSnow: () => snowReflectance(0.12, 0.01),
  oldSnow: () => snowReflectance(0.8, 0.06),
  glacierIce: () => snowReflectance(6, 0.14),
  asphalt: () => groundReflectance({ continuum: asphalt }),
  concrete: () => groundReflectance({ continuum: concrete, carbonate: 0.06 }),
  tileRoof: () => groundReflectance({ continuum: tileRoof, hematite: 0.1, clay: 0.05 }),
  metalRoof: () => groundReflectance({ continuum: metalRoof }),
  darkRoof: () => groundReflectance({ continuum: darkRoof }),
  cloud: () => cloudReflectance(0.74, 0.012),
  cirrus: () => cloudReflectance(0.5, 0.03),
} satisfies Record<string, () => Curve> // prettier-ignore

export type Material = keyof typeof recipes
export const materials = Object.keys(recipes) as Material[]

/** Number of a material in mixtures and in a sensor's table. */
export const materialIndex = Object.fromEntries(materials.map((name, i) => [name, i])) as Record<Material, number>

const curves = new Map<Material, Curve>()

/** Reflectance of a material, 0..1 at 1 nm from 400 to 2500 nm. Computed when first asked for. */
export function spectrumOf(material: Material): Curve {
  const known = curves.get(material)
  if (known) return known
  const curve = recipes[material]()
  curves.set(material, curve)
  return curve
}
