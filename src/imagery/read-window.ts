import { TiffTag } from '@cogeotiff/core'
import { readRanges } from './byte-source.ts'
import type { ByteRange } from './byte-source.ts'
import type { Cog, CogLevel } from './open-cog.ts'
import { createSamples, ImageryError } from './raster-info.ts'
import type { PixelWindow, Samples } from './raster-info.ts'

export type ReadOptions = {
  /** 0 is the full resolution. */
  level?: number
  /** In pixels of that level; the whole level when absent. */
  window?: PixelWindow
  signal?: AbortSignal
  /** Blocks done of all blocks, for a progress bar. */
  onProgress?: (done: number, total: number) => void
}

const CACHE_BYTES = 32 << 20

/** Raw samples of a window: one row-major array per band asked for (counted from 0), each `width * height` long. */
export async function readWindow(cog: Cog, bands: readonly number[], options: ReadOptions = {}): Promise<Samples[]> {
  const { level: at = 0, signal, onProgress } = options
  const level = cog.levels[at]
  if (!level) throw new RangeError(`level ${at} of ${cog.levels.length}`)
  const window = options.window ?? { x: 0, y: 0, width: level.width, height: level.height }
  const outputs = bands.map(() => createSamples(cog.info.sampleType, window.width * window.height))
  const places = blocksOf(level, window)

  // Each place is one block per band, or one block that holds all bands side by side.
  const jobs = cog.isPlanar
    ? places.flatMap((place) =>
        bands.map((band, i) => ({
          place,
          index: band * level.blocksAcross * level.blocksDown + place.index,
          bands: [band],
          targets: [i],
        })),
      )
    : places.map((place) => ({ place, index: place.index, bands, targets: bands.map((_, i) => i) }))
  let done = 0
  const finish = (job: (typeof jobs)[number], samples: readonly Samples[]) => {
    job.targets.forEach((target, i) => copyBlock(samples[i]!, level, job.place, outputs[target]!, window))
    onProgress?.(++done, jobs.length)
  }

  const missing = jobs.filter((job) => {
    const cached = job.bands.map((band) => recall(cog, `${at}/${job.place.index}/${band}`))
    if (!cached.every((samples) => samples !== undefined)) return true
    finish(job, cached)
    return false
  })
  if (missing.length === 0) return outputs

  const ranges = await rangesOf(
    level,
    missing.map(({ index }) => index),
    signal,
  )
  const stored = missing.flatMap((job, i) => (ranges[i]!.length > 0 ? [{ job, range: ranges[i]! }] : []))
  missing.forEach((job, i) => {
    // A sparse file leaves out blocks without data.
    if (ranges[i]!.length === 0)
      finish(
        job,
        job.bands.map(() => emptyBlock(cog, level)),
      )
  })
  // In portions, so that packed bytes never pile up and progress is true.
  for (let from = 0; from < stored.length; from += BLOCKS_AT_ONCE) {
    const portion = stored.slice(from, from + BLOCKS_AT_ONCE)
    const packed = await readRanges(
      cog.source,
      portion.map(({ range }) => range),
      signal,
    )
    await Promise.all(
      portion.map(async ({ job }, i) => {
        signal?.throwIfAborted()
        const samples = await cog.decode(packed[i]!, level.layout, cog.isPlanar ? [0] : job.bands)
        job.bands.forEach((band, j) => remember(cog, `${at}/${job.place.index}/${band}`, samples[j]!))
        finish(job, samples)
      }),
    )
  }
  return outputs
}

const BLOCKS_AT_ONCE = 96

/** Values of a window: scale and offset applied, NaN where there is no data. */
export async function readValues(
  cog: Cog,
  bands: readonly number[],
  options: ReadOptions = {},
): Promise<Float32Array<ArrayBuffer>[]> {
  const raw = await readWindow(cog, bands, options)
  return raw.map((samples, i) => {
    const { scale, offset } = cog.info.bands[bands[i]!] ?? { scale: 1, offset: 0 }
    const { nodata } = cog.info
    if (samples instanceof Float32Array && scale === 1 && offset === 0 && nodata === null) return samples
    const values = new Float32Array(samples.length)
    for (let p = 0; p < values.length; p++) {
      const sample = samples[p]!
      values[p] = sample === nodata ? NaN : sample * scale + offset
    }
    return values
  })
}

type Place = { index: number; x: number; y: number }

/** The blocks that a window touches: `index` within one band, `x` and `y` in pixels of the level. */
function blocksOf({ layout, blocksAcross }: CogLevel, window: PixelWindow): Place[] {
  const places: Place[] = []
  const [lastColumn, lastRow] = [
    Math.floor((window.x + window.width - 1) / layout.width),
    Math.floor((window.y + window.height - 1) / layout.height),
  ]
  for (let row = Math.floor(window.y / layout.height); row <= lastRow; row++) {
    for (let column = Math.floor(window.x / layout.width); column <= lastColumn; column++) {
      places.push({ index: row * blocksAcross + column, x: column * layout.width, y: row * layout.height })
    }
  }
  return places
}

async function rangesOf(
  { image }: CogLevel,
  indices: readonly number[],
  signal: AbortSignal | undefined,
): Promise<ByteRange[]> {
  const options = signal ? { signal } : {}
  const isTiled = image.isTiled()
  const offsets = await image.fetch(isTiled ? TiffTag.TileOffsets : TiffTag.StripOffsets, options)
  const counts = await image.fetch(isTiled ? TiffTag.TileByteCounts : TiffTag.StripByteCounts, options)
  if (!offsets || !counts) throw new ImageryError('The file is damaged: it does not say where its pixels are.')
  return indices.map((index) => ({ offset: Number(offsets[index] ?? 0), length: Number(counts[index] ?? 0) }))
}

function copyBlock(block: Samples, { layout }: CogLevel, { x, y }: Place, output: Samples, window: PixelWindow): void {
  const [left, right] = [Math.max(x, window.x), Math.min(x + layout.width, window.x + window.width)]
  const [top, bottom] = [Math.max(y, window.y), Math.min(y + layout.height, window.y + window.height)]
  for (let row = top; row < bottom; row++) {
    const start = (row - y) * layout.width + (left - x)
    output.set(block.subarray(start, start + right - left), (row - window.y) * window.width + (left - window.x))
  }
}

function emptyBlock(cog: Cog, { layout }: CogLevel): Samples {
  const { sampleType, nodata } = cog.info
  return createSamples(sampleType, layout.width * layout.height).fill(
    nodata ?? (sampleType === 'float32' ? NaN : 0),
  ) as Samples
}

/** A Map keeps the order of insertion, so the first key is the one not asked for the longest. */
function recall({ cache }: Cog, key: string): Samples | undefined {
  const samples = cache.get(key)
  if (samples) {
    cache.delete(key)
    cache.set(key, samples)
  }
  return samples
}

function remember({ cache }: Cog, key: string, samples: Samples): void {
  cache.set(key, samples)
  const atMost = Math.max(1, Math.floor(CACHE_BYTES / samples.byteLength))
  for (const oldest of cache.keys()) {
    if (cache.size <= atMost) return
    cache.delete(oldest)
  }
}
