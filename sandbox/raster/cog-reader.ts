import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { promisify } from 'node:util'
import { inflate } from 'node:zlib'
import { cogInfo } from './cog-info.ts'
import { fileReader, readFully } from './file-bytes.ts'
import { decodeTile } from './predictor.ts'
import { TILE_SIZE, pyramidLevels } from './pyramid.ts'
import type { Level } from './pyramid.ts'
import { createSamples, sampleBytes } from './raster.ts'
import type { RasterInfo, RasterSource, Samples, Window } from './raster.ts'
import { createTileCache } from './tile-cache.ts'
import type { TileCache } from './tile-cache.ts'
import type { Directory } from '#src/formats/tiff-directories.ts'
import { numbers, readDirectories } from '#src/formats/tiff-directories.ts'
import { TAG } from '#src/formats/tiff-tags.ts'

/** A few hundred tiles of 16 bits. */
const DEFAULT_CACHE_BYTES = 64 << 20
/** Tiles read and inflated at a time: enough for the thread pool, and their memory stays small. */
const PARALLEL_TILES = 16

export type DecimatedSize = { width: number; height: number }

export type CogReader = RasterSource & {
  /** the full resolution first */
  levels: readonly Level[]
  read(window: Window, bands?: readonly number[]): Promise<Samples[]>
  /** Pixels of one overview; the window counts in pixels of that level. */
  readLevel(level: number, window: Window, bands?: readonly number[]): Promise<Samples[]>
  /**
   * The window (of the full resolution) in fewer pixels: nearest pixels of the smallest level that is still as fine as
   * `size`, so overviews have already taken the mean.
   */
  readDecimated(window: Window, size: DecimatedSize, bands?: readonly number[]): Promise<Samples[]>
  close(): Promise<void>
}

/** Opens a file that `writeCog` wrote. Reads come from a cache of decoded tiles, 64 MB unless said otherwise. */
export async function openCog(path: string, options: { cacheBytes?: number } = {}): Promise<CogReader> {
  const file = await open(path, 'r')
  try {
    const { littleEndian, directories } = await readDirectories(fileReader(file))
    if (!littleEndian) throw new Error('not a raster that Swath wrote: its bytes are in the other order')
    return createReader(file, directories, options.cacheBytes ?? DEFAULT_CACHE_BYTES)
  } catch (error) {
    await file.close()
    throw error
  }
}

/** Opens a file for as long as it is used, and closes it however that ends. */
export async function withCog<Result>(
  path: string,
  use: (cog: CogReader) => Result | Promise<Result>,
): Promise<Result> {
  const cog = await openCog(path)
  try {
    return await use(cog)
  } finally {
    await cog.close()
  }
}

function createReader(file: FileHandle, directories: Directory[], cacheBytes: number): CogReader {
  const [main] = directories
  if (!main) throw new Error('the file has no image')
  const info = cogInfo(main)
  const levels = pyramidLevels(info.grid)
  if (levels.length !== directories.length) throw new Error('the file does not have the overviews that Swath writes')
  const tiles = createTileReader(file, info, levels, directories, createTileCache(cacheBytes))

  async function readLevel(level: number, window: Window, bands = allBands(info)): Promise<Samples[]> {
    const size = levels[level]
    if (!size) throw new Error(`the file has no level ${level}`)
    checkWindow(window, size)
    const result = bands.map(() => createSamples(info.sampleType, window.width * window.height))
    const jobs = bands.flatMap((band, index) => {
      if (!info.bands[band]) throw new Error(`the file has no band ${band}`)
      return tilesOf(window).map((place) => ({ ...place, band, target: result[index] ?? new Uint8Array() }))
    })
    await inParallel(jobs, PARALLEL_TILES, async ({ tileX, tileY, band, target }) =>
      copyTile(await tiles(level, tileX, tileY, band), tileX, tileY, target, window),
    )
    return result
  }

  return {
    info,
    levels,
    readLevel,
    read: (window, bands) => readLevel(0, window, bands),
    async readDecimated(window, size, bands = allBands(info)) {
      checkWindow(window, info.grid)
      const wanted = Math.min(window.width / size.width, window.height / size.height)
      const level = Math.max(0, Math.min(levels.length - 1, Math.floor(Math.log2(wanted))))
      const inLevel = scaleWindow(window, level, levels[level] ?? info.grid)
      const pixels = await readLevel(level, inLevel, bands)
      return pixels.map((band) => nearest(band, inLevel, size, info))
    },
    close: () => file.close(),
  }
}

