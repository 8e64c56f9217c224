import type { Area } from '#src/geo/rings.ts'
import type { Cog, RasterLevel } from './raster-levels.ts'
import { pixelAreaM2 } from './raster-grid.ts'
import type { RasterGrid } from './raster-info.ts'
import { addStatistics, emptyStatistics } from './raw-statistics.ts'
import { readImage } from './read-window.ts'
import { pixelCount, spansOfArea, spansOfGrid, windowOfSpans, withoutHidden } from './region-spans.ts'
import type { RegionSpans } from './region-spans.ts'
import { blockIndex } from './stored-image.ts'
import type { RawStatistics } from './tile-tasks.ts'
import { nearest } from './tile-store.ts'
import { valueHistogram } from './value-histogram.ts'
import type { ValueHistogram } from './value-histogram.ts'

/** Of one band in a region, over its values (scale and offset applied); NaN where there are none. */
export type BandStatistics = {
  band: number
  /** Pixels with a value. */
  count: number
  mean: number
  /** Standard deviation of these values themselves (divided by `count`), as GDAL gives it. */
  std: number
  min: number
  max: number
  /** For `percentile` and `binned`. */
  histogram: ValueHistogram
}

export type RegionStatistics = {
  /** Pixels whose centres lie in the region and that no mask hides, with a value or without. */
  pixels: number
  /** Ground that they cover. */
  areaM2: number
  bands: BandStatistics[]
}

export type RegionOptions = {
  /** All bands when absent. */
  bands?: readonly number[]
  /** Index into `cog.levels`; a coarse one is an estimate for much less reading. */
  level?: number
  signal?: AbortSignal
  onProgress?: (done: number, total: number) => void
}

let jobs = 0

/**
 * Statistics of a region (a polygon in lng/lat; null: the whole raster) in each band, computed in the workers block by
 * block: memory stays small whatever the size of the region. @throws ImageryError; the signal's reason when it aborts
 */
export async function regionStatistics(
  cog: Cog,
  area: Area | null,
  { bands = cog.info.bands.map((_, band) => band), level: at = 0, signal, onProgress }: RegionOptions = {},
): Promise<RegionStatistics> {
  const level = cog.levels[at]
  if (!level) throw new RangeError(`level ${at} of ${cog.levels.length}`)
  const inArea = area ? spansOfArea(area, gridOfLevel(cog.info.grid, level)) : spansOfGrid(level)
  const spans = await shownSpans(cog, level, inArea, signal)
  const raw = await countBlocks(cog, level, spans, bands, signal, onProgress)
  const pixels = pixelCount(spans)
  return {
    pixels,
    areaM2:
      pixels * pixelAreaM2(cog.info.grid) * (cog.info.grid.width / level.width) * (cog.info.grid.height / level.height),
    bands: bands.map((band) => bandStatistics(raw.get(band) ?? emptyStatistics(band, true), cog)),
  }
}

/** The same ground in pixels of a level. */
export function gridOfLevel(grid: RasterGrid, { width, height }: { width: number; height: number }): RasterGrid {
  return {
    ...grid,
    width,
    height,
    pixelWidth: (grid.pixelWidth * grid.width) / width,
    pixelHeight: (grid.pixelHeight * grid.height) / height,
  }
}

async function shownSpans(
  cog: Cog,
  { mask }: RasterLevel,
  spans: RegionSpans,
  signal: AbortSignal | undefined,
): Promise<RegionSpans> {
  const window = windowOfSpans(spans)
  if (!mask || !window) return spans
  const [shown] = await readImage(cog, mask, [0], { to: 'uint8' }, window, signal, undefined)
  return withoutHidden(spans, shown!, window)
}

async function countBlocks(
  { reader, info }: Cog,
  level: RasterLevel,
  spans: RegionSpans,
  bands: readonly number[],
  signal: AbortSignal | undefined,
  onProgress: RegionOptions['onProgress'],
): Promise<Map<number, RawStatistics>> {
  const { image } = level
  const job = jobs++
  const places = blockSpans(level, spans)
  const tasks = places.flatMap(({ column, row, own }) =>
    image.isPlanar
      ? bands.map((band) => ({ index: blockIndex(image, column, row, band), bands: [band], samples: [0], own }))
      : [{ index: blockIndex(image, column, row, 0), bands, samples: bands, own }],
  )
  const sum = new Map<number, RawStatistics>()
  let done = 0
  try {
    await reader.ask(
      image,
      tasks.map(({ index }) => index),
      {
        signal,
        task: (at, key) => {
          const { bands, samples, own } = tasks[at]!
          return { op: 'count', job, key, samples, bands, spans: own, nodata: info.nodata }
        },
        onAnswer: () => onProgress?.(++done, tasks.length),
      },
    )
  } finally {
    // Also after a failure: the workers shall forget the job.
    const parts = Array.from({ length: reader.workers.count }, (_, worker) =>
      reader.workers.run(worker, { op: 'finish', job }),
    )
    for (const part of (await Promise.allSettled(parts)).flatMap((one) =>
      one.status === 'fulfilled' ? one.value : [],
    )) {
      const known = sum.get(part.band)
      if (known) addStatistics(known, part)
      else sum.set(part.band, part)
    }
  }
  return sum
}

/** The spans of each block, counted in it, as triples of row, first column and the column after the last. */
function blockSpans({ image, ratioX, ratioY }: RasterLevel, { top, rows }: RegionSpans) {
  const { width, height } = image.layout
  const places = new Map<string, { column: number; row: number; triples: number[] }>()
  const add = (y: number, from: number, to: number) => {
    const row = Math.floor(y / height)
    for (let column = Math.floor(from / width); column * width < to; column++) {
      const key = `${column}/${row}`
      let place = places.get(key)
      if (!place) places.set(key, (place = { column, row, triples: [] }))
      const start = column * width
      place.triples.push(y - row * height, Math.max(0, from - start), Math.min(width, to - start))
    }
  }
  rows.forEach((spans, i) => {
    const y = nearest(top + i, ratioY)
    for (let span = 0; span < spans.length; span += 2) {
      if (ratioX === 1) add(y, spans[span]!, spans[span + 1]!)
      // A level made by leaving out pixels: those that are in it, one by one.
      else for (let x = spans[span]!; x < spans[span + 1]!; x++) add(y, nearest(x, ratioX), nearest(x, ratioX) + 1)
    }
  })
  return [...places.values()].map(({ column, row, triples }) => ({ column, row, own: Int32Array.from(triples) }))
}

function bandStatistics(raw: RawStatistics, { info }: Cog): BandStatistics {
  const { scale, offset } = info.bands[raw.band]!
  const isEmpty = raw.count === 0
  const ends = [raw.min * scale + offset, raw.max * scale + offset]
  return {
    band: raw.band,
    count: raw.count,
    mean: isEmpty ? NaN : raw.mean * scale + offset,
    std: isEmpty ? NaN : Math.sqrt(Math.max(0, raw.squares) / raw.count) * Math.abs(scale),
    min: isEmpty ? NaN : Math.min(...ends),
    max: isEmpty ? NaN : Math.max(...ends),
    histogram: valueHistogram(raw, scale, offset),
  }
}
