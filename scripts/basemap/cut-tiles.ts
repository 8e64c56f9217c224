import { clipLine, clipRing } from './clip.ts'
import { signedArea, type Path } from './mercator.ts'
import { simplify } from './simplify.ts'
import { encodeTile, type TileFeature } from './vector-tile.ts'

/** What goes into the tiles of zooms `minZoom`…`maxZoom`. A polygon's first path is its outer ring, the others are holes. */
export interface Shape {
  layer: string
  kind: TileFeature['kind']
  paths: Path[]
  properties: Record<string, string | number>
  minZoom: number
  maxZoom: number
}

/** Room around a tile, in shares of its width, so that lines and halos do not end at its edge. */
const BUFFER = 1 / 64
const EXTENT = 4096

/** Cuts shapes into vector tiles, keyed "z/x/y". A tile with nothing in it is not made. */
export function cutTiles(shapes: Shape[], maxZoom: number): Map<string, Uint8Array> {
  const tiles = new Map<string, Uint8Array>()
  for (let zoom = 0; zoom <= maxZoom; zoom++) {
    const grid = new Map<string, Map<string, TileFeature[]>>()
    for (const shape of shapes) if (zoom >= shape.minZoom && zoom <= shape.maxZoom) cutShape(grid, shape, zoom)
    for (const [key, layers] of grid) tiles.set(`${zoom}/${key}`, encodeTile(layers, EXTENT))
  }
  return tiles
}

function cutShape(grid: Map<string, Map<string, TileFeature[]>>, shape: Shape, zoom: number) {
  const { kind } = shape
  const size = 2 ** zoom
  const pixel = 1 / (512 * size)
  // A ring smaller than two pixels is noise at this zoom; without its outer ring a polygon's holes would turn into land.
  const isNoise = (path: Path) => kind === 'polygon' && Math.abs(signedArea(path)) < 2 * pixel * pixel
  const paths = kind === 'point' ? shape.paths : shape.paths.map((path) => simplify(path, 0.6 * pixel))
  const [outer = [], ...others] = paths
  if (isNoise(outer)) return
  const visible = [outer, ...others.filter((path) => !isNoise(path))]
  for (const [x, strip] of slices(visible, kind, 0, size)) {
    for (const [y, cell] of slices(strip, kind, 1, size)) {
      const tilePaths = cell.map((path) => toTile(path, x, y, size)).filter((path) => isDrawable(path, kind))
      if (tilePaths.length === 0) continue
      // A shape across the antimeridian runs on past the edge of the world, and comes in again on its other side.
      const column = ((x % size) + size) % size
      const layers = getOrMake(grid, `${column}/${y}`, () => new Map<string, TileFeature[]>())
      getOrMake(layers, shape.layer, () => []).push({ kind, paths: tilePaths, properties: shape.properties })
    }
  }
}

function* slices(paths: Path[], kind: Shape['kind'], axis: 0 | 1, size: number): Generator<[number, Path[]]> {
  let low = Infinity
  let high = -Infinity
  for (const path of paths) {
    for (let i = axis; i < path.length; i += 2) {
      low = Math.min(low, path[i] ?? 0)
      high = Math.max(high, path[i] ?? 0)
    }
  }
  const [from, to] = [Math.floor(low * size - BUFFER), Math.floor(high * size + BUFFER)]
  // North and south the world ends; east and west it goes round.
  const [first, last] = axis === 0 ? [from, to] : [Math.max(0, from), Math.min(size - 1, to)]
  for (let i = first; i <= last; i++) {
    const inside = paths.flatMap((path) => clip(path, kind, axis, (i - BUFFER) / size, (i + 1 + BUFFER) / size))
    if (inside.length > 0) yield [i, inside]
  }
}

function clip(path: Path, kind: Shape['kind'], axis: 0 | 1, from: number, to: number): Path[] {
  if (kind === 'line') return clipLine(path, axis, from, to)
  if (kind === 'polygon') {
    const ring = clipRing(path, axis, from, to)
    return ring.length > 0 ? [ring] : []
  }
  // A point belongs to one tile only: a label must not be placed twice.
  const share = (BUFFER * (to - from)) / (1 + 2 * BUFFER)
  const value = path[axis] ?? 0
  return value >= from + share && value < to - share ? [path] : []
}

function toTile(path: Path, x: number, y: number, size: number): Path {
  const units: Path = []
  for (let i = 0; i < path.length; i += 2) {
    const px = Math.round(((path[i] ?? 0) * size - x) * EXTENT)
    const py = Math.round(((path[i + 1] ?? 0) * size - y) * EXTENT)
    if (units.length === 0 || px !== units.at(-2) || py !== units.at(-1)) units.push(px, py)
  }
  return units
}

function isDrawable(path: Path, kind: Shape['kind']): boolean {
  if (kind === 'point') return true
  return kind === 'line' ? path.length >= 4 : path.length >= 6 && signedArea(path) !== 0
}

function getOrMake<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const found = map.get(key) ?? make()
  map.set(key, found)
  return found
}
