import type { Block } from './block.ts'
import { formulaLayers } from './formula-reader.ts'
import { whittakerSmoother } from './methods/whittaker.ts'
import { writeCsv, writeValues } from './outputs.ts'
import { onGrid } from './same-grid.ts'

const formulas = ['blue', 'green', 'red', 'nir']
const dayMs = 86_400_000
/** A band for each step: more make files that no one opens. */
const mostSteps = 120
const leastDates = 3

/** Bright and grey is cloud (or snow, whose NDVI says as little); in its visible bands no plant reflects so much. */
const cloudy = (blue: number, green: number, red: number) => Math.min(blue, green, red) > 0.22

/**
 * NDVI at even steps from all dates of the area: clouds are left out, gaps filled and noise smoothed by Whittaker's
 * smoother (Eilers 2003), as usual for vegetation series (C. Atzberger and P. Eilers, Int. J. Digital Earth 4, 2011).
 */
export const gapFilledNdvi: Block = {
  name: 'gapfilledndvi',
  version: '1.0.0',
  title: 'Gap-filled NDVI',
  description: 'A smooth NDVI series at even steps from all clear views of the area, without gaps.',
  reference: 'Whittaker smoother (Eilers 2003; Atzberger and Eilers 2011) on NDVI (Tucker 1979).',
  releasedAt: '2026-05-12T08:00:00.000Z',
  modes: ['insight', 'workflow'],
  inputs: [
    {
      kind: 'raster',
      name: 'input_image',
      description: 'Any date of the area; all its dates of the period are read.',
      leastDates,
      formulas,
    },
    { kind: 'date', name: 'start_date', description: 'First day; the first date when left out.', end: 'first' },
    { kind: 'date', name: 'end_date', description: 'Last day; the last date when left out.', end: 'last' },
    {
      kind: 'number',
      name: 'step_days',
      description: 'Days between two layers of the result.',
      min: 1,
      max: 60,
      default: 10,
      integer: true,
      unit: 'days',
    },
    {
      kind: 'number',
      name: 'smoothness',
      description: 'Lambda of the smoother: larger is smoother.',
      min: 0.01,
      max: 10_000,
      default: 1,
    },
  ],
  outputs: [
    { kind: 'raster', name: 'ndvi_series', description: 'One layer for each step, named by its day (float32).' },
    { kind: 'table', name: 'mean_series', description: 'Mean NDVI of the area: as seen and as filled (CSV).' },
  ],
  price: 0.1,
  secondsPerMegapixel: 4,
  notes: ['Needs three dates at least. Between dates far apart the course is a guess of least curvature.'],
  async compute({ pictures, number, out, progress, log }) {
    const series = pictures['input_image']!.filter(({ date }) => date !== null)
    if (new Set(series.map(({ date }) => date)).size < leastDates)
      throw new Error(`a series needs pictures of at least three dates; the period has ${series.length}`)
    const days = series.map(({ date }) => Math.round(Date.parse(date!) / dayMs))
    const [first, last] = [days[0]!, days.at(-1)!]
    const step = Math.max(number('step_days'), Math.ceil((last - first) / (mostSteps - 1)))
    if (step > number('step_days')) log(`Steps of ${step} days: shorter ones would make more than ${mostSteps} layers.`)
    const steps = Math.floor((last - first) / step) + 1 + ((last - first) % step > 0 ? 1 : 0)
    const dates = Array.from({ length: steps }, (_, i) =>
      new Date((first + i * step) * dayMs).toISOString().slice(0, 10),
    )
    const grid = series[0]!.source.info.grid
    const layers = series.map(({ source }) => formulaLayers(onGrid(source, grid), formulas))
    const smoother = whittakerSmoother(steps, number('smoothness'))
    const seen = days.map(() => ({ count: 0, sum: 0 }))
    const bands = dates.map((date) => ({ name: date, description: 'NDVI' }))
    const statistics = await writeValues(
      out('ndvi_series.tif'),
      grid,
      bands,
      async (window) => {
        const length = window.width * window.height
        const filled = dates.map(() => new Float32Array(length).fill(NaN))
        const observed: Float32Array[] = []
        for (const [d, layer] of layers.entries()) {
          const [blue, green, red, nir] = await layer.read(window)
          observed.push(
            red!.map((value, i) => {
              if (cloudy(blue![i]!, green![i]!, value)) return NaN
              const ndvi = (nir![i]! - value) / (nir![i]! + value)
              if (Number.isNaN(ndvi)) return NaN
              seen[d]!.count++
              seen[d]!.sum += ndvi
              return Math.min(1, Math.max(-1, ndvi))
            }),
          )
        }
        const values = new Float64Array(steps)
        const weights = new Float64Array(steps)
        for (let i = 0; i < length; i++) {
          values.fill(0)
          weights.fill(0)
          for (const [d, ndvi] of observed.entries()) {
            if (Number.isNaN(ndvi[i]!)) continue
            const at = Math.round((days[d]! - first) / step)
            values[at] = (values[at]! * weights[at]! + ndvi[i]!) / (weights[at]! + 1)
            weights[at]!++
          }
          const smooth = smoother(values, weights)
          if (smooth) for (let s = 0; s < steps; s++) filled[s]![i] = Math.min(1, Math.max(-1, smooth[s]!))
        }
        return filled
      },
      progress,
    )
    if (statistics[0]!.count === 0) throw new Error('no pixel has two clear views in the period')
    log(
      `${series.length} pictures from ${dates[0]} to ${series.at(-1)!.date} made ${steps} layers, ${step} days apart.`,
    )
    const rows = [
      ...series.map(({ date }, d): [string, number | null, number | null] => [
        date!,
        seen[d]!.count > 0 ? seen[d]!.sum / seen[d]!.count : null,
        null,
      ]),
      ...statistics.map(({ name, mean }): [string, number | null, number | null] => [name, null, mean]),
    ].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))
    await writeCsv(out('mean_series.csv'), ['date', 'observed_mean', 'filled_mean'], rows)
    return [
      {
        name: 'ndvi_series',
        kind: 'raster',
        file: 'ndvi_series.tif',
        properties: { bands, statistics, step_days: step },
      },
      { name: 'mean_series', kind: 'table', file: 'mean_series.csv', properties: {} },
    ]
  },
}
