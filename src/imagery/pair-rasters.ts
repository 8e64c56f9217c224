import { withBands } from '#src/formula/tree.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog, RasterLevel } from './raster-levels.ts'
import { createSamples, type RasterGrid, type RasterInfo, type Samples } from './raster-info.ts'
import { progressOf, readWindow, type ReadOptions } from './read-window.ts'

export type Pair = { ok: true; cog: Cog } | { ok: false; problem: string }

/**
 * Two rasters as one, on the grid of the first: the bands of the second lie behind those of the first, each of its pixels
 * the nearest on the ground. So a formula over both (see `behind`) is painted, counted and saved as one over any raster.
 * Single spectra and regions are not read through it.
 */
export function pairRasters(a: Cog, b: Cog): Pair {
  const [gridA, gridB] = [a.info.grid, b.info.grid]
  if (gridA.epsg !== gridB.epsg)
    return {
      ok: false,
      problem: `The two pictures are in different projections (EPSG:${gridA.epsg} and EPSG:${gridB.epsg}). Warp one with gdalwarp to subtract them.`,
    }
  if (!doOverlap(gridA, gridB)) return { ok: false, problem: 'The two pictures have no ground in common.' }
  const isSameGrid = JSON.stringify(sorted(gridA)) === JSON.stringify(sorted(gridB))
  // Stored numbers as they are when both mean the same by them, and nothing has to be left out.
  const isAsStored =
    a.info.sampleType === b.info.sampleType &&
    a.info.nodata === b.info.nodata &&
    (isSameGrid || a.info.nodata !== null || a.info.sampleType === 'float32')
  const info: RasterInfo = {
    ...a.info,
    bands: [...a.info.bands, ...b.info.bands.map((band) => ({ ...band, name: nameBehind(band.name) }))],
    ...(!isAsStored && { sampleType: 'float32', nodata: null }),
  }
  const count = a.info.bands.length

  const readSamples = async (bands: readonly number[], { onProgress, ...options }: ReadOptions): Promise<Samples[]> => {
    const progress = progressOf(2, onProgress)
    const own = (wanted: (band: number) => boolean) => bands.filter(wanted)
    const [fromA, fromB] = await Promise.all([
      readSome(
        a,
        own((band) => band < count),
        { ...options, onProgress: progress(0) },
        readWindow,
      ),
      readSome(
        b,
        own((band) => band >= count).map((band) => band - count),
        { ...options, onProgress: progress(1) },
        (_, some, how) => readOnto(a, b, some, how),
      ),
    ])
    const finish = (samples: Samples, { nodata }: RasterInfo) => (isAsStored ? samples : asFloats(samples, nodata))
    let [nextA, nextB] = [0, 0]
    return bands.map((band) => (band < count ? finish(fromA[nextA++]!, a.info) : finish(fromB[nextB++]!, b.info)))
  }
  return { ok: true, cog: { ...a, info, readSamples } }
}

/** A formula over the second raster as one over the pair, whose first raster has `count` bands. */
export const behind = (tree: BoundFormula, count: number): BoundFormula =>
  withBands(tree, (node) => ({
    ...node,
    band: { index: node.band.index + count, name: nameBehind(node.band.name) },
  }))

/** The same band of the other raster is another band. */
const nameBehind = (name: string) => `${name}_b`

const sorted = (grid: RasterGrid) => Object.entries(grid).toSorted(([x], [y]) => x.localeCompare(y))

function doOverlap(a: RasterGrid, b: RasterGrid): boolean {
  const meet = (from: number, length: number, otherFrom: number, otherLength: number) =>
    from < otherFrom + otherLength && otherFrom < from + length
  return (
    meet(a.originX, a.width * a.pixelWidth, b.originX, b.width * b.pixelWidth) &&
    meet(-a.originY, a.height * a.pixelHeight, -b.originY, b.height * b.pixelHeight)
  )
}

type Read = (cog: Cog, bands: readonly number[], options: ReadOptions) => Promise<Samples[]>

function readSome(cog: Cog, bands: readonly number[], options: ReadOptions, read: Read): Promise<Samples[]> {
  return bands.length > 0 ? read(cog, bands, options) : Promise.resolve([])
}

/** A window of a level of `a`, filled from `b`; "no data", or NaN, where `b` does not reach. */
async function readOnto(a: Cog, b: Cog, bands: readonly number[], options: ReadOptions): Promise<Samples[]> {
  const { level = 0, window, ...rest } = options
  const levelA = a.levels[level]!
  const levelB = levelLike(a, levelA, b)
  const { x, y, width, height } = window ?? { x: 0, y: 0, width: levelA.width, height: levelA.height }
  const [own, other] = [a.info.grid, b.info.grid]
  const [fine, coarse] = [b.levels[levelB]!, levelA]
  const columns = places(x, width, {
    step: (own.pixelWidth * own.width) / coarse.width,
    from: own.originX - other.originX,
    otherStep: (other.pixelWidth * other.width) / fine.width,
    count: fine.width,
  })
  const rows = places(y, height, {
    step: (own.pixelHeight * own.height) / coarse.height,
    from: other.originY - own.originY,
    otherStep: (other.pixelHeight * other.height) / fine.height,
    count: fine.height,
  })
  const [left, right] = endsOf(columns)
  const [top, bottom] = endsOf(rows)
  const { sampleType, nodata } = b.info
  const nothing = () => createSamples(sampleType, width * height).fill(nodata ?? NaN)
  if (right < left || bottom < top) return bands.map(nothing)
  const inside = { x: left, y: top, width: right - left + 1, height: bottom - top + 1 }
  const read = await readWindow(b, bands, { ...rest, level: levelB, window: inside })
  return read.map((samples) => {
    const filled = nothing()
    rows.forEach((row, j) => {
      if (row < 0) return
      const start = (row - top) * inside.width - left
      for (let i = 0; i < width; i++) if (columns[i]! >= 0) filled[j * width + i] = samples[start + columns[i]!]!
    })
    return filled
  })
}

/** The coarsest level of `b` whose pixels are no larger than those of a level of `a`; its finest when all are. */
function levelLike(a: Cog, level: RasterLevel, b: Cog): number {
  const [own, other] = [a.info.grid, b.info.grid]
  const wanted = (own.pixelWidth * own.width) / level.width
  return Math.max(
    0,
    b.levels.findLastIndex(({ width }) => (other.pixelWidth * other.width) / width <= wanted * 1.01),
  )
}

type Axis = {
  /** Ground of one pixel asked for, and of one that is there. */
  step: number
  otherStep: number
  /** Where the axis asked for begins, from where the other does. */
  from: number
  /** How many pixels there are. */
  count: number
}

/** For each pixel asked for, the one there that holds its middle; -1 where none does. */
function places(start: number, length: number, { step, otherStep, from, count }: Axis): Int32Array {
  return Int32Array.from({ length }, (_, i) => {
    const at = Math.floor((from + (start + i + 0.5) * step) / otherStep + 1e-9)
    return at >= 0 && at < count ? at : -1
  })
}

function endsOf(found: Int32Array): [first: number, last: number] {
  const inside = found.filter((at) => at >= 0)
  return inside.length > 0 ? [inside[0]!, inside.at(-1)!] : [0, -1]
}

function asFloats(samples: Samples, nodata: number | null): Float32Array<ArrayBuffer> {
  return Float32Array.from(samples, (sample) => (sample === nodata ? NaN : sample))
}
