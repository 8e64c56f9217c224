import type { BoundFormula } from '#src/formula/tree.ts'
import type { Area } from '#src/geo/rings.ts'
import { pixelAreaM2 } from './raster-grid.ts'
import type { PixelWindow } from './raster-info.ts'
import type { Cog, RasterLevel } from './raster-levels.ts'
import { readWindow } from './read-window.ts'
import { pixelCount, spansOfArea, spansOfGrid, windowOfSpans, type RegionSpans } from './region-spans.ts'
import { gridOfLevel } from './region-statistics.ts'
import { runStatistics } from './run-statistics.ts'
import type { RunStatistics } from './statistics-tasks.ts'
import type { RegionValues } from './value-collector.ts'
import { bandsOfTrees, type StoredBand } from './value-statistics.ts'

/** What formulas give in a region, each pixel of it counted. */
export type FormulasInRegion = {
  /** Pixels whose centres lie in the region, with a value or without; 0 when it lies beside the raster. */
  pixels: number
  /** Ground of one of them. */
  pixelAreaM2: number
  /** Each stands for so many pixels of the file, across and down: 1 unless there were too many. */
  thinning: number
  /** One for each formula. */
  values: RegionValues[]
}

export type RegionValuesOptions = {
  /** Inner borders between classes, ascending. */
  breaks?: readonly number[] | null
  /** A region of more is counted at a coarser level. */
  maxPixels?: number
  signal?: AbortSignal
  /** From 0 to 1. */
  onProgress?: (share: number) => void
  run?: RunStatistics
  /** Samples read at a time; tests bring their own. */
  pieceSamples?: number
}

/** All values of a formula are held at once, 4 bytes each: a quarter of a gigabyte, for a scene of 40 by 40 km at 5 m. */
export const MAX_COUNTED_PIXELS = 2 ** 26
const PIECE_SAMPLES = 2 ** 21
/** Pieces that are on their way while one is counted, so that the network is never idle. */
const AHEAD = 2

let jobs = 0

/**
 * Statistics of formulas over a region (in lng/lat; null: the whole raster), read piece by piece and counted in a worker.
 * @throws ImageryError; the signal's reason when it aborts
 */
export async function regionValues(
  cog: Cog,
  trees: readonly BoundFormula[],
  area: Area | null,
  options: RegionValuesOptions = {},
): Promise<FormulasInRegion> {
  const { maxPixels = MAX_COUNTED_PIXELS, onProgress } = options
  const { grid } = cog.info
  const { spans, level } = fittingSpans(cog, area, maxPixels)
  const values: RegionValues[] = []
  // One after the other: only the values of one are held at once.
  for (const tree of trees) {
    const counted = await countFormula(cog, tree, spans, level, {
      ...options,
      onProgress: (share) => onProgress?.((values.length + share) / trees.length),
    })
    values.push(counted)
  }
  const { width } = cog.levels[level]!
  return {
    pixels: pixelCount(spans),
    pixelAreaM2: pixelAreaM2(gridOfLevel(grid, cog.levels[level]!)),
    thinning: Math.round(grid.width / width),
    values,
  }
}

/** At the finest level where the region is not of too many pixels. */
function fittingSpans(cog: Cog, area: Area | null, maxPixels: number): { spans: RegionSpans; level: number } {
  for (let level = 0; ; level++) {
    const size = cog.levels[level]!
    const spans = area ? spansOfArea(area, gridOfLevel(cog.info.grid, size)) : spansOfGrid(size)
    if (level === cog.levels.length - 1 || pixelCount(spans) <= maxPixels) return { spans, level }
  }
}

