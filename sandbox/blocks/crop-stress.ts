import type { Block } from './block.ts'
import { formulaLayers } from './formula-reader.ts'
import { samplePixels } from './methods/principal-components.ts'
import { areaHeader, areaRows, classProperties, noClass, writeClasses, writeCsv, writeValues } from './outputs.ts'
import type { MapClass } from './outputs.ts'

const stressClasses = [
  { value: 1, label: 'Severe stress', color: '#a50026' },
  { value: 2, label: 'Moderate stress', color: '#f46d43' },
  { value: 3, label: 'Mild stress', color: '#fee08b' },
  { value: 4, label: 'Usual', color: '#a6d96a' },
  { value: 5, label: 'Vigorous', color: '#1a9850' },
] as const satisfies readonly MapClass[]

const ndvi = '(nir - red) / (nir + red)'
/** Red-edge measures of canopy chlorophyll. Centres are reached by hyperspectral sensors and by Sentinel-2. */
const indices: Record<string, string> = {
  // E. Barnes et al., Proc. 5th Int. Conf. Precision Agriculture, 2000
  NDRE: '(nir - R705) / (nir + R705)',
  // A. Gitelson et al., Geophysical Research Letters 30, 2003
  CIrededge: 'R783 / R705 - 1',
  // J. Dash and P. Curran, Int. J. Remote Sensing 25, 2004
  MTCI: '(R740 - R705) / (R705 - R665)',
}

function stressClass(z: number): number {
  if (Number.isNaN(z)) return noClass
  return z < -3 ? 1 : z < -2 ? 2 : z < -1 ? 3 : z <= 2 ? 4 : 5
}

/** Median and 1.4826 times the median absolute deviation, which for normal values is their standard deviation. */
export function robustSpread(values: Float32Array): { median: number; spread: number } {
  const median = medianOf(values)
  return { median, spread: 1.4826 * medianOf(values.map((value) => Math.abs(value - median))) }
}

function medianOf(values: Float32Array): number {
  const sorted = values.toSorted()
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

/**
 * How far a growing canopy's red-edge chlorophyll lies below that of the other canopies of the area on that day: robust
 * z-scores (B. Iglewicz and D. Hoaglin, "How to detect and handle outliers", ASQ 1993).
 */
export const cropStress: Block = {
  name: 'cropstress',
  version: '1.0.0',
  title: 'Crop stress',
  description: 'Where growing plants have less chlorophyll than the other plants of the area, by the red edge.',
  reference:
    'NDRE (Barnes et al. 2000), CI red edge (Gitelson et al. 2003) or MTCI (Dash and Curran 2004) as robust z-score (Iglewicz and Hoaglin 1993).',
  releasedAt: '2026-03-03T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    {
      kind: 'raster',
      name: 'input_image',
      description: 'Reflectance of one date.',
      formulas: [ndvi, ...Object.values(indices)],
    },
    {
      kind: 'choice',
      name: 'index',
      description: 'Measure of chlorophyll.',
      options: Object.keys(indices),
      default: 'NDRE',
    },
    {
      kind: 'number',
      name: 'minimum_ndvi',
      description: 'Pixels below this NDVI are not growing crops.',
      min: 0.1,
      max: 0.9,
      default: 0.5,
    },
  ],
  outputs: [
    {
      kind: 'raster',
      name: 'stress_score',
      description: 'Deviations from the median of the area (float32); no data where little grows.',
    },
    { kind: 'raster', name: 'stress_class', description: 'Classes of the score (uint8) with colours.' },
    { kind: 'table', name: 'class_areas', description: 'Pixels, hectares and percent of each class (CSV).' },
  ],
  price: 0.2,
  secondsPerMegapixel: 1.5,
  notes: ['Relative to the area: compare fields of one crop, or read the score beside a crop map.'],
  async compute({ pictures, number, text, out, progress, log }) {
    const index = indices[text('index')]!
    // A comparison's "no" turns into no value: 0 / 0 is NaN in the formula language.
    const layers = formulaLayers(pictures['input_image']![0]!.source, [
      `where(${ndvi} >= ${number('minimum_ndvi')}, ${index}, 0 / 0)`,
    ])
    const sample = await samplePixels(layers, 200_000, (f) => progress(f * 0.3))
    if (sample.length < 10)
      throw new Error(
        `hardly anything grows here on that day: ${sample.length} pixels have an NDVI of at least ${number('minimum_ndvi')}`,
      )
    const { median, spread } = robustSpread(sample)
    if (!(spread > 0)) throw new Error('all plants of the area look the same: there is nothing to compare')
    log(
      `Median ${text('index')} ${median.toFixed(3)}, spread ${spread.toFixed(3)} over ${sample.length} sampled pixels.`,
    )
    const score = async (window: Parameters<typeof layers.read>[0]) =>
      (await layers.read(window))[0]!.map((value) => (value - median) / spread)
    const bands = [{ name: 'stress_score', description: `${text('index')}, deviations from the median` }]
    const statistics = await writeValues(
      out('stress_score.tif'),
      layers.grid,
      bands,
      async (window) => [await score(window)],
      (f) => progress(0.3 + f * 0.35),
    )
    const areas = await writeClasses(
      out('stress_class.tif'),
      layers.grid,
      stressClasses,
      async (window) => Uint8Array.from(await score(window), stressClass),
      (f) => progress(0.65 + f * 0.35),
    )
    await writeCsv(out('class_areas.csv'), areaHeader, areaRows(areas))
    return [
      {
        name: 'stress_score',
        kind: 'raster',
        file: 'stress_score.tif',
        properties: { bands, statistics, median, spread },
      },
      {
        name: 'stress_class',
        kind: 'raster',
        file: 'stress_class.tif',
        properties: { classes: classProperties(areas), nodata: noClass },
      },
      { name: 'class_areas', kind: 'table', file: 'class_areas.csv', properties: {} },
    ]
  },
}
