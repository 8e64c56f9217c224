import type { Grid } from '#sandbox/raster/raster.ts'

/** Area of one pixel in m2: exact for metric grids; for degrees, at the middle of the grid. */
export function pixelAreaSqM(grid: Grid): number {
  const height = grid.pixelSizeY ?? grid.pixelSize
  if (grid.epsg !== 4326) return grid.pixelSize * height
  const metresPerDegree = 111_320
  const middleLat = grid.originY - (height * grid.height) / 2
  return grid.pixelSize * metresPerDegree * Math.cos((middleLat * Math.PI) / 180) * height * metresPerDegree
}
