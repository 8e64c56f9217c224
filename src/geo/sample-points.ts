import type { Position } from 'geojson'
import { bboxOf } from './bbox.ts'
import { containsPoint } from './contains-point.ts'
import type { Area } from './rings.ts'

/**
 * About `count` points spread evenly over an area (fewer for thin ones, at least one for any area that has a corner). The
 * area must not cross the antimeridian within one part. Always the same points for the same area.
 */
export function samplePoints(area: Area, count: number): Position[] {
  const box = bboxOf(area)
  if (!box) return []
  const [west, south, east, north] = box[0] <= box[2] ? box : ([-180, box[1], 180, box[3]] as const)
  // Rows and columns about as far apart on the ground, so that the points weigh the same.
  const width = (east - west) * Math.cos((((south + north) / 2) * Math.PI) / 180)
  const step = Math.sqrt((Math.max(width, 1e-9) * Math.max(north - south, 1e-9)) / count)
  for (let finer = 1; finer <= 8; finer *= 2) {
    const columns = Math.min(1000, Math.max(1, Math.ceil((width / step) * finer)))
    const rows = Math.min(1000, Math.max(1, Math.ceil(((north - south) / step) * finer)))
    const points: Position[] = []
    for (let row = 0; row < rows; row++) {
      for (let column = 0; column < columns; column++) {
        const point = [
          west + ((east - west) * (column + 0.5)) / columns,
          south + ((north - south) * (row + 0.5)) / rows,
        ]
        if (containsPoint(area, point)) points.push(point)
      }
    }
    // A narrow diagonal shape fills little of its box: look again, closer.
    if (points.length >= count / 4) return points
    if (finer === 8 && points.length > 0) return points
  }
  const corner = (area.type === 'Polygon' ? area.coordinates : area.coordinates[0])?.[0]?.[0]
  return corner ? [corner] : []
}
