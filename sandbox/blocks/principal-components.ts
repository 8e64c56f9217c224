import type { Block } from './block.ts'
import { bandLayers } from './formula-reader.ts'
import { fitComponents, project } from './methods/principal-components.ts'
import { writeCsv, writeValues } from './outputs.ts'
import { usefulBands } from './useful-bands.ts'

/** The few directions in which the spectra of a picture really differ. */
export const principalComponents: Block = {
  name: 'principalcomponents',
  version: '1.0.0',
  title: 'Principal components',
  description: 'Packs the variance of all bands into a few uncorrelated layers.',
  reference: 'Principal components of the covariance (Hotelling 1933), by cyclic Jacobi rotations.',
  releasedAt: '2026-04-21T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    { kind: 'raster', name: 'input_image', description: 'Reflectance of one date.', formulas: [] },
    {
      kind: 'number',
      name: 'components',
      description: 'How many layers to keep.',
      min: 1,
      max: 10,
      default: 3,
      integer: true,
    },
  ],
  outputs: [
    { kind: 'raster', name: 'components', description: 'Components, the one of largest variance first (float32).' },
    { kind: 'table', name: 'variance', description: 'Variance, share of the total and weight of each band (CSV).' },
  ],
  price: 0.3,
  secondsPerMegapixel: 2,
  everyBand: true,
  notes: ['The sign of a component means nothing; it is chosen so that the largest weight is positive.'],
  async compute({ pictures, number, out, progress, log }) {
    const { source } = pictures['input_image']![0]!
    const used = await usefulBands(source, Infinity)
    const layers = bandLayers(source, used)
    const fitted = await fitComponents(layers, (f) => progress(f * 0.4))
    const count = Math.min(number('components'), used.length)
    const shares = fitted.values.map((value) => (fitted.totalVariance > 0 ? value / fitted.totalVariance : 0))
    const explained = shares.slice(0, count)
    log(
      `${used.length} bands, ${fitted.samples} sampled pixels; kept ${(100 * explained.reduce((a, b) => a + b, 0)).toFixed(1)} % of the variance.`,
    )
    const bands = explained.map((share, c) => ({
      name: `PC${c + 1}`,
      description: `${(100 * share).toFixed(2)} % of the variance`,
    }))
    const statistics = await writeValues(
      out('components.tif'),
      layers.grid,
      bands,
      async (window) => project(await layers.read(window), fitted, count),
      (f) => progress(0.4 + f * 0.6),
    )
    const header = ['component', 'variance', 'share_percent', ...used.map((band) => source.info.bands[band]!.name)]
    const rows = fitted.vectors
      .slice(0, count)
      .map((vector, c) => [c + 1, fitted.values[c]!, 100 * shares[c]!, ...vector])
    await writeCsv(out('variance.csv'), header, rows)
    return [
      {
        name: 'components',
        kind: 'raster',
        file: 'components.tif',
        properties: { bands, statistics, explained_variance: explained },
      },
      { name: 'variance', kind: 'table', file: 'variance.csv', properties: {} },
    ]
  },
}
