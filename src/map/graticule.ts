import type { Feature, MultiLineString, Position } from 'geojson'

/** Meridians and parallels every `step` degrees, with points close enough to bend on the globe. */
export function graticuleLines(step = 10): Feature<MultiLineString> {
  const lines: Position[][] = []
  // Meridians stop at 80 degrees, where they would run together into a star.
  for (let lng = -180; lng < 180; lng += step) lines.push(steps(-80, 80).map((lat) => [lng, lat]))
  for (let lat = -80; lat <= 80; lat += step) lines.push(steps(-180, 180).map((lng) => [lng, lat]))
  return { type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates: lines } }
}

function steps(from: number, to: number): number[] {
  return Array.from({ length: (to - from) / 5 + 1 }, (_, i) => from + i * 5)
}
