import { levelWithin } from './raster-levels.ts'
import type { Cog, RasterLevel, ReadOptions } from './raster-levels.ts'
import { createSamples, ImageryError } from './raster-info.ts'
import type { PixelWindow, Samples } from './raster-info.ts'
import { blockIndex, samplesOf } from './stored-image.ts'
import type { StoredImage } from './stored-image.ts'
import type { AxisPick, Conversion } from './tile-tasks.ts'
import { nearest } from './tile-store.ts'

export type { ReadOptions } from './raster-levels.ts'

/**
 * Raw samples of a window, as the GPU takes them: one row-major array per band asked for (counted from 0), each
 * `width * height` long. Where a mask hides pixels they hold `info.nodata`, or NaN.
 * @throws ImageryError; the signal's reason when it aborts
 */
export async function readWindow(cog: Cog, bands: readonly number[], options: ReadOptions = {}): Promise<Samples[]> {
  if (cog.readSamples) return cog.readSamples(bands, options)
  const { sampleType, nodata } = cog.info
  const { samples, hidden } = await read(cog, bands, { to: sampleType }, options)
  if (hidden) for (const band of samples) hide(band, hidden, nodata ?? NaN)
  return samples
}

/** Values of a window: scale and offset applied (reflectance), NaN where there is no data. Else like `readWindow`. */
export async function readValues(
  cog: Cog,
  bands: readonly number[],
  options: ReadOptions = {},
): Promise<Float32Array<ArrayBuffer>[]> {
  const told = bands.map((band) => cog.info.bands[band]!)
  const conversion: Conversion = {
    to: 'values',
    scales: told.map(({ scale }) => scale),
    offsets: told.map(({ offset }) => offset),
    nodata: cog.info.nodata,
  }
  const { samples, hidden } = await read(cog, bands, conversion, options)
  if (hidden) for (const band of samples) hide(band, hidden, NaN)
  return samples as Float32Array<ArrayBuffer>[]
}

async function read(cog: Cog, bands: readonly number[], conversion: Conversion, options: ReadOptions) {
  const { level: at = 0, signal, onProgress } = options
  const level = cog.levels[at]
  if (!level) throw new RangeError(`level ${at} of ${cog.levels.length}`)
  const window = options.window ?? { x: 0, y: 0, width: level.width, height: level.height }
  checkWindow(window, level, bands.length)
  const progress = progressOf(level.mask ? 2 : 1, onProgress)
  const [samples, hidden] = await Promise.all([
    readImage(cog, level, bands, conversion, window, signal, progress(0)),
    level.mask && readImage(cog, level.mask, [0], { to: 'uint8' }, window, signal, progress(1)),
  ])
  return { samples, hidden: hidden?.[0] }
}

/** What one read may fill: a gigabyte, as float32. */
const MAX_SAMPLES = 2 ** 28

function checkWindow({ x, y, width, height }: PixelWindow, level: RasterLevel, bandCount: number): void {
  if (!(x >= 0 && y >= 0 && width > 0 && height > 0 && x + width <= level.width && y + height <= level.height)) {
    throw new RangeError(
      `window ${x}, ${y}, ${width} x ${height} is not in a level of ${level.width} x ${level.height}`,
    )
  }
  if (width * height * bandCount > MAX_SAMPLES) {
    throw new ImageryError(`${width} x ${height} pixels in ${bandCount} bands are too many to be read at once.`)
  }
}

