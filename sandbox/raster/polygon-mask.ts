import type { MultiPolygon, Polygon, Position } from 'geojson'
import { forward } from '#src/geo/projection.ts'
import type { Grid, RasterSource, SampleType, Samples, Window } from './raster.ts'

/** Longest edge that is projected as one straight line: at 0.02 degrees the error stays far below a pixel. */
const maxEdgeDegrees = 0.02

export type PolygonMask = {
  /** 1 where the pixel's centre lies inside the area, row-major over the window. */
  read(window: Window): Uint8Array
}

/** Which pixels of the grid lie in the area (its rings in lng/lat): even-odd rule at pixel centres. */
export function polygonMask(area: Polygon | MultiPolygon, grid: Grid): PolygonMask {
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  const pixelHeight = grid.pixelSizeY ?? grid.pixelSize
  const edges: [x1: number, y1: number, x2: number, y2: number][] = []
  for (const ring of polygons.flat()) {
    const points = densify(ring).map((position) => {
      const [x, y] = forward(position, grid.epsg)
      return [(x - grid.originX) / grid.pixelSize, (grid.originY - y) / pixelHeight] as const
    })
    for (let i = 1; i < points.length; i++) edges.push([...points[i - 1]!, ...points[i]!])
  }
  return {
    read({ x, y, width, height }) {
      const inside = new Uint8Array(width * height)
      for (let row = 0; row < height; row++) {
        const centre = y + row + 0.5
        const crossings: number[] = []
        for (const [x1, y1, x2, y2] of edges) {
          if (y1 <= centre !== y2 <= centre) crossings.push(x1 + ((centre - y1) / (y2 - y1)) * (x2 - x1))
        }
        crossings.sort((a, b) => a - b)
        for (let i = 0; i + 1 < crossings.length; i += 2) {
          const from = Math.max(0, Math.ceil(crossings[i]! - 0.5) - x)
          const to = Math.min(width, Math.ceil(crossings[i + 1]! - 0.5) - x)
          if (to > from) inside.fill(1, row * width + from, row * width + to)
        }
      }
      return inside
    },
  }
}

/** The same pixels with nodata outside the area. A raster that has no nodata value is given the usual one of its type. */
export function maskedSource(source: RasterSource, area: Polygon | MultiPolygon): RasterSource {
  const { grid, sampleType } = source.info
  const nodata = source.info.nodata ?? usualNodata[sampleType]
  const mask = polygonMask(area, grid)
  return {
    info: { ...source.info, nodata },
    async read(window, bands) {
      const inside = mask.read(window)
      const samples: Samples[] = await source.read(window, bands)
      for (const band of samples) {
        for (let i = 0; i < band.length; i++) if (!inside[i]) band[i] = nodata
      }
      return samples
    },
    close: () => source.close?.(),
  }
}

const usualNodata: Record<SampleType, number> = { uint8: 0, uint16: 0, int16: -32768, float32: NaN }

/** A part of a raster as a raster of its own; pixels stay where they are. */
export function windowedSource(source: RasterSource, part: Window): RasterSource {
  const { grid } = source.info
  const originX = grid.originX + part.x * grid.pixelSize
  const originY = grid.originY - part.y * (grid.pixelSizeY ?? grid.pixelSize)
  return {
    info: { ...source.info, grid: { ...grid, originX, originY, width: part.width, height: part.height } },
    read: (window, bands) => source.read({ ...window, x: window.x + part.x, y: window.y + part.y }, bands),
    close: () => source.close?.(),
  }
}

/** The window of whole pixels that the area's corners span, cut to the grid; null when they do not meet. */
export function windowOf(area: Polygon | MultiPolygon, grid: Grid): Window | null {
  const pixelHeight = grid.pixelSizeY ?? grid.pixelSize
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  const polygons = area.type === 'Polygon' ? [area.coordinates] : area.coordinates
  for (const position of polygons.flat().flatMap(densify)) {
    const [x, y] = forward(position, grid.epsg)
    left = Math.min(left, (x - grid.originX) / grid.pixelSize)
    right = Math.max(right, (x - grid.originX) / grid.pixelSize)
    top = Math.min(top, (grid.originY - y) / pixelHeight)
    bottom = Math.max(bottom, (grid.originY - y) / pixelHeight)
  }
  // A border that falls on a pixel's edge but for rounding must not add a row of pixels.
  const [x1, y1] = [Math.max(0, Math.floor(left + 1e-6)), Math.max(0, Math.floor(top + 1e-6))]
  const [x2, y2] = [Math.min(grid.width, Math.ceil(right - 1e-6)), Math.min(grid.height, Math.ceil(bottom - 1e-6))]
  return x2 > x1 && y2 > y1 ? { x: x1, y: y1, width: x2 - x1, height: y2 - y1 } : null
}

function densify(ring: Position[]): Position[] {
  const points: Position[] = []
  for (let i = 0; i < ring.length; i++) {
    const [lng = 0, lat = 0] = ring[i]!
    const [previousLng = lng, previousLat = lat] = ring[i - 1] ?? []
    const pieces = Math.max(
      1,
      Math.ceil(Math.max(Math.abs(lng - previousLng), Math.abs(lat - previousLat)) / maxEdgeDegrees),
    )
    const first = i === 0 ? pieces : 1
    for (let piece = first; piece <= pieces; piece++) {
      const part = piece / pieces
      points.push([previousLng + (lng - previousLng) * part, previousLat + (lat - previousLat) * part])
    }
  }
  return points
}
