import { worldSquareOf } from '#src/geo/world-square.ts'
import type { RasterGrid } from './raster-info.ts'
import { pixelToLngLat } from './raster-grid.ts'

/**
 * A grid of triangles that carries a raster from its own projection onto the Web Mercator world square (0 to 1 from the
 * upper-left corner). Positions are relative to `anchor`: as float32, absolute ones would jitter by metres.
 */
export type RasterMesh = {
  anchor: readonly [number, number]
  /** x, y relative to the anchor, then u, v from 0 to 1 over the raster; four numbers for each corner. */
  vertices: Float32Array<ArrayBuffer>
  indices: Uint16Array<ArrayBuffer>
}

export function rasterMesh(grid: RasterGrid, cells = 32): RasterMesh {
  const [anchorLng, anchorLat] = pixelToLngLat(grid, grid.width / 2, grid.height / 2)
  const anchor = worldSquareOf(anchorLng, anchorLat)
  const vertices = new Float32Array((cells + 1) ** 2 * 4)
  let at = 0
  for (let row = 0; row <= cells; row++) {
    for (let column = 0; column <= cells; column++) {
      const [u, v] = [column / cells, row / cells]
      const [lng, lat] = pixelToLngLat(grid, u * grid.width, v * grid.height)
      // A raster over the antimeridian goes on beyond the edge of the world.
      const nearLng = lng - anchorLng > 180 ? lng - 360 : lng - anchorLng < -180 ? lng + 360 : lng
      const [x, y] = worldSquareOf(nearLng, lat)
      vertices.set([x - anchor[0], y - anchor[1], u, v], at)
      at += 4
    }
  }
  const indices = new Uint16Array(cells ** 2 * 6)
  at = 0
  for (let row = 0; row < cells; row++) {
    for (let column = 0; column < cells; column++) {
      const corner = row * (cells + 1) + column
      const below = corner + cells + 1
      indices.set([corner, below, corner + 1, corner + 1, below, below + 1], at)
      at += 6
    }
  }
  return { anchor, vertices, indices }
}
