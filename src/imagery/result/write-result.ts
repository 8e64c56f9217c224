import { encodeTiffHead, tiffHeadBytes } from '#src/formats/tiff-encode.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import { ImageryError, type PixelWindow } from '../raster-info.ts'
import type { Cog } from '../raster-levels.ts'
import { readWindow } from '../read-window.ts'
import { bandsOfTrees, type StoredBand } from '../value-statistics.ts'
import { TILE_PIXELS, type TileWork } from './encode-tile.ts'
import { resultDirectory, type ResultDescription } from './result-directory.ts'
import type { TileReply } from './result-worker.ts'

type Encode = (work: TileWork) => Promise<Uint8Array<ArrayBuffer>[]>

export type WriteOptions = {
  signal?: AbortSignal
  /** Tiles done of all tiles. */
  onProgress?: (done: number, total: number) => void
  /** Tests bring their own; else it runs in a worker. */
  encode?: Encode
}

/** Tiles that are read while one is computed, so that neither waits for the other. */
const AHEAD = 2
/** Above this a file needs the 64-bit offsets of BigTIFF. */
const CLASSIC_TIFF_BYTES = 0xffff_ffff

/**
 * The values of formulas as a GeoTIFF on the raster's own grid, a band of float32 for each, at full resolution. Tile by tile:
 * the page holds a few, and what is done lies in Blobs, which the browser keeps on disk when there are many.
 * @throws ImageryError; the signal's reason when it aborts
 */
export async function writeResult(
  cog: Cog,
  trees: readonly BoundFormula[],
  description: ResultDescription,
  { signal, onProgress, encode }: WriteOptions = {},
): Promise<Blob> {
  const worker = encode ? undefined : startEncoder()
  // Stops what is read ahead, too, when one tile can not be.
  const stop = new AbortController()
  const windows = tileWindows(cog.info.grid)
  const tiles: Blob[][] = trees.map(() => [])
  try {
    const signals = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
    const ahead: Promise<StoredBand[]>[] = []
    for (const [i, window] of windows.entries()) {
      while (ahead.length <= AHEAD && i + ahead.length < windows.length) {
        const next = readTile(cog, trees, windows[i + ahead.length]!, signals)
        // Told when its turn comes.
        next.catch(() => undefined)
        ahead.push(next)
      }
      const stored = await ahead.shift()!
      const { width, height } = window
      const packed = await (encode ?? worker!.encode)({ trees, stored, nodata: cog.info.nodata, width, height })
      signal?.throwIfAborted()
      packed.forEach((bytes, band) => tiles[band]!.push(new Blob([bytes])))
      onProgress?.(i + 1, windows.length)
    }
  } finally {
    stop.abort()
    worker?.end()
  }
  return assemble(cog, description, tiles.flat())
}

function assemble({ info }: Cog, description: ResultDescription, tiles: readonly Blob[]): Blob {
  const byteCounts = tiles.map(({ size }) => size)
  const offsetsFrom = (start: number) => {
    let at = start
    return byteCounts.map((size) => (at += size) - size)
  }
  const directoriesFrom = (start: number, big: boolean) => [
    resultDirectory(info, description, { offsets: offsetsFrom(start), byteCounts }, big),
  ]
  const big =
    byteCounts.reduce((sum, size) => sum + size, tiffHeadBytes(directoriesFrom(0, false), false)) > CLASSIC_TIFF_BYTES
  const start = tiffHeadBytes(directoriesFrom(0, big), big)
  return new Blob([encodeTiffHead(directoriesFrom(start, big), big), ...tiles], { type: 'image/tiff' })
}

async function readTile(
  cog: Cog,
  trees: readonly BoundFormula[],
  window: PixelWindow,
  signal: AbortSignal,
): Promise<StoredBand[]> {
  const own = bandsOfTrees(trees)
  // A formula without bands is the same everywhere: one band says how many pixels there are.
  const bands = own.length > 0 ? own : [0]
  const samples = await readWindow(cog, bands, { window, signal })
  return bands.map((band, i) => {
    const { scale, offset } = cog.info.bands[band]!
    return { band, samples: samples[i]!, scale, offset }
  })
}

/** Row by row, as the file lists them. */
function tileWindows({ width, height }: { width: number; height: number }): PixelWindow[] {
  const windows: PixelWindow[] = []
  for (let y = 0; y < height; y += TILE_PIXELS)
    for (let x = 0; x < width; x += TILE_PIXELS)
      windows.push({ x, y, width: Math.min(TILE_PIXELS, width - x), height: Math.min(TILE_PIXELS, height - y) })
  return windows
}

/** A worker for one file, which ends with it. One tile is asked for at a time. */
function startEncoder(): { encode: Encode; end: () => void } {
  const worker = new Worker(new URL('./result-worker.ts', import.meta.url), { type: 'module' })
  return {
    encode: (work) =>
      new Promise((resolve, reject) => {
        worker.onmessage = ({ data }: MessageEvent<TileReply>) =>
          'tiles' in data ? resolve(data.tiles) : reject(new ImageryError(data.problem))
        worker.onerror = () => reject(new ImageryError('The part of the app that writes results did not start.'))
        worker.postMessage(
          work,
          work.stored.map(({ samples }) => samples.buffer),
        )
      }),
    end: () => worker.terminate(),
  }
}
