import type { Block } from './block.ts'
import { bandLayers } from './formula-reader.ts'
import { kMeans, nearestCentroid } from './methods/k-means.ts'
import { samplePixels } from './methods/principal-components.ts'
import { areaHeader, areaRows, classProperties, noClass, writeClasses, writeCsv } from './outputs.ts'
import type { MapClass } from './outputs.ts'
import { usefulBands } from './useful-bands.ts'

/** Qualitative colours that stay apart: Kelly's twenty-two of maximum contrast (K. Kelly, Color Engineering 3, 1965). */
// prettier-ignore
const colours = ['#875692', '#f38400', '#a1caf1', '#be0032', '#c2b280', '#848482', '#008856', '#e68fac', '#0067a5', '#f99379', '#604e97', '#f6a600', '#b3446c', '#dcd300', '#882d17', '#8db600', '#654522', '#e25822', '#2b3d26', '#f3c300']

/** More bands than these add time, not knowledge: neighbouring bands say nearly the same. */
const mostBands = 40

/** Pixels grouped by likeness of their spectra, without training: k-means++ on the values of all bands. */
export const imageClustering: Block = {
  name: 'imageclustering',
  version: '1.0.0',
  title: 'Image clustering',
  description: 'Groups pixels of like spectra (or like courses over time, or like components) without training data.',
  reference: 'k-means (Lloyd 1982) with k-means++ seeds (Arthur and Vassilvitskii 2007).',
  releasedAt: '2026-04-21T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    {
      kind: 'raster',
      name: 'input_image',
      description: 'Any raster: reflectance, components, a series of an index.',
      formulas: [],
    },
    { kind: 'number', name: 'clusters', description: 'How many groups.', min: 2, max: 20, default: 6, integer: true },
    {
      kind: 'number',
      name: 'seed',
      description: 'The same seed gives the same groups.',
      min: 0,
      max: 1_000_000,
      default: 1,
      integer: true,
    },
  ],
  outputs: [
    { kind: 'raster', name: 'clusters', description: 'Number of the group, darkest first (uint8) with colours.' },
    { kind: 'table', name: 'centroids', description: 'Mean of each band in each group (CSV).' },
    { kind: 'table', name: 'class_areas', description: 'Pixels, hectares and percent of each group (CSV).' },
  ],
  price: 0.3,
  secondsPerMegapixel: 1.5,
  everyBand: true,
  notes: ['Groups have no names: look at their spectra in the table of centroids.'],
  async compute({ pictures, number, out, progress, log }) {
    const { source } = pictures['input_image']![0]!
    const bands = await usefulBands(source, mostBands)
    const layers = bandLayers(source, bands)
    const sample = await samplePixels(layers, 20_000, (f) => progress(f * 0.2))
    if (sample.length === 0) throw new Error('the raster has no pixel with a value in every band')
    const { centroids, iterations } = kMeans(sample, layers.count, number('clusters'), number('seed'))
    const sum = (centroid: Float64Array) => centroid.reduce((a, b) => a + b, 0)
    centroids.sort((a, b) => sum(a) - sum(b))
    log(
      `${centroids.length} groups of ${bands.length} bands after ${iterations} rounds over ${sample.length / layers.count} sampled pixels.`,
    )
    const classes = centroids.map((_, c): MapClass => ({ value: c + 1, label: `Group ${c + 1}`, color: colours[c]! }))
    const areas = await writeClasses(
      out('clusters.tif'),
      layers.grid,
      classes,
      async (window) => {
        const values = await layers.read(window)
        const pixel = new Float32Array(values.length)
        return Uint8Array.from(values[0]!, (_, i) => {
          for (let band = 0; band < pixel.length; band++) pixel[band] = values[band]![i]!
          return pixel.some(Number.isNaN) ? noClass : nearestCentroid(pixel, 0, centroids) + 1
        })
      },
      (f) => progress(0.2 + f * 0.8),
    )
    const { bands: info } = source.info
    await writeCsv(
      out('centroids.csv'),
      ['band', 'wavelength_nm', ...classes.map(({ label }) => label)],
      bands.map((band, i) => [
        info[band]!.name,
        info[band]!.wavelengthNm ?? null,
        ...centroids.map((centroid) => centroid[i]!),
      ]),
    )
    await writeCsv(out('class_areas.csv'), areaHeader, areaRows(areas))
    return [
      {
        name: 'clusters',
        kind: 'raster',
        file: 'clusters.tif',
        properties: { classes: classProperties(areas), nodata: noClass },
      },
      { name: 'centroids', kind: 'table', file: 'centroids.csv', properties: {} },
      { name: 'class_areas', kind: 'table', file: 'class_areas.csv', properties: {} },
    ]
  },
}
