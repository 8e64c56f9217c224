import type { Polygon, Position } from 'geojson'
import { forward, inverse } from '#src/geo/projection.ts'
import type { RasterGrid } from './raster-info.ts'

/** [lng, lat] of a place counted in pixels from the outer corner of the upper-left pixel; 0.5, 0.5 is its middle. */
export function pixelToLngLat(grid: RasterGrid, x: number, y: number): [number, number] {
  return inverse([grid.originX + x * grid.pixelWidth, grid.originY - y * grid.pixelHeight], grid.epsg)
}

/** The reverse of `pixelToLngLat`: the pixel is the whole part. May lie outside of the grid. */
export function lngLatToPixel(grid: RasterGrid, place: Position): [x: number, y: number] {
  const [x, y] = forward(place, grid.epsg)
  return [(x - grid.originX) / grid.pixelWidth, (grid.originY - y) / grid.pixelHeight]
}

/** The outline of a grid, its sides followed in steps since they bend from one projection to another. */
export function gridOutline(grid: RasterGrid, stepsPerSide = 8): Polygon {
  const ring: Position[] = []
  const { width, height } = grid
  const corners = [
    [0, 0],
    [0, height],
    [width, height],
    [width, 0],
    [0, 0],
  ] as const
  for (let side = 0; side < 4; side++) {
    const [from, to] = [corners[side]!, corners[side + 1]!]
    for (let step = 0; step < stepsPerSide; step++) {
      const t = step / stepsPerSide
      ring.push(pixelToLngLat(grid, from[0] + (to[0] - from[0]) * t, from[1] + (to[1] - from[1]) * t))
    }
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}

const metresPerDegree = 111_320

/** Square metres on the ground of one pixel; for degrees and Web Mercator, of one in the middle of the grid. */
export function pixelAreaM2(grid: RasterGrid): number {
  const area = grid.pixelWidth * grid.pixelHeight
  if (grid.epsg !== 4326 && grid.epsg !== 3857) return area
  const [, lat] = pixelToLngLat(grid, grid.width / 2, grid.height / 2)
  const shrink = Math.cos((lat * Math.PI) / 180)
  return grid.epsg === 4326 ? area * metresPerDegree ** 2 * shrink : area * shrink ** 2
}

/** Width of a pixel on the ground in metres, in the middle of the grid. */
export function pixelWidthM(grid: RasterGrid): number {
  if (grid.epsg !== 4326 && grid.epsg !== 3857) return grid.pixelWidth
  const [, lat] = pixelToLngLat(grid, grid.width / 2, grid.height / 2)
  const shrink = Math.cos((lat * Math.PI) / 180)
  return grid.pixelWidth * shrink * (grid.epsg === 4326 ? metresPerDegree : 1)
}
