import OpenLayersMap from 'ol/Map.js'
import View from 'ol/View.js'
import WebGLTile from 'ol/layer/WebGLTile.js'
import type { Style } from 'ol/layer/WebGLTile.js'
import { fromLonLat } from 'ol/proj.js'
import GeoTIFF from 'ol/source/GeoTIFF.js'
import { finish, range, scale, stops, view } from './questions.ts'
import type { Question } from './questions.ts'

const map = new OpenLayersMap({
  target: 'map',
  controls: [],
  pixelRatio: 1,
  view: new View({ projection: 'EPSG:3857', center: fromLonLat([view.lng, view.lat]), zoom: view.zoom }),
})
let layer: WebGLTile
let url = ''
let middle: readonly number[] = []

async function frame(ask: () => void): Promise<number> {
  const start = performance.now()
  ask()
  // A map without a layer that is ready calls itself complete.
  const asked = layer.getSource()!
  while (asked.getState() === 'loading') await new Promise((resolve) => asked.once('change', resolve))
  await new Promise((resolve) => {
    map.once('rendercomplete', resolve)
    map.render()
  })
  // The oldest WebGL is the one it asks for.
  const canvas = document.querySelector<HTMLCanvasElement>('#map canvas')
  middle = [...finish(canvas!.getContext('webgl')!)]
  return performance.now() - start
}

function style({ kind, soil = 2.4 }: Question): Style {
  // OpenLayers gives the digits as they are stored.
  const digits = (band: number) => ['*', ['band', band], scale]
  const [nir, red] = [digits(1), digits(2)]
  const value =
    kind === 'ndvi'
      ? ['/', ['-', nir, red], ['+', nir, red]]
      : ['/', ['*', 2.5, ['-', nir, red]], ['+', nir, ['*', soil, red], 1]]
  const [low, high] = range
  const ramp = stops.flatMap((colour, i) => [low + ((high - low) * i) / (stops.length - 1), colour])
  return { color: ['interpolate', ['linear'], value, ...ramp] as Style['color'] }
}

// One-based bands; no stretch to 8 bits, so that the formula is over the stored digits.
const source = ({ bands }: Question) =>
  new GeoTIFF({
    sources: [{ url, bands: bands.map((band) => band + 1) }],
    normalize: false,
    convertToRGB: false,
    interpolate: false,
    transition: 0,
  })

window.desk = {
  open(address, question) {
    url = address
    return frame(() => {
      layer = new WebGLTile({ source: source(question), style: style(question) })
      map.addLayer(layer)
    })
  },
  change: (question) => frame(() => layer.setStyle(style(question))),
  addBands: (question) =>
    frame(() => {
      layer.setSource(source(question))
      layer.setStyle(style(question))
    }),
  middle: () => middle,
}
