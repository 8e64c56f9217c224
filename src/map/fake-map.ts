import type { LayerSpecification, MapLibreMap } from 'maplibre-gl'
import { createMapHost, type MapHost } from './map-host.ts'

type Listener = (event: object) => void
type FakeSource = { spec: object; calls: string[] }

/**
 * Stands in for MapLibre in unit tests: keeps sources, layers and feature states the way MapLibre does, throws where it
 * throws, and loses everything when its style is changed.
 */
export class FakeMap {
  readonly sources = new Map<string, FakeSource>()
  layers: LayerSpecification[] = []
  readonly states = new Map<string, Record<string, unknown>>()
  readonly calls: string[] = []
  camera = { center: { lng: 10, lat: 50 }, zoom: 4, bearing: 0, pitch: 0 }
  /** What the pointer is over; layers are the ids asked for. */
  under: { id: string | number; properties: object; layer: string }[] = []
  private readonly listeners = new Map<string, Set<Listener>>()
  private readonly canvas = document.createElement('canvas')
  private readonly container: HTMLElement

  constructor(container: HTMLElement = document.createElement('div')) {
    this.container = container
  }

  on(type: string, listener: Listener) {
    this.listeners.set(type, (this.listeners.get(type) ?? new Set<Listener>()).add(listener))
  }
  off(type: string, listener: Listener) {
    this.listeners.get(type)?.delete(listener)
  }
  emit(type: string, event: object = {}) {
    for (const listener of this.listeners.get(type) ?? []) listener({ target: this, ...event })
  }

  /** As after `setStyle`: nothing that was added is there any more. */
  loadStyle() {
    this.sources.clear()
    this.states.clear()
    this.layers = [layer('ground/0/land'), layer('reference/0/borders')]
    this.emit('style.load')
  }

  addSource(id: string, spec: object) {
    if (this.sources.has(id)) throw new Error(`Source "${id}" already exists.`)
    this.sources.set(id, { spec, calls: [] })
  }
  getSource(id: string) {
    const source = this.sources.get(id)
    if (!source) return undefined
    const call = (name: string) => (value: unknown) => void source.calls.push(`${name} ${JSON.stringify(value)}`)
    return { setData: call('setData'), updateImage: call('updateImage'), setCoordinates: call('setCoordinates') }
  }
  removeSource(id: string) {
    if (!this.sources.has(id)) throw new Error(`There is no source "${id}".`)
    if (this.layers.some((drawn) => 'source' in drawn && drawn.source === id)) throw new Error(`"${id}" is in use.`)
    this.sources.delete(id)
  }

  addLayer(spec: LayerSpecification, before?: string) {
    if (this.getLayer(spec.id)) throw new Error(`Layer "${spec.id}" already exists.`)
    const at = before === undefined ? this.layers.length : this.layers.findIndex(({ id }) => id === before)
    if (at === -1) throw new Error(`There is no layer "${before}".`)
    this.layers.splice(at, 0, spec)
  }
  getLayer(id: string) {
    return this.layers.find((drawn) => drawn.id === id)
  }
  getLayersOrder() {
    return this.layers.map(({ id }) => id)
  }
  removeLayer(id: string) {
    if (!this.getLayer(id)) throw new Error(`There is no layer "${id}".`)
    this.layers = this.layers.filter((drawn) => drawn.id !== id)
  }
  setPaintProperty(id: string, key: string, value: unknown) {
    this.calls.push(`paint ${id} ${key} ${JSON.stringify(value)}`)
  }
  setLayoutProperty(id: string, key: string, value: unknown) {
    this.calls.push(`layout ${id} ${key} ${JSON.stringify(value)}`)
  }
  setFilter(id: string, filter: unknown) {
    this.calls.push(`filter ${id} ${JSON.stringify(filter)}`)
  }
  setProjection(projection: unknown) {
    this.calls.push(`projection ${JSON.stringify(projection)}`)
  }

  setFeatureState({ source, id }: { source: string; id: string | number }, state: object) {
    const key = `${source} ${id}`
    this.states.set(key, { ...this.states.get(key), ...state })
  }
  removeFeatureState({ source, id }: { source: string; id: string | number }, key: string) {
    delete this.states.get(`${source} ${id}`)?.[key]
  }
  queryRenderedFeatures(_where: unknown, { layers }: { layers: string[] }) {
    const found = this.under.filter((hit) => layers.includes(hit.layer))
    return found.map(({ id, properties, layer: layerOf }) => ({ id, properties, layer: { id: layerOf } }))
  }

  getCanvas() {
    return this.canvas
  }
  getContainer() {
    return this.container
  }
  getCenter() {
    const { lng, lat } = this.camera.center
    return { lng, lat, wrap: () => ({ lng, lat }) }
  }
  getZoom() {
    return this.camera.zoom
  }
  getBearing() {
    return this.camera.bearing
  }
  getPitch() {
    return this.camera.pitch
  }
  jumpTo({ center: [lng = 0, lat = 0], zoom }: { center: number[]; zoom: number }) {
    this.camera = { ...this.camera, center: { lng, lat }, zoom }
    this.emit('moveend')
  }
  fitBounds(bounds: unknown, options: object) {
    this.calls.push(`fitBounds ${JSON.stringify(bounds)} ${JSON.stringify(options)}`)
  }
  resize() {
    this.calls.push('resize')
  }
  remove() {
    this.calls.push('remove')
  }
  asMap(): MapLibreMap {
    return this as unknown as MapLibreMap
  }
}

const layer = (id: string): LayerSpecification => ({ id, type: 'background' })

/** A host that makes fake maps, with a list of those it made; the first style loads at once. */
export function fakeHost(): { host: MapHost; made: FakeMap[] } {
  const made: FakeMap[] = []
  const host = createMapHost(async (container) => {
    const map = new FakeMap(container)
    made.push(map)
    queueMicrotask(() => setTimeout(() => map.loadStyle()))
    return map.asMap()
  })
  return { host, made }
}

/** A host whose map is there already. */
export async function hostWithMap(): Promise<{ host: MapHost; map: FakeMap }> {
  const { host, made } = fakeHost()
  const parent = document.body.appendChild(document.createElement('div'))
  host.attach(parent, { theme: 'dark', labels: true, projection: 'mercator' })
  await new Promise<void>((resolve) => {
    host.subscribe(() => {
      if (host.getState().map) resolve()
    })
  })
  const [map] = made
  if (!map) throw new Error('No map was made')
  return { host, map }
}
