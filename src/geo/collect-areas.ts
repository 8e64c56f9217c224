import type { GeoJSON, Geometry } from 'geojson'
import { areaFrom, polygonsOf } from './rings.ts'
import type { Area } from './rings.ts'

/** All polygons in any GeoJSON, one entry a feature or geometry; points and lines are left out and counted. */
export function collectAreas(input: GeoJSON): { areas: Area[]; leftOut: number } {
  const areas: Area[] = []
  let leftOut = 0
  const take = (geometry: Geometry | null) => {
    if (geometry?.type === 'Polygon' || geometry?.type === 'MultiPolygon') areas.push(geometry)
    else if (geometry?.type === 'GeometryCollection') geometry.geometries.forEach(take)
    else leftOut++
  }
  if (input.type === 'FeatureCollection') input.features.forEach((feature) => take(feature.geometry))
  else if (input.type === 'Feature') take(input.geometry)
  else take(input)
  return { areas, leftOut }
}

/** Several areas put side by side as one MultiPolygon (not merged). */
export function combineAreas(areas: readonly Area[]): Area {
  return areaFrom(areas.flatMap(polygonsOf))
}