async function countFormula(
  cog: Cog,
  tree: BoundFormula,
  spans: RegionSpans,
  level: number,
  { breaks = null, signal, onProgress, run = runStatistics, pieceSamples = PIECE_SAMPLES }: RegionValuesOptions,
): Promise<RegionValues> {
  const own = bandsOfTrees([tree])
  // A formula without bands is the same everywhere: one band says how many pixels there are, and where there are none.
  const bands = own.length > 0 ? own : [0]
  const pieces = piecesOf(spans, cog.levels[level]!, pieceSamples / bands.length)
  const shares = pieces.map(() => 0)
  // Stops what is on its way ahead, too, when one piece can not be read.
  const stop = new AbortController()
  const signals = signal ? AbortSignal.any([signal, stop.signal]) : stop.signal
  const read = ({ window }: Piece, i: number) =>
    readWindow(cog, bands, {
      level,
      window,
      signal: signals,
      onProgress: (done, total) => {
        shares[i] = done / total
        onProgress?.(shares.reduce((sum, share) => sum + share, 0) / shares.length)
      },
    })
  const job = jobs++
  await run({ op: 'begin', job, tree, pixels: pixelCount(spans), nodata: cog.info.nodata, breaks })
  try {
    const ahead: ReturnType<typeof read>[] = []
    for (const [i, piece] of pieces.entries()) {
      while (ahead.length <= AHEAD && i + ahead.length < pieces.length) {
        const next = read(pieces[i + ahead.length]!, i + ahead.length)
        // Told when its turn comes.
        next.catch(() => undefined)
        ahead.push(next)
      }
      const samples = await ahead.shift()!
      const stored = bands.map((band, at): StoredBand => {
        const { scale, offset } = cog.info.bands[band] ?? { scale: 1, offset: 0 }
        return { band, samples: samples[at]!, scale, offset }
      })
      await run({ op: 'add', job, stored, spans: piece.spans, width: piece.window.width })
      signal?.throwIfAborted()
    }
    return await run({ op: 'finish', job })
  } catch (error) {
    stop.abort(error)
    void run({ op: 'forget', job })
    throw error
  }
}

/** A window and the pixels of the region in it, as triples of row, first column and column after the last. */
type Piece = { window: PixelWindow; spans: Int32Array<ArrayBuffer> }

/** Cut along the stored blocks, so that each is unpacked for one piece only. */
function piecesOf(spans: RegionSpans, level: RasterLevel, maxPixels: number): Piece[] {
  const all = windowOfSpans(spans)
  if (!all) return []
  const { image, ratioX, ratioY } = level
  const across = Math.max(1, Math.floor(image.layout.width / ratioX))
  const down = Math.max(1, Math.floor(image.layout.height / ratioY))
  const columns = across * Math.max(1, Math.floor(maxPixels / (across * down)))
  const rows = down * Math.max(1, Math.floor(maxPixels / (Math.min(columns, all.width) * down)))
  const pieces: Piece[] = []
  for (const y of cuts(all.y, all.height, rows)) {
    for (const x of cuts(all.x, all.width, columns)) {
      const window = { x: x.start, y: y.start, width: x.length, height: y.length }
      const inside = spansWithin(spans, window)
      if (inside.length > 0) pieces.push({ window, spans: inside })
    }
  }
  return pieces
}

function cuts(from: number, length: number, step: number): { start: number; length: number }[] {
  const parts: { start: number; length: number }[] = []
  for (let start = from; start < from + length;) {
    const end = Math.min(from + length, (Math.floor(start / step) + 1) * step)
    parts.push({ start, length: end - start })
    start = end
  }
  return parts
}

function spansWithin({ top, rows }: RegionSpans, window: PixelWindow): Int32Array<ArrayBuffer> {
  const triples: number[] = []
  for (let row = 0; row < window.height; row++) {
    const spans = rows[window.y + row - top] ?? []
    for (let i = 0; i < spans.length; i += 2) {
      const from = Math.max(0, spans[i]! - window.x)
      const to = Math.min(window.width, spans[i + 1]! - window.x)
      if (to > from) triples.push(row, from, to)
    }
  }
  return Int32Array.from(triples)
}