export async function readImage(
  { reader }: Cog,
  { image, ratioX, ratioY }: Pick<RasterLevel, 'image' | 'ratioX' | 'ratioY'>,
  bands: readonly number[],
  conversion: Conversion,
  window: PixelWindow,
  signal: AbortSignal | undefined,
  onProgress: ((done: number, total: number) => void) | undefined,
): Promise<Samples[]> {
  const columns = picksOf(window.x, window.width, ratioX, image.layout.width)
  const rows = picksOf(window.y, window.height, ratioY, image.layout.height)
  const jobs = rows.flatMap((row) => columns.flatMap((column) => jobsOf(image, bands, column, row)))
  const type = conversion.to === 'values' ? 'float32' : conversion.to
  const outputs: (Samples | undefined)[] = bands.map(() => undefined)
  const isOneBlock = columns.length === 1 && rows.length === 1
  let done = 0
  await reader.ask(
    image,
    jobs.map(({ index }) => index),
    {
      signal,
      task: (at, key) => {
        const { columns, rows, targets } = jobs[at]!
        const own = conversion.to === 'values' ? conversionOf(conversion, targets) : conversion
        const samples = samplesOf(
          image,
          targets.map((target) => bands[target]!),
        )
        return { op: 'window', key, samples, columns, rows, conversion: own }
      },
      onAnswer: (at, parts) => {
        const { columns, rows, targets } = jobs[at]!
        targets.forEach((target, i) => {
          if (isOneBlock) outputs[target] = parts[i]!
          else {
            const output = (outputs[target] ??= createSamples(type, window.width * window.height))
            paste(parts[i]!, columns, rows, output, window)
          }
        })
        onProgress?.(++done, jobs.length)
      },
    },
  )
  return outputs.map((output) => output ?? createSamples(type, window.width * window.height))
}

type Job = { index: number; columns: AxisPick; rows: AxisPick; targets: number[] }

/** At each place one block per band, or one block that holds all bands. `targets` count in `bands`. */
function jobsOf(image: StoredImage, bands: readonly number[], column: BlockPick, row: BlockPick): Job[] {
  const place = { columns: column.pick, rows: row.pick }
  const all = bands.map((_, target) => target)
  if (!image.isPlanar) return [{ ...place, index: blockIndex(image, column.block, row.block, 0), targets: all }]
  return all.map((target) => ({
    ...place,
    index: blockIndex(image, column.block, row.block, bands[target]!),
    targets: [target],
  }))
}

type BlockPick = { block: number; pick: AxisPick }

/** Which columns (or rows) of a window come from which block. */
function picksOf(from: number, count: number, ratio: number, blockSize: number): BlockPick[] {
  const picks: BlockPick[] = []
  for (let at = from; at < from + count; at++) {
    const block = Math.floor(nearest(at, ratio) / blockSize)
    const last = picks.at(-1)
    if (last?.block === block) last.pick.count++
    else picks.push({ block, pick: { start: at, count: 1, ratio, blockStart: block * blockSize } })
  }
  return picks
}

function conversionOf(conversion: Conversion & { to: 'values' }, targets: readonly number[]): Conversion {
  return {
    ...conversion,
    scales: targets.map((target) => conversion.scales[target]!),
    offsets: targets.map((target) => conversion.offsets[target]!),
  }
}

function paste(part: Samples, columns: AxisPick, rows: AxisPick, output: Samples, window: PixelWindow): void {
  for (let row = 0; row < rows.count; row++) {
    const from = row * columns.count
    const to = (rows.start + row - window.y) * window.width + columns.start - window.x
    output.set(part.subarray(from, from + columns.count), to)
  }
}

function hide(samples: Samples, mask: Samples, value: number): void {
  for (let at = 0; at < samples.length; at++) if (mask[at] === 0) samples[at] = value
}

/** One bar for several reads. */
export function progressOf(parts: number, onProgress: ReadOptions['onProgress']) {
  const done = Array.from({ length: parts }, () => 0)
  const totals = [...done]
  const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
  return (part: number) =>
    onProgress &&
    ((partDone: number, partTotal: number) => {
      done[part] = partDone
      totals[part] = partTotal
      onProgress(sum(done), sum(totals))
    })
}

/** A band whole, at no more than `maxPixels`: enough for a histogram or a stretch. */
export async function readBand(
  cog: Cog,
  band: number,
  { maxPixels = 1 << 18, signal }: { maxPixels?: number; signal?: AbortSignal } = {},
): Promise<{ values: Float32Array<ArrayBuffer>; width: number; height: number; level: number }> {
  const level = levelWithin(cog, maxPixels)
  const { width, height } = cog.levels[level]!
  const [values] = await readValues(cog, [band], signal ? { level, signal } : { level })
  return { values: values!, width, height, level }
}
