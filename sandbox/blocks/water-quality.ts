import type { Block } from './block.ts'
import { formulaLayers } from './formula-reader.ts'
import { areaHeader, areaRows, classProperties, noClass, writeClasses, writeCsv, writeValues } from './outputs.ts'
import type { MapClass } from './outputs.ts'

/** Trophic states by Carlson's index. */
const trophicClasses = [
  { value: 1, label: 'Ultra-oligotrophic', color: '#2c7bb6' },
  { value: 2, label: 'Oligotrophic', color: '#64b8c6' },
  { value: 3, label: 'Mesotrophic', color: '#b9dfa4' },
  { value: 4, label: 'Eutrophic', color: '#fdae61' },
  { value: 5, label: 'Hypereutrophic', color: '#d7191c' },
] as const satisfies readonly MapClass[]

/**
 * Chlorophyll-a in mg m-3 from the normalised difference chlorophyll index of reflectance at 708 and 665 nm (S. Mishra and
 * D. Mishra, Remote Sensing of Environment 117, 2012, quadratic calibration for 1 to 60 mg m-3). Beneath the parabola's
 * lowest point (NDCI -0.22) the calibration would rise again; it stays at its least there.
 */
export function chlorophyllMgM3(rho665: number, rho708: number): number {
  const ndci = Math.max(-86.115 / (2 * 194.325), (rho708 - rho665) / (rho708 + rho665))
  return 14.039 + 86.115 * ndci + 194.325 * ndci * ndci
}

/** What the algorithm was checked up to. */
const mostFnu = 1000

/**
 * Turbidity in FNU from water reflectance at 645 and 859 nm (A. Dogliotti et al., Remote Sensing of Environment 156, 2015):
 * red in clear water, near infrared where red saturates, mixed linearly between 0.05 and 0.07.
 */
export function turbidityFnu(rho645: number, rho859: number): number {
  const red = (228.1 * rho645) / (1 - Math.min(0.99, rho645 / 0.1641))
  const infrared = (3078.9 * rho859) / (1 - Math.min(0.99, rho859 / 0.2112))
  const share = Math.min(1, Math.max(0, (rho645 - 0.05) / 0.02))
  const mixed = share === 0 ? red : (1 - share) * red + share * infrared
  return Math.min(mostFnu, Math.max(0, mixed))
}

/** Carlson's trophic state index from chlorophyll (R. Carlson, Limnology and Oceanography 22, 1977), 0 to 100. */
export function trophicStateIndex(chlorophyll: number): number {
  return Math.min(100, Math.max(0, 9.81 * Math.log(chlorophyll) + 30.6))
}

function trophicClass(index: number): number {
  if (Number.isNaN(index)) return noClass
  return index < 30 ? 1 : index < 40 ? 2 : index < 50 ? 3 : index < 60 ? 4 : 5
}

const bands = [
  { name: 'chlorophyll_a', description: 'Chlorophyll-a, mg m-3' },
  { name: 'turbidity', description: 'Turbidity, FNU' },
  { name: 'trophic_state', description: 'Trophic state index, 0 to 100' },
]
// 665 and 708 nm for NDCI, red and near infrared for turbidity, green for telling water from land.
const formulas = ['R665', 'R708', 'red', 'nir', 'green']

/** Reflectance below the noise of the sensors: no chlorophyll is read from such a pixel. */
const darkest = 0.001

export const waterQuality: Block = {
  name: 'waterquality',
  version: '1.0.0',
  title: 'Water quality',
  description: 'Chlorophyll-a, turbidity and trophic state of open water, with the areas of the trophic classes.',
  reference:
    'NDCI: Mishra and Mishra 2012. Turbidity: Dogliotti et al. 2015. Trophic state: Carlson 1977. Water mask: McFeeters 1996.',
  releasedAt: '2026-02-10T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    { kind: 'raster', name: 'input_image', description: 'Reflectance of one date.', formulas },
    {
      kind: 'number',
      name: 'water_threshold',
      description: 'A pixel is water where NDWI is above this.',
      min: -0.5,
      max: 0.9,
      default: 0,
    },
  ],
  outputs: [
    {
      kind: 'raster',
      name: 'water_quality',
      description: 'Chlorophyll-a (mg m-3), turbidity (FNU), trophic state index; no data on land.',
    },
    { kind: 'raster', name: 'trophic_class', description: 'Trophic classes (uint8) with colours.' },
    { kind: 'table', name: 'class_areas', description: 'Pixels, hectares and percent of each trophic class (CSV).' },
  ],
  price: 0.3,
  secondsPerMegapixel: 2,
  notes: [
    'Calibrated for turbid inland and coastal water; values of very clear water are upper bounds.',
    'Optically shallow water shows its bottom and reads too high.',
  ],
  async compute({ pictures, number, out, progress, log }) {
    const layers = formulaLayers(pictures['input_image']![0]!.source, formulas)
    const threshold = number('water_threshold')
    const read = async (window: Parameters<typeof layers.read>[0]) => {
      const [r665, r708, red, nir, green] = await layers.read(window)
      const result = bands.map(() => new Float32Array(red!.length).fill(NaN))
      for (let i = 0; i < red!.length; i++) {
        const ndwi = (green![i]! - nir![i]!) / (green![i]! + nir![i]!)
        // Clouds and snow are bright in the near infrared; water never is.
        if (!(ndwi > threshold) || nir![i]! > 0.2) continue
        result[1]![i] = turbidityFnu(red![i]!, nir![i]!)
        // Where the atmosphere's correction took all the light, a ratio of what is left means nothing.
        if (!(Math.min(r665![i]!, r708![i]!) >= darkest)) continue
        const chlorophyll = chlorophyllMgM3(r665![i]!, r708![i]!)
        result[0]![i] = chlorophyll
        result[2]![i] = trophicStateIndex(chlorophyll)
      }
      return result
    }
    const statistics = await writeValues(out('water_quality.tif'), layers.grid, bands, read, (f) => progress(f / 2))
    const [chlorophyll, turbidity] = statistics
    if (turbidity!.count === 0) throw new Error('the picture shows no open water above the threshold')
    if (chlorophyll!.count === 0) {
      throw new Error(
        `all ${turbidity!.count} pixels of water are too dark in the red for chlorophyll: the picture may be over-corrected`,
      )
    }
    log(`${turbidity!.count} pixels of open water, ${chlorophyll!.count} of them bright enough for chlorophyll.`)
    const areas = await writeClasses(
      out('trophic_class.tif'),
      layers.grid,
      trophicClasses,
      async (window) => Uint8Array.from((await read(window))[2]!, trophicClass),
      (f) => progress(0.5 + f / 2),
    )
    await writeCsv(out('class_areas.csv'), areaHeader, areaRows(areas))
    return [
      { name: 'water_quality', kind: 'raster', file: 'water_quality.tif', properties: { bands, statistics } },
      {
        name: 'trophic_class',
        kind: 'raster',
        file: 'trophic_class.tif',
        properties: { classes: classProperties(areas), nodata: noClass },
      },
      { name: 'class_areas', kind: 'table', file: 'class_areas.csv', properties: {} },
    ]
  },
}
