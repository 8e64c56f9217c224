import { decodeBlock, emptyBlock } from './decode-block.ts'
import type { BlockLayout, BlockSamples } from './decode-block.ts'
import { hasExactKeys } from './key-histogram.ts'
import { createSamples } from './raster-info.ts'
import type { Samples } from './raster-info.ts'
import { countSpans, emptyStatistics } from './raw-statistics.ts'
import type { AxisPick, Conversion, RawStatistics, TileAnswer, TileTask } from './tile-tasks.ts'

type Block = { samples: BlockSamples; layout: BlockLayout }

/** Unpacked blocks and what is asked of them. One lives in each tile worker, and in tests without one. */
export type TileStore = {
  /** A block that is dropped, or that another task replaces, still serves the tasks before. */
  run: <Task extends TileTask>(task: Task) => Promise<TileAnswer[Task['op']]>
}

export function createTileStore(): TileStore {
  const blocks = new Map<string, Promise<Block>>()
  const jobs = new Map<number, Map<number, RawStatistics>>()

  const blockOf = (key: string) => {
    const block = blocks.get(key)
    if (!block) throw new RangeError(`block ${key} is not held`)
    return block
  }

  const load = ({ key, packed, layout, rows }: TileTask & { op: 'load' }) => {
    const block = packed
      ? decodeBlock(packed, layout, rows).then((samples) => ({ samples, layout }))
      : Promise.resolve({ samples: emptyBlock(layout), layout })
    // A damaged one is kept too, as its reason: for whoever asks something of it.
    blocks.set(key, block)
    return block
  }

  const count = async ({ job, key, samples, bands, spans, nodata }: TileTask & { op: 'count' }) => {
    let statistics = jobs.get(job)
    if (!statistics) jobs.set(job, (statistics = new Map()))
    const block = await blockOf(key)
    // After an abort the job is finished while blocks are still being unpacked; then this adds to nobody's numbers.
    for (const [i, sample] of samples.entries()) {
      const band = bands[i]!
      let own = statistics.get(band)
      if (!own) statistics.set(band, (own = emptyStatistics(band, hasExactKeys(block.samples))))
      countSpans(own, block.samples, block.layout, sample, spans, nodata)
    }
  }

  const answer = async (task: TileTask): Promise<TileAnswer[TileTask['op']]> => {
    switch (task.op) {
      case 'load':
        await load(task)
        return null
      case 'drop':
        blocks.delete(task.key)
        return null
      case 'window': {
        const { samples, layout } = await blockOf(task.key)
        return task.samples.map((sample, i) => cutWindow(samples, layout, sample, task, i))
      }
      case 'pixel': {
        const { samples, layout } = await blockOf(task.key)
        return Float64Array.from(task.samples, (sample) => samples[indexOf(layout, sample, task.x, task.y)] ?? NaN)
      }
      case 'count':
        await count(task)
        return null
      case 'finish': {
        const statistics = jobs.get(task.job)
        jobs.delete(task.job)
        return [...(statistics?.values() ?? [])]
      }
    }
  }
  return { run: answer as TileStore['run'] }
}

function indexOf({ width, samplesPerPixel, isByLine }: BlockLayout, sample: number, x: number, y: number): number {
  return isByLine ? (y * samplesPerPixel + sample) * width + x : (y * width + x) * samplesPerPixel + sample
}

/** Where the picked columns or rows lie in the block. */
function picked({ start, count, ratio, blockStart }: AxisPick): Int32Array {
  return Int32Array.from({ length: count }, (_, i) => nearest(start + i, ratio) - blockStart)
}

/** The stored pixel that stands for one of a level made by leaving out pixels: the one GDAL's nearest neighbour takes. */
export function nearest(at: number, ratio: number): number {
  return ratio === 1 ? at : Math.floor((at + 0.5) * ratio + 1e-10)
}

function cutWindow(
  block: BlockSamples,
  layout: BlockLayout,
  sample: number,
  { columns, rows, conversion }: { columns: AxisPick; rows: AxisPick; conversion: Conversion },
  index: number,
): Samples {
  const xs = picked(columns)
  const width = xs.length
  const isContiguous = columns.ratio === 1 && (layout.samplesPerPixel === 1 || layout.isByLine)
  const stride = layout.isByLine ? 1 : layout.samplesPerPixel
  const output = createSamples(conversion.to === 'values' ? 'float32' : conversion.to, width * rows.count)
  picked(rows).forEach((y, row) => {
    const start = indexOf(layout, sample, 0, y)
    const to = row * width
    if (conversion.to === 'values') {
      const { nodata } = conversion
      const [scale, offset] = [conversion.scales[index]!, conversion.offsets[index]!]
      for (let x = 0; x < width; x++) {
        const stored = block[start + xs[x]! * stride]!
        output[to + x] = stored === nodata ? NaN : stored * scale + offset
      }
    } else if (isContiguous) output.set(block.subarray(start + xs[0]!, start + xs[0]! + width), to)
    else for (let x = 0; x < width; x++) output[to + x] = block[start + xs[x]! * stride]!
  })
  return output
}
