import { Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { bind } from '#src/formula/bind.ts'
import { parseFormula } from '#src/formula/parse.ts'
import { createBandMathLayer } from '#src/imagery/band-math-layer.ts'
import type { BandMathLayer } from '#src/imagery/band-math-layer.ts'
import { openCog } from '#src/imagery/open-cog.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import type { Paint } from '#src/imagery/paint.ts'
import { readSpectrum } from '#src/imagery/read-spectrum.ts'
import { regionStatistics } from '#src/imagery/region-statistics.ts'
import { finish, range, view } from './questions.ts'
import type { Question } from './questions.ts'

setWorkerUrl(workerUrl)
const map = new MapLibre({
  container: 'map',
  style: { version: 8, sources: {}, layers: [] },
  center: [view.lng, view.lat],
  zoom: view.zoom - 1, // MapLibre's tiles are 512 pixels wide
  attributionControl: false,
  fadeDuration: 0,
  canvasContextAttributes: { preserveDrawingBuffer: true },
})
const ready = new Promise((resolve) => map.once('idle', resolve))
const gl = () => map.getCanvas().getContext('webgl2')!
let layer: BandMathLayer
let cog: Cog
let middle: readonly number[] = []

/** A frame is finished when nothing is left to be read after it was drawn. */
async function frame(ask: () => void): Promise<number> {
  const start = performance.now()
  ask()
  await new Promise<void>((resolve, reject) => {
    const drawn = () => {
      const state = layer.state()
      if (state.kind === 'loading') return
      map.off('render', drawn)
      if (state.kind === 'failed') reject(state.error)
      else resolve()
    }
    map.on('render', drawn)
  })
  middle = [...finish(gl())]
  return performance.now() - start
}

const paint = ({ bands: [nir, red], kind, soil = 2.4 }: Question): Paint => {
  const [n, r] = [cog.info.bands[nir]!.name, cog.info.bands[red]!.name]
  const text = kind === 'ndvi' ? `(${n} - ${r}) / (${n} + ${r})` : `2.5 * (${n} - ${r}) / (${n} + ${soil} * ${r} + 1)`
  const parsed = parseFormula(text)
  const bound = parsed.ok && bind(parsed.tree, cog.info.bands)
  if (!bound || !bound.ok) throw new Error(`${text} can not be painted`)
  return { kind: 'ramp', tree: bound.tree, range, colormap: 'viridis' }
}

window.desk = {
  async open(url, question) {
    await ready
    const start = performance.now()
    cog = await openCog(url)
    layer = createBandMathLayer(cog)
    await frame(() => {
      layer.setPaint(paint(question))
      map.addLayer({
        id: 'scene',
        type: 'custom',
        onAdd: (shown, context) => layer.onAdd(shown, context),
        render: (context, input) => layer.render(context, input),
      })
    })
    return performance.now() - start
  },
  change: (question) => frame(() => layer.setPaint(paint(question))),
  addBands: (question) => frame(() => layer.setPaint(paint(question))),
  middle: () => middle,
}

/** Milliseconds for a spectrum of all bands at a pixel. */
export type SpectrumAt = (x: number, y: number) => Promise<number>
declare global {
  interface Window {
    spectrumAt: SpectrumAt
    /** Milliseconds for the statistics of the whole picture in all bands. */
    statistics: () => Promise<number>
  }
}
window.spectrumAt = async (x, y) => {
  const start = performance.now()
  await readSpectrum(cog, { x, y })
  return performance.now() - start
}

window.statistics = async () => {
  const start = performance.now()
  const { bands } = await regionStatistics(cog, null)
  if (bands.some(({ count }) => count === 0)) throw new Error('a band was not counted')
  return performance.now() - start
}
