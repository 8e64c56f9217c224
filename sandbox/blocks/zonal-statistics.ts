import type { Feature } from 'geojson'
import { polygonMask, windowOf } from '#sandbox/raster/polygon-mask.ts'
import type { Block } from './block.ts'
import { bandLayers } from './formula-reader.ts'
import { writeCsv, writeGeoJson } from './outputs.ts'

const header = ['zone', 'band', 'pixels', 'mean', 'standard_deviation', 'min', 'max']

/** What a raster holds inside each polygon: pixels whose centre lies in it. */
export const zonalStatistics: Block = {
  name: 'zonalstatistics',
  version: '1.0.0',
  title: 'Zonal statistics',
  description: 'Mean, spread and range of every band of a raster inside each polygon.',
  reference: 'Map algebra (Tomlin 1990): zonal operations on pixel centres.',
  releasedAt: '2026-06-02T08:00:00.000Z',
  modes: ['workflow'],
  inputs: [
    { kind: 'raster', name: 'values', description: 'What is measured.', formulas: [] },
    { kind: 'vector', name: 'zones', description: 'Polygons in WGS 84.' },
  ],
  outputs: [
    { kind: 'vector', name: 'zones', description: 'The polygons with the mean of each band (GeoJSON).' },
    { kind: 'table', name: 'statistics', description: 'One row for each polygon and band (CSV).' },
  ],
  price: 0.05,
  secondsPerMegapixel: 3,
  notes: [],
  async compute({ pictures, vectors, out, progress, log }) {
    const { source } = pictures['values']![0]!
    const { grid, bands } = source.info
    const layers = bandLayers(
      source,
      bands.map((_, i) => i),
    )
    const rows: (string | number | null)[][] = []
    const features: Feature[] = []
    const zones = vectors['zones']!.features
    let empty = 0
    for (const [number, zone] of zones.entries()) {
      progress(number / zones.length)
      const { geometry } = zone
      if (geometry.type !== 'Polygon' && geometry.type !== 'MultiPolygon') continue
      const id = String(zone.id ?? number + 1)
      const window = windowOf(geometry, grid)
      const values = window ? await layers.read(window) : []
      const inside = window ? polygonMask(geometry, grid).read(window) : new Uint8Array()
      const means: Record<string, number | null> = {}
      for (const [band, { name }] of bands.entries()) {
        const { count, mean, deviation, min, max } = describe(values[band] ?? new Float32Array(), inside)
        means[`mean_${name}`] = mean
        rows.push([id, name, count, mean, deviation, min, max])
        if (count === 0 && band === 0) empty++
      }
      features.push({ ...zone, properties: { ...zone.properties, ...means } })
    }
    if (features.length === 0) throw new Error('there is no polygon to measure in')
    if (empty > 0) log(`${empty} of ${features.length} polygons hold no value.`)
    await writeGeoJson(out('zones.geojson'), { type: 'FeatureCollection', features })
    await writeCsv(out('statistics.csv'), header, rows)
    progress(1)
    return [
      { name: 'zones', kind: 'vector', file: 'zones.geojson', properties: { count: features.length } },
      { name: 'statistics', kind: 'table', file: 'statistics.csv', properties: { rows: rows.length } },
    ]
  },
}

function describe(values: Float32Array, inside: Uint8Array) {
  let [count, sum, squares, min, max] = [0, 0, 0, Infinity, -Infinity]
  for (let i = 0; i < values.length; i++) {
    const value = values[i]!
    if (!inside[i] || Number.isNaN(value)) continue
    count++
    sum += value
    squares += value * value
    min = Math.min(min, value)
    max = Math.max(max, value)
  }
  if (count === 0) return { count, mean: null, deviation: null, min: null, max: null }
  const mean = sum / count
  return { count, mean, deviation: Math.sqrt(Math.max(0, squares / count - mean * mean)), min, max }
}
