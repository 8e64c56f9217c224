import type { Polygon, Position } from 'geojson'
import { inverse } from '#src/geo/projection.ts'
import type { Grid } from './raster.ts'

/** Points along each side: a side that is straight in the grid's projection bends in longitude and latitude. */
const pointsPerSide = 16

/** The outer border of a grid in longitude and latitude, counterclockwise and closed. */
export function gridFootprint({
  epsg,
  originX,
  originY,
  pixelSize,
  pixelSizeY = pixelSize,
  width,
  height,
}: Grid): Polygon {
  const [left, top] = [originX, originY]
  const [right, bottom] = [originX + width * pixelSize, originY - height * pixelSizeY]
  const corners = [
    [left, top],
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ] as const
  const ring: Position[] = []
  for (let side = 0; side < 4; side++) {
    const [x1, y1] = corners[side]!
    const [x2, y2] = corners[side + 1]!
    for (let i = 0; i < pointsPerSide; i++) {
      const part = i / pointsPerSide
      ring.push(inverse([x1 + (x2 - x1) * part, y1 + (y2 - y1) * part], epsg))
    }
  }
  return { type: 'Polygon', coordinates: [[...ring, ring[0]!]] }
}
