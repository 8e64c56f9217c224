import type { MultiPolygon, Polygon, Position } from 'geojson'
import { polygonsOf } from '#src/geo/rings.ts'
import { fromUtm, toUtm, utmEpsg } from '#src/geo/utm.ts'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { stripFootprint, trackLean } from '#sandbox/earth/footprints.ts'
import { maxSamples } from '#sandbox/work/scene-pixels.ts'
import { tasked } from './passes.ts'

/** What one capture sees: a stretch of ground along the track. */
export type Strip = { centre: [lng: number, lat: number]; lengthKm: number }

/** Of each side of a scene, for pointing errors and for the turn of the track along a strip. */
const marginKm = 1
const longestStripKm = 100
const toRadians = Math.PI / 180

/** The captures that cover an area: one scene if it fits, else strips side by side for each polygon. */
export function stripsOver(area: Polygon | MultiPolygon): Strip[] {
  const outlines = polygonsOf(area).map(([outer]) => outer ?? [])
  const lngs = range(outlines.flat().map(([lng = 0]) => lng))
  // Parts on both sides of the antimeridian are never one scene.
  const together = lngs[1] - lngs[0] < 180 ? stripsOverOutline(outlines.flat()) : []
  return together.length === 1 ? together : outlines.flatMap(stripsOverOutline)
}

/** More captures than the constellation could plan for one order, or more than this computer could make of one. */
const mostStrips = 60

/** Why the area can not be taken so; null when it can. */
export function stripProblem(area: Polygon | MultiPolygon, strips: readonly Strip[], bands: number): string | null {
  if (strips.length > mostStrips)
    return `The area needs ${strips.length} captures; an item has at most ${mostStrips}. Split it.`
  if (strips.some(({ centre, lengthKm }) => !stripFootprint(tasked, centre, lengthKm, 0))) {
    return 'A scene over this area would cross the antimeridian. Keep 50 km away from it.'
  }
  const km2 = utmAreaKm2(area) / strips.length
  const most = (maxSamples / bands) * (tasked.gsdM / 1000) ** 2
  if (km2 <= most) return null
  return `This sandbox computes at most about ${Math.floor(most)} km² of ${bands} bands in one capture; here it would be ${Math.round(km2)} km². Draw a smaller area or take fewer bands.`
}

function stripsOverOutline(corners: Position[]): Strip[] {
  const lngs = corners.map(([lng = 0]) => lng)
  const lats = corners.map(([, lat = 0]) => lat)
  const [midLng, midLat] = [middle(range(lngs)), middle(range(lats))]
  const epsg = utmEpsg([midLng, midLat])
  const [x0, y0] = toUtm([midLng, midLat], epsg)
  // Corners in the skewed frame of the track: kilometres along it (towards north-east) and across.
  const lean = trackLean(tasked.inclinationDeg, midLat)
  const turn = lean - 0.068 * Math.cos(midLat * toRadians)
  const [along, cross] = [
    [Math.sin(lean), Math.cos(lean)],
    [Math.cos(turn), -Math.sin(turn)],
  ] as [[number, number], [number, number]]
  const determinant = along[0] * cross[1] - along[1] * cross[0]
  const framed = corners.map(([lng = 0, lat = 0]) => {
    const [x, y] = toUtm([lng, lat], epsg)
    const [dx, dy] = [(x - x0) / 1000, (y - y0) / 1000]
    return [(dx * cross[1] - dy * cross[0]) / determinant, (along[0] * dy - along[1] * dx) / determinant] as const
  })
  const length = range(framed.map(([a]) => a))
  const width = range(framed.map(([, c]) => c))
  const beside = Math.max(1, Math.ceil((width[1] - width[0]) / (tasked.swathKm - 2 * marginKm)))
  const behind = Math.max(1, Math.ceil((length[1] - length[0]) / longestStripKm))
  const stretch = (length[1] - length[0]) / behind
  const strips: Strip[] = []
  for (let i = 0; i < beside; i++) {
    for (let j = 0; j < behind; j++) {
      const a = length[0] + (j + 0.5) * stretch
      const c = width[0] + ((i + 0.5) * (width[1] - width[0])) / beside
      const [lng, lat] = fromUtm(
        [x0 + 1000 * (a * along[0] + c * cross[0]), y0 + 1000 * (a * along[1] + c * cross[1])],
        epsg,
      )
      strips.push({ centre: [lng!, lat!], lengthKm: Math.max(tasked.sceneLengthKm, stretch + 2 * marginKm) })
    }
  }
  return strips
}

const range = (values: number[]): [number, number] => [Math.min(...values), Math.max(...values)]
const middle = ([low, high]: [number, number]) => (low + high) / 2
