/**
 * Reads the tiles that scripts/build-basemap.ts packed. `world.pack` (zooms 0 to 4) is read once; what lies deeper
 * comes in one pack per tile of zoom 4, read when the map first looks there.
 */
const FOLDER = `${import.meta.env.BASE_URL}basemap/`
const PACK_ZOOM = 4
const HEADER_START = 4

interface Pack {
  tiles: Map<string, Uint8Array<ArrayBuffer>>
  packs: Set<string>
}

const opened = new Map<string, Promise<Pack>>()

/** MapLibre's protocol handler for `swath-basemap://z/x/y`. Where there is only sea the tile is empty. */
export async function loadBasemapTile({ url }: { url: string }): Promise<{ data: ArrayBuffer }> {
  const key = url.slice(url.indexOf('://') + 3)
  const tile = await findTile(key)
  // A copy: MapLibre hands the buffer over to its worker, and the pack is needed again.
  return { data: tile ? tile.slice().buffer : new ArrayBuffer(0) }
}

async function findTile(key: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const world = await openPack('world')
  const [z = 0, x = 0, y = 0] = key.split('/').map(Number)
  if (z <= PACK_ZOOM) return world.tiles.get(key)
  const name = `${x >> (z - PACK_ZOOM)}-${y >> (z - PACK_ZOOM)}`
  return world.packs.has(name) ? (await openPack(name)).tiles.get(key) : undefined
}

/** Starts reading the world's pack; called before the map exists, so that the two load side by side. */
export function openPack(name: string): Promise<Pack> {
  const known = opened.get(name)
  if (known) return known
  const pack = readPack(`${FOLDER}${name}.pack`)
  opened.set(name, pack)
  // After a lost connection the next look at the place asks again.
  pack.catch(() => opened.delete(name))
  return pack
}

async function readPack(url: string): Promise<Pack> {
  return parsePack(await (await readZipped(url)).arrayBuffer())
}

/** The gazetteer beside the tiles, as text. Also in a worker. */
export async function readGazetteer(): Promise<string> {
  return (await readZipped(`${FOLDER}places.gz`)).text()
}

async function readZipped(url: string): Promise<Response> {
  const response = await fetch(url)
  if (!response.ok || !response.body) throw new Error(`The basemap file ${url} answered ${response.status}`)
  return new Response(response.body.pipeThrough(new DecompressionStream('gzip')))
}

/** Takes a pack apart: length of the header, the header as JSON, the tiles. */
export function parsePack(bytes: ArrayBuffer): Pack {
  const tilesStart = HEADER_START + new DataView(bytes).getUint32(0, true)
  const header: { tiles: Record<string, [number, number]>; packs?: string[] } = JSON.parse(
    new TextDecoder().decode(new Uint8Array(bytes, HEADER_START, tilesStart - HEADER_START)),
  )
  const entries = Object.entries(header.tiles).map(
    ([key, [start, length]]) => [key, new Uint8Array(bytes, tilesStart + start, length)] as const,
  )
  return { tiles: new Map(entries), packs: new Set(header.packs) }
}
