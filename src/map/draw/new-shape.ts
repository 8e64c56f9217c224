import type { Polygon, Position } from 'geojson'
import type { GeoJSONStoreFeatures } from 'terra-draw'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import { splitArea } from '#src/geo/split-area.ts'
import { combineShape, type DrawCombine } from './combine.ts'
import { cornersOf, roundedArea, tidy } from './draw-geometry.ts'
import { words } from './words.ts'

/** What a shape just drawn makes of the area, and what is said of it; or in words why nothing comes of it. */
export function withNewShape(
  area: Area | null,
  shape: GeoJSONStoreFeatures,
  how: DrawCombine,
): { area: Area; says: string } | { refusal: string } {
  if (shape.geometry.type === 'LineString') return cutAlong(area, shape.geometry.coordinates)
  const combined = combineShape(area, roundedArea(polygonOf(cornersOf(shape))), how)
  return 'refusal' in combined ? combined : { ...combined, says: words.shapeDrawn }
}

/** The area with a shape that is not closed yet; of a line nothing is to be seen before it cuts. */
export function withShapeUnderHand(
  area: Area | null,
  shape: GeoJSONStoreFeatures | undefined,
  how: DrawCombine,
): Area | null {
  // The pointer may still be where the last corner is.
  const corners = tidy(cornersOf(shape))
  // Two corners and the way back.
  if (corners.length < 4) return how === 'replace' && shape ? null : area
  const combined = combineShape(area, polygonOf(corners), how)
  return 'area' in combined ? combined.area : area
}

function cutAlong(area: Area | null, line: Position[]): { area: Area; says: string } | { refusal: string } {
  const parts = area && splitArea(area, line)
  return parts
    ? { area: roundedArea(parts), says: words.splitInto(polygonsOf(parts).length) }
    : { refusal: words.notSplit }
}

const polygonOf = (corners: Position[]): Polygon => ({ type: 'Polygon', coordinates: [corners] })
