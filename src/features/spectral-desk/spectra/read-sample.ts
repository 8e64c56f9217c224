import type { Area } from '#src/geo/rings.ts'
import { bboxOf } from '#src/geo/bbox.ts'
import { containsPoint } from '#src/geo/contains-point.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { lngLatToPixel, pixelToLngLat } from '#src/imagery/raster-grid.ts'
import { readValues } from '#src/imagery/read-window.ts'
import type { Sample } from './samples.ts'

/** What a file says of a sample, a value for each of its bands. */
export type SampleValues = {
  values: readonly number[]
  /** Standard deviation over the pixels of a region. */
  deviation?: readonly number[]
  /** How many pixels of a region were counted. */
  pixels?: number
}

export type Pixel = { x: number; y: number }

export function pixelAt(cog: Cog, place: readonly [number, number]): Pixel | null {
  const { grid } = cog.info
  const [x, y] = lngLatToPixel(grid, [...place]).map(Math.floor)
  return x! >= 0 && y! >= 0 && x! < grid.width && y! < grid.height ? { x: x!, y: y! } : null
}

export async function readPixel(cog: Cog, { x, y }: Pixel, signal?: AbortSignal): Promise<SampleValues> {
  const window = { x, y, width: 1, height: 1 }
  const read = await readValues(cog, [...cog.info.bands.keys()], signal ? { window, signal } : { window })
  return { values: read.map((values) => values[0]!) }
}

async function readRegion(cog: Cog, area: Area, signal: AbortSignal): Promise<SampleValues> {
  const { grid } = cog.info
  const box = bboxOf(area)!
  const corners = [lngLatToPixel(grid, [box[0], box[3]]), lngLatToPixel(grid, [box[2], box[1]])]
  const x = Math.max(0, Math.floor(corners[0]![0]))
  const y = Math.max(0, Math.floor(corners[0]![1]))
  const width = Math.min(grid.width, Math.ceil(corners[1]![0])) - x
  const height = Math.min(grid.height, Math.ceil(corners[1]![1])) - y
  const read = await readValues(cog, [...cog.info.bands.keys()], { window: { x, y, width, height }, signal })
  const inside = Array.from({ length: width * height }, (_, i) => i).filter((i) =>
    containsPoint(area, pixelToLngLat(grid, x + (i % width) + 0.5, y + Math.floor(i / width) + 0.5)),
  )
  const values = read.map((band) => inside.reduce((sum, i) => sum + band[i]!, 0) / inside.length)
  const deviation = read.map((band, b) =>
    Math.sqrt(inside.reduce((sum, i) => sum + (band[i]! - values[b]!) ** 2, 0) / inside.length),
  )
  return { values, deviation, pixels: inside.length }
}

/** Null: the sample does not lie on the picture. */
export async function readSample(cog: Cog, sample: Sample, signal: AbortSignal): Promise<SampleValues | null> {
  if (sample.kind === 'region') {
    const region = await readRegion(cog, sample.area, signal)
    return region.pixels ? region : null
  }
  const pixel = pixelAt(cog, sample.place)
  return pixel && readPixel(cog, pixel, signal)
}
