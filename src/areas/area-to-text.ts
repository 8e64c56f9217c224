import { formatCoordinate } from '#src/geo/format-coordinate.ts'
import { openRing, type Area } from '#src/geo/rings.ts'

/** An area as text that `parseArea` reads again: a corner a line where that says it all, else GeoJSON. */
export function areaToText(area: Area): string {
  const [outer = [], ...holes] = area.type === 'Polygon' ? area.coordinates : []
  if (area.type === 'Polygon' && holes.length === 0 && outer.length <= 50) {
    return openRing(outer)
      .map((corner) => formatCoordinate(corner))
      .join('\n')
  }
  return JSON.stringify(area, (_key, value: unknown) => (typeof value === 'number' ? Number(value.toFixed(6)) : value))
}
