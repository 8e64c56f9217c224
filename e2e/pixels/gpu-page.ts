import { LngLatBounds, Map as MapLibre, setWorkerUrl } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?url'
import { bind } from '#src/formula/bind.ts'
import { evaluator } from '#src/formula/evaluate.ts'
import { parseFormula } from '#src/formula/parse.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import { anglePlan } from '#src/imagery/angle/angle-plan.ts'
import { createAngleSums } from '#src/imagery/angle/angle-sums.ts'
import { createBandMathLayer } from '#src/imagery/band-math-layer.ts'
import { openLocal } from '#src/imagery/open-cog.ts'
import { pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { readSpectrum } from '#src/imagery/read-spectrum.ts'
import { readWindow } from '#src/imagery/read-window.ts'
import { angleOf } from '#src/spectra/spectral-angle.ts'

export type Pixel = readonly [x: number, y: number]
/** At each pixel: what the GPU painted, and what the JavaScript of the same formula gives. */
export type Values = { gpu: number[]; script: number[] }
export type GpuPage = {
  open: (base64: string, json: string) => Promise<void>
  values: (formula: string, range: readonly [number, number], pixels: readonly Pixel[]) => Promise<Values>
  /** Radians between each pixel and a reference pixel, over all bands. */
  angles: (reference: Pixel, pixels: readonly Pixel[]) => Promise<number[]>
}
declare global {
  interface Window {
    gpu: GpuPage
  }
}

/** A picture has 256 steps of grey; painted over a part of the range at a time it tells more values. */
const parts = 6

setWorkerUrl(workerUrl)
const map = new MapLibre({
  container: 'map',
  style: { version: 8, sources: {}, layers: [] },
  attributionControl: false,
  fadeDuration: 0,
  canvasContextAttributes: { preserveDrawingBuffer: true },
})
const ready = new Promise((resolve) => map.once('idle', resolve))
let cog: Awaited<ReturnType<typeof openLocal>>
let layer: ReturnType<typeof createBandMathLayer>

window.gpu = {
  async open(base64, json) {
    await ready
    const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
    cog = await openLocal({ data: new File([bytes], 'scene.tif'), json: new File([json], 'scene.json') })
    const { grid } = cog.info
    const bounds = new LngLatBounds()
    for (const [x, y] of [
      [0, 0],
      [grid.width, 0],
      [0, grid.height],
      [grid.width, grid.height],
    ] as const)
      // prettier-ignore
      bounds.extend(pixelToLngLat(grid, x, y))
    map.fitBounds(bounds, { animate: false, padding: 4 })
    layer = createBandMathLayer(cog)
    map.addLayer({
      id: 'scene',
      type: 'custom',
      onAdd: (shown, gl) => layer.onAdd(shown, gl),
      render: (gl, input) => layer.render(gl, input),
    })
  },

  async values(formula, [low, high], pixels) {
    const tree = treeOf(formula)
    const gpu = pixels.map(() => Number.NaN)
    for (let part = 0; part < parts; part++) {
      // They overlap a little, so that no value falls between two.
      const step = ((high - low) / parts) * 1.1
      const from = low + ((high - low) * (part - 0.05)) / parts
      layer.setPaint({ kind: 'ramp', tree, range: [from, from + step], colormap: 'gray' })
      await drawn()
      pixels.forEach((pixel, i) => {
        const [grey = 0, , , alpha = 0] = colourAt(pixel)
        // Black and white are whatever lies beyond this part of the range.
        if (alpha > 0 && grey > 0 && grey < 255) gpu[i] = from + (grey / 255) * step
      })
    }
    const evaluate = evaluator(tree)
    const script = await Promise.all(pixels.map(async ([x, y]) => evaluate(await readSpectrum(cog, { x, y }))))
    return { gpu, script }
  },

  async angles([x, y], pixels) {
    const reference = [...(await readSpectrum(cog, { x, y }))]
    const { level, chunks } = anglePlan(cog, reference)
    if (level !== 0) throw new Error('the pixels would be those of an overview')
    const gl = document.createElement('canvas').getContext('webgl2')!
    const { width, height } = cog.info.grid
    const sums = createAngleSums(gl, cog.info, { width, height })!
    for (const [i, bands] of chunks.entries())
      sums.add(sums.upload(bands, await readWindow(cog, bands)), bands, reference, i === 0)
    const read = sums.read()
    sums.release()
    return pixels.map(([column, row]) => {
      const at = (row * width + column) * 4
      return angleOf(read[at]!, read[at + 1]!, read[at + 2]!)
    })
  },
}

function treeOf(formula: string): BoundFormula {
  const parsed = parseFormula(formula)
  if (!parsed.ok) throw new Error(parsed.errors[0]?.message)
  const bound = bind(parsed.tree, cog.info.bands)
  if (!bound.ok) throw new Error(bound.errors[0]?.message)
  return bound.tree
}

/** Until a frame is drawn after which nothing is left to be read. */
function drawn(): Promise<void> {
  return new Promise((resolve, reject) => {
    const look = () => {
      const state = layer.state()
      if (state.kind === 'loading') return
      map.off('render', look)
      if (state.kind === 'failed') reject(state.error)
      else resolve()
    }
    map.on('render', look)
    map.triggerRepaint()
  })
}

function colourAt([x, y]: Pixel): Uint8Array {
  const gl = map.getCanvas().getContext('webgl2')!
  const place = map.project(pixelToLngLat(cog.info.grid, x + 0.5, y + 0.5))
  const ratio = gl.drawingBufferWidth / map.getContainer().clientWidth
  const colour = new Uint8Array(4)
  const row = gl.drawingBufferHeight - 1 - Math.floor(place.y * ratio)
  gl.readPixels(Math.floor(place.x * ratio), row, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, colour)
  return colour
}
