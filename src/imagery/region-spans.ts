import type { Position } from 'geojson'
import { polygonsOf } from '#src/geo/rings.ts'
import type { Area } from '#src/geo/rings.ts'
import { lngLatToPixel } from './raster-grid.ts'
import type { PixelWindow, RasterGrid, Samples } from './raster-info.ts'

/** Runs of pixels in one row: pairs of the first column and the column after the last, ascending. */
export type RowSpans = number[]

/** The pixels of a region, row by row from `top`. */
export type RegionSpans = { top: number; rows: readonly RowSpans[] }

/** Longest edge that is projected as one straight line: at 0.02 degrees the error stays far below a pixel. */
const MAX_EDGE_DEGREES = 0.02

/** The pixels whose centres lie in the area (its rings in lng/lat), by the even-odd rule; cut to the grid. */
export function spansOfArea(area: Area, grid: RasterGrid): RegionSpans {
  const crossings: RowSpans[] = []
  for (const ring of polygonsOf(area).flat()) {
    let from: [number, number] | undefined
    for (const position of densify(ring)) {
      const to = lngLatToPixel(grid, position)
      if (from) addCrossings(crossings, from, to, grid.height)
      from = to
    }
  }
  const rows = crossings.map((xs = []) => {
    xs.sort((a, b) => a - b)
    const spans: RowSpans = []
    for (let i = 0; i + 1 < xs.length; i += 2) {
      const start = Math.max(0, Math.ceil(xs[i]! - 0.5))
      const end = Math.min(grid.width, Math.ceil(xs[i + 1]! - 0.5))
      if (end > start) spans.push(start, end)
    }
    return spans
  })
  const top = rows.findIndex((spans) => spans?.length > 0)
  const found = top < 0 ? [] : rows.slice(top)
  return { top: Math.max(0, top), rows: Array.from(found, (spans) => spans ?? []) }
}

/** Every pixel of a grid. */
export function spansOfGrid({ width, height }: { width: number; height: number }): RegionSpans {
  return { top: 0, rows: Array.from({ length: height }, () => [0, width]) }
}

/** Where an edge crosses the middles of rows. */
function addCrossings(
  crossings: RowSpans[],
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  height: number,
): void {
  const first = Math.max(0, Math.ceil(Math.min(y1, y2) - 0.5))
  const last = Math.min(height, Math.ceil(Math.max(y1, y2) - 0.5))
  for (let row = first; row < last; row++) {
    ;(crossings[row] ??= []).push(x1 + ((row + 0.5 - y1) / (y2 - y1)) * (x2 - x1))
  }
}

function* densify(ring: readonly Position[]): Generator<Position> {
  for (let i = 0; i < ring.length; i++) {
    const [lng = 0, lat = 0] = ring[i]!
    const [previousLng = lng, previousLat = lat] = ring[i - 1] ?? []
    const longest = Math.max(Math.abs(lng - previousLng), Math.abs(lat - previousLat))
    const pieces = Math.max(1, Math.ceil(longest / MAX_EDGE_DEGREES))
    for (let piece = i === 0 ? pieces : 1; piece <= pieces; piece++) {
      const part = piece / pieces
      yield [previousLng + (lng - previousLng) * part, previousLat + (lat - previousLat) * part]
    }
  }
}

export function pixelCount({ rows }: RegionSpans): number {
  let count = 0
  for (const spans of rows) for (let i = 0; i < spans.length; i += 2) count += spans[i + 1]! - spans[i]!
  return count
}

/** The smallest window that holds the region, or null when it is empty. */
export function windowOfSpans({ top, rows }: RegionSpans): PixelWindow | null {
  let [left, right, bottom] = [Infinity, -Infinity, 0]
  rows.forEach((spans, row) => {
    if (spans.length === 0) return
    left = Math.min(left, spans[0]!)
    right = Math.max(right, spans.at(-1)!)
    bottom = row + 1
  })
  return right > left ? { x: left, y: top, width: right - left, height: bottom } : null
}

/** 1 for the pixels of the region, row-major over a window; to look at a region in what `readValues` gives. */
export function insideOf({ top, rows }: RegionSpans, window: PixelWindow): Uint8Array<ArrayBuffer> {
  const inside = new Uint8Array(window.width * window.height)
  for (let row = 0; row < window.height; row++) {
    const spans = rows[window.y + row - top] ?? []
    for (let i = 0; i < spans.length; i += 2) {
      const start = Math.max(0, spans[i]! - window.x)
      const end = Math.min(window.width, spans[i + 1]! - window.x)
      if (end > start) inside.fill(1, row * window.width + start, row * window.width + end)
    }
  }
  return inside
}

/** Without the pixels that a mask over `window` hides with 0. */
export function withoutHidden({ top, rows }: RegionSpans, mask: Samples, window: PixelWindow): RegionSpans {
  return {
    top,
    rows: rows.map((spans, row) => {
      const shown: RowSpans = []
      const rowStart = (top + row - window.y) * window.width - window.x
      for (let i = 0; i < spans.length; i += 2) {
        for (let x = spans[i]!; x < spans[i + 1]!; x++) {
          if (mask[rowStart + x] === 0) continue
          if (shown.at(-1) === x) shown[shown.length - 1] = x + 1
          else shown.push(x, x + 1)
        }
      }
      return shown
    }),
  }
}
