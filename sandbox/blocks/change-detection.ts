import type { Block } from './block.ts'
import { formulaLayers, formulaProblem } from './formula-reader.ts'
import { otsuThreshold } from './methods/otsu.ts'
import { samplePixels } from './methods/principal-components.ts'
import { areaHeader, areaRows, classProperties, noClass, writeClasses, writeCsv, writeValues } from './outputs.ts'
import type { MapClass } from './outputs.ts'
import { onGrid } from './same-grid.ts'

const changeClasses = [
  { value: 1, label: 'Decrease', color: '#b2182b' },
  { value: 2, label: 'No change', color: '#f0f0f0' },
  { value: 3, label: 'Increase', color: '#2166ac' },
] as const satisfies readonly MapClass[]

const indices: Record<string, string> = {
  NDVI: '(nir - red) / (nir + red)',
  NDWI: '(green - nir) / (green + nir)',
  SAVI: '1.5 * (nir - red) / (nir + red + 0.5)',
  NDRE: '(nir - rededge) / (nir + rededge)',
  Brightness: 'mean(green, red, nir)',
}

/**
 * Difference of an index between two dates (A. Singh, "Digital change detection techniques", Int. J. Remote Sensing 10,
 * 1989), changed where its size passes Otsu's threshold (IEEE Trans. SMC 9, 1979) or the one that was asked for.
 */
export const changeDetection: Block = {
  name: 'changedetection',
  version: '1.0.0',
  title: 'Change detection',
  description: 'Where an index rose or fell between two dates, with the changed areas.',
  reference: 'Image differencing (Singh 1989) with the threshold of Otsu 1979.',
  releasedAt: '2026-03-03T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    {
      kind: 'raster',
      name: 'before',
      description: 'Reflectance of the first date.',
      formulas: ['green', 'red', 'nir'],
    },
    {
      kind: 'raster',
      name: 'after',
      description: 'Reflectance of the second date.',
      formulas: ['green', 'red', 'nir'],
    },
    { kind: 'choice', name: 'index', description: 'What is compared.', options: Object.keys(indices), default: 'NDVI' },
    {
      kind: 'number',
      name: 'threshold',
      description: 'Smallest difference that counts as change; 0 finds it in the picture.',
      min: 0,
      max: 2,
      default: 0,
    },
  ],
  outputs: [
    { kind: 'raster', name: 'difference', description: 'Second date minus first date (float32).' },
    { kind: 'raster', name: 'change', description: 'Decrease, no change, increase (uint8) with colours.' },
    { kind: 'table', name: 'class_areas', description: 'Pixels, hectares and percent of each class (CSV).' },
  ],
  price: 0.15,
  secondsPerMegapixel: 1.5,
  notes: [
    'The threshold of Otsu parts any picture in two: where nothing changed, give a threshold of your own.',
    'Clouds on either date count as change.',
  ],
  async compute({ pictures, number, text, out, progress, log }) {
    const before = pictures['before']![0]!
    const after = pictures['after']![0]!
    const formula = indices[text('index')]!
    for (const { source, date } of [before, after]) {
      const problem = formulaProblem(formula, source.info.bands)
      if (problem) throw new Error(`${text('index')} can not be computed for ${date ?? 'this raster'}: ${problem}`)
    }
    const first = formulaLayers(before.source, [formula])
    const second = formulaLayers(onGrid(after.source, before.source.info.grid), [formula])
    const difference = {
      grid: first.grid,
      count: 1,
      async read(window: Parameters<typeof first.read>[0]) {
        const [[a], [b]] = await Promise.all([first.read(window), second.read(window)])
        return [b!.map((value, i) => value - a![i]!)]
      },
    }
    const sample = await samplePixels(difference, 400_000, (f) => progress(f * 0.3))
    if (sample.length === 0) throw new Error('the two pictures share no valid pixel')
    const asked = number('threshold')
    const threshold = asked > 0 ? asked : otsuThreshold(sample.map(Math.abs))
    // All pixels alike: nothing stands out, so nothing changed.
    const limit = Number.isNaN(threshold) ? Infinity : threshold
    log(
      `${before.date ?? 'first'} to ${after.date ?? 'second'}: ${text('index')} changes of ${limit.toFixed(3)} or more count.`,
    )
    const bands = [{ name: 'difference', description: `${text('index')}, second minus first` }]
    const statistics = await writeValues(out('difference.tif'), first.grid, bands, difference.read, (f) =>
      progress(0.3 + f * 0.35),
    )
    const areas = await writeClasses(
      out('change.tif'),
      first.grid,
      changeClasses,
      async (window) =>
        Uint8Array.from((await difference.read(window))[0]!, (value) =>
          Number.isNaN(value) ? noClass : value >= limit ? 3 : value <= -limit ? 1 : 2,
        ),
      (f) => progress(0.65 + f * 0.35),
    )
    await writeCsv(out('class_areas.csv'), areaHeader, areaRows(areas))
    return [
      {
        name: 'difference',
        kind: 'raster',
        file: 'difference.tif',
        properties: { bands, statistics, threshold: Number.isFinite(limit) ? limit : null },
      },
      {
        name: 'change',
        kind: 'raster',
        file: 'change.tif',
        properties: { classes: classProperties(areas), nodata: noClass },
      },
      { name: 'class_areas', kind: 'table', file: 'class_areas.csv', properties: {} },
    ]
  },
}
