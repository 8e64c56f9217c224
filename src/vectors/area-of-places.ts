import type { Position } from 'geojson'
import { areaOfPoints } from '#src/geo/area-of-points.ts'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { ringCrossings } from '#src/geo/ring-crossings.ts'
import type { Area } from '#src/geo/rings.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import type { FileAreas } from './areas-in-file.ts'
import { Refusal } from './limits.ts'
import { pointsOf } from './reproject.ts'
import type { VectorFeature, VectorFile } from './vector-file.ts'

/**
 * What a file of points alone stands for. Sampling sites, wells: the hull around them. Corners of a field: the line through
 * them as they come; both are offered where the two differ and the line closes without crossing itself.
 * @throws Refusal
 */
export function areasOfPlaces({ kind, features }: VectorFile): Pick<FileAreas, 'areas' | 'notes'> {
  const isPoint = ({ geometry }: VectorFeature) => geometry.type.endsWith('Point')
  const points = features.filter(isPoint).flatMap(({ geometry }) => [...pointsOf(geometry)])
  if (features.length === 0) throw new Refusal(`This ${kind} holds no features: there is nothing to take.`)
  if (points.length === 0) {
    const hasLines = features.some(({ geometry }) => geometry.type.endsWith('LineString'))
    const what = hasLines ? 'only lines that do not close' : 'no polygon'
    throw new Refusal(`This ${kind} holds ${what}: an area needs an outline.`)
  }
  if (!points.every(([lng, lat]) => Math.abs(lng ?? NaN) <= 180 && Math.abs(lat ?? NaN) <= 90)) {
    throw new Refusal(`The points of this ${kind} do not lie on the Earth: export them in longitude and latitude.`)
  }
  const span = areaOfPoints(points)
  if (!span) {
    const count = points.length === 1 ? 'one point' : `${points.length} points, which span no area`
    throw new Refusal(`This ${kind} holds ${count}: draw a circle around the place instead.`)
  }
  const of = `${points.length.toLocaleString('en-US')} points`
  const around = span.shape === 'hull' ? `Hull around ${of}` : `Box around ${of}`
  const outline = span.shape === 'hull' ? outlineThrough(points, span.area) : null
  return outline
    ? {
        areas: [
          { name: `Outline through ${of}, in their order`, area: outline },
          { name: around, area: span.area },
        ],
        notes: ['points can mean an outline, or places to be within'],
      }
    : { areas: [{ name: around, area: span.area }], notes: [`the area is the ${around.toLowerCase()}`] }
}

/** More are no corners that somebody wrote down. */
const mostWritten = 1000

function outlineThrough(points: Position[], hull: Area): Area | null {
  const [first] = points
  if (!first || points.length > mostWritten || vertexCount(hull) === points.length) return null
  const { area } = fixPolygon({ type: 'Polygon', coordinates: [[...points, first]] })
  return area.type === 'Polygon' && ringCrossings(area.coordinates, 1).length === 0 ? area : null
}
