import { signedArea, type Path } from './mercator.ts'

/** A feature in one tile: paths in tile units (0…extent, y down). */
export interface TileFeature {
  kind: 'point' | 'line' | 'polygon'
  paths: Path[]
  properties: Record<string, string | number>
}

const KIND = { point: 1, line: 2, polygon: 3 }

/** Writes a Mapbox Vector Tile, version 2.1 of the specification. Layers without features are left out. */
export function encodeTile(layers: Map<string, TileFeature[]>, extent: number): Uint8Array {
  const tile: number[] = []
  for (const [name, features] of layers) if (features.length > 0) message(tile, 3, layer(name, features, extent))
  return Uint8Array.from(tile)
}

function layer(name: string, features: TileFeature[], extent: number): number[] {
  const keys = new Map<string, number>()
  const values = new Map<string | number, number>()
  const bytes: number[] = []
  number(bytes, 15, 2)
  text(bytes, 1, name)
  for (const feature of features) {
    const tags = Object.entries(feature.properties).flatMap(([key, value]) => [index(keys, key), index(values, value)])
    const body: number[] = []
    if (tags.length > 0) packed(body, 2, tags)
    number(body, 3, KIND[feature.kind])
    packed(body, 4, geometry(feature))
    message(bytes, 2, body)
  }
  for (const key of keys.keys()) text(bytes, 3, key)
  for (const value of values.keys()) {
    const body: number[] = []
    if (typeof value === 'string') text(body, 1, value)
    else number(body, 5, value)
    message(bytes, 4, body)
  }
  number(bytes, 5, extent)
  return bytes
}

function index<T>(known: Map<T, number>, value: T): number {
  const found = known.get(value) ?? known.size
  known.set(value, found)
  return found
}

/** Commands MoveTo 1, LineTo 2, ClosePath 7, with zigzag deltas from a cursor that runs through the whole feature. */
function geometry({ kind, paths }: TileFeature): number[] {
  const out: number[] = []
  let cx = 0
  let cy = 0
  const go = (x: number, y: number) => {
    out.push(zigzag(x - cx), zigzag(y - cy))
    cx = x
    cy = y
  }
  if (kind === 'point') {
    out.push((paths.length << 3) | 1)
    for (const [x = 0, y = 0] of paths) go(x, y)
    return out
  }
  for (const [ringIndex, path] of paths.entries()) {
    // The specification wants outer rings clockwise on screen and holes the other way.
    const turn = kind === 'polygon' && signedArea(path) > 0 !== (ringIndex === 0)
    const count = path.length / 2
    const at = (i: number) => (turn ? count - 1 - i : i) * 2
    out.push(9)
    go(path[at(0)] ?? 0, path[at(0) + 1] ?? 0)
    out.push(((count - 1) << 3) | 2)
    for (let i = 1; i < count; i++) go(path[at(i)] ?? 0, path[at(i) + 1] ?? 0)
    if (kind === 'polygon') out.push(15)
  }
  return out
}

const zigzag = (n: number) => (n << 1) ^ (n >> 31)

function varint(bytes: number[], value: number) {
  while (value > 127) {
    bytes.push((value & 127) | 128)
    value = Math.floor(value / 128)
  }
  bytes.push(value)
}

function number(bytes: number[], field: number, value: number) {
  varint(bytes, field << 3)
  varint(bytes, value)
}

function message(bytes: number[], field: number, body: ArrayLike<number>) {
  varint(bytes, (field << 3) | 2)
  varint(bytes, body.length)
  for (let i = 0; i < body.length; i++) bytes.push(body[i] ?? 0)
}

function text(bytes: number[], field: number, value: string) {
  message(bytes, field, new TextEncoder().encode(value))
}

function packed(bytes: number[], field: number, values: number[]) {
  const body: number[] = []
  for (const value of values) varint(body, value)
  message(bytes, field, body)
}
