import type { MultiPolygon, Polygon } from 'geojson'
import { toUtm } from '#src/geo/utm.ts'
import type { Grid } from '#sandbox/raster/raster.ts'

/** Straight edges in lng/lat bow in UTM; so many points along each keep the bounds true to a few metres. */
const pointsPerEdge = 12

/** The pixels that hold an area: outward to multiples of the pixel size, so that all grids of a zone share their pixels. */
export function gridFor(area: Polygon | MultiPolygon, epsg: number, gsdM: number): Grid {
  const rings = area.type === 'Polygon' ? area.coordinates : area.coordinates.flat()
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const ring of rings) {
    for (let i = 1; i < ring.length; i++) {
      const [x1 = 0, y1 = 0] = ring[i - 1]!
      const [x2 = 0, y2 = 0] = ring[i]!
      for (let p = 0; p < pointsPerEdge; p++) {
        const along = p / pointsPerEdge
        const [x, y] = toUtm([x1 + (x2 - x1) * along, y1 + (y2 - y1) * along], epsg)
        minX = Math.min(minX, x)
        maxX = Math.max(maxX, x)
        minY = Math.min(minY, y)
        maxY = Math.max(maxY, y)
      }
    }
  }
  const left = Math.floor(minX / gsdM)
  const top = Math.ceil(maxY / gsdM)
  return {
    epsg,
    originX: left * gsdM,
    originY: top * gsdM,
    pixelSize: gsdM,
    width: Math.max(1, Math.ceil(maxX / gsdM) - left),
    height: Math.max(1, top - Math.floor(minY / gsdM)),
  }
}