type ReadTile = (level: number, tileX: number, tileY: number, band: number) => Promise<Samples>

function createTileReader(
  file: FileHandle,
  info: RasterInfo,
  levels: readonly Level[],
  directories: readonly Directory[],
  cache: TileCache,
): ReadTile {
  const inflateAsync = promisify(inflate)
  const rawBytes = TILE_SIZE * TILE_SIZE * sampleBytes(info.sampleType)
  const places = directories.map((directory) => ({
    offsets: numbers(directory, TAG.tileOffsets),
    byteCounts: numbers(directory, TAG.tileByteCounts),
    predictor: numbers(directory, TAG.predictor)[0] ?? 1,
  }))
  return (level, tileX, tileY, band) => {
    const size = levels[level]
    const place = places[level]
    if (!size || !place) throw new Error(`the file has no level ${level}`)
    const index = (band * size.tilesDown + tileY) * size.tilesAcross + tileX
    return cache.get(`${level}/${index}`, async () => {
      const bytes = Buffer.allocUnsafe(place.byteCounts[index] ?? 0)
      await readFully(file, bytes, place.offsets[index] ?? 0)
      const raw = await inflateAsync(bytes, { chunkSize: rawBytes, maxOutputLength: rawBytes })
      return decodeTile(raw, info.sampleType, place.predictor)
    })
  }
}

function allBands(info: RasterInfo): readonly number[] {
  return info.bands.map((_, index) => index)
}

function checkWindow({ x, y, width, height }: Window, size: { width: number; height: number }): void {
  const whole = [x, y, width, height].every((value) => Number.isInteger(value) && value >= 0)
  if (!whole || x + width > size.width || y + height > size.height) {
    throw new RangeError(`window ${x},${y} ${width}x${height} is not inside ${size.width}x${size.height}`)
  }
}

function tilesOf({ x, y, width, height }: Window): { tileX: number; tileY: number }[] {
  const places: { tileX: number; tileY: number }[] = []
  for (let tileY = Math.floor(y / TILE_SIZE); tileY * TILE_SIZE < y + height; tileY += 1) {
    for (let tileX = Math.floor(x / TILE_SIZE); tileX * TILE_SIZE < x + width; tileX += 1) places.push({ tileX, tileY })
  }
  return places
}

/** Copies what tile and window share. */
function copyTile(tile: Samples, tileX: number, tileY: number, target: Samples, window: Window): void {
  const left = Math.max(window.x, tileX * TILE_SIZE)
  const right = Math.min(window.x + window.width, (tileX + 1) * TILE_SIZE)
  const bottom = Math.min(window.y + window.height, (tileY + 1) * TILE_SIZE)
  for (let y = Math.max(window.y, tileY * TILE_SIZE); y < bottom; y += 1) {
    const from = (y - tileY * TILE_SIZE) * TILE_SIZE + left - tileX * TILE_SIZE
    target.set(tile.subarray(from, from + right - left), (y - window.y) * window.width + left - window.x)
  }
}

function scaleWindow(window: Window, level: number, size: { width: number; height: number }): Window {
  const factor = 2 ** level
  const x = Math.min(Math.floor(window.x / factor), size.width - 1)
  const y = Math.min(Math.floor(window.y / factor), size.height - 1)
  const right = Math.min(Math.ceil((window.x + window.width) / factor), size.width)
  const bottom = Math.min(Math.ceil((window.y + window.height) / factor), size.height)
  return { x, y, width: right - x, height: bottom - y }
}

function nearest(band: Samples, window: Window, size: DecimatedSize, info: RasterInfo): Samples {
  const result = createSamples(info.sampleType, size.width * size.height)
  for (let y = 0; y < size.height; y += 1) {
    const row = Math.min(window.height - 1, Math.floor(((y + 0.5) * window.height) / size.height)) * window.width
    for (let x = 0; x < size.width; x += 1) {
      const column = Math.min(window.width - 1, Math.floor(((x + 0.5) * window.width) / size.width))
      result[y * size.width + x] = band[row + column] ?? 0
    }
  }
  return result
}

async function inParallel<T>(jobs: readonly T[], lanes: number, run: (job: T) => Promise<void>): Promise<void> {
  let next = 0
  const lane = async () => {
    for (let job = jobs[next++]; job !== undefined; job = jobs[next++]) await run(job)
  }
  await Promise.all(Array.from({ length: Math.min(lanes, jobs.length) }, lane))
}
