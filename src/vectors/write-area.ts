import type { Position } from 'geojson'
import { fixPolygon } from '#src/geo/fix-polygon.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'

export const areaFormats = ['geojson', 'kml', 'wkt'] as const
export type AreaFormat = (typeof areaFormats)[number]

/** Seven decimals of a degree: a centimetre. */
const perDegree = 1e7
const rounded = (degrees = 0) => Math.round(degrees * perDegree) / perDegree + 0

/** An area as a file of another program's liking; rings closed and the right way round. */
export function writeArea(area: Area, format: AreaFormat, name = 'Area'): string {
  const tidy = fixPolygon(area).area
  const polygons = polygonsOf(tidy)
  // XML can not hold them at all.
  const plainName = name.replaceAll(/\p{Cc}+/gu, ' ').trim()
  switch (format) {
    case 'geojson':
      return geoJson(tidy, plainName)
    case 'kml':
      return kml(polygons, plainName)
    case 'wkt':
      return wkt(polygons)
  }
}

function geoJson(area: Area, name: string): string {
  const round = (_key: string, value: unknown) => (typeof value === 'number' ? rounded(value) : value)
  return JSON.stringify({ type: 'Feature', properties: { name }, geometry: area }, round)
}

function wkt(polygons: Position[][][]): string {
  const ring = (points: Position[]) => `(${points.map(([lng, lat]) => `${rounded(lng)} ${rounded(lat)}`).join(', ')})`
  const polygon = (rings: Position[][]) => `(${rings.map(ring).join(', ')})`
  return polygons.length === 1
    ? `POLYGON ${polygon(polygons[0] ?? [])}`
    : `MULTIPOLYGON (${polygons.map(polygon).join(', ')})`
}

function kml(polygons: Position[][][], name: string): string {
  const ring = (points: Position[]) =>
    `<LinearRing><coordinates>${points.map(([lng, lat]) => `${rounded(lng)},${rounded(lat)}`).join(' ')}</coordinates></LinearRing>`
  const polygon = ([outer = [], ...holes]: Position[][]) =>
    [
      '<Polygon>',
      `<outerBoundaryIs>${ring(outer)}</outerBoundaryIs>`,
      ...holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`),
      '</Polygon>',
    ].join('')
  const parts = polygons.map(polygon)
  const geometry = parts.length === 1 ? parts[0] : `<MultiGeometry>${parts.join('')}</MultiGeometry>`
  const escaped = name.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark><name>${escaped}</name>`,
    geometry,
    '</Placemark></Document></kml>',
    '',
  ].join('\n')
}
