import type { MultiPolygon, Polygon, Position } from 'geojson'

export type Area = Polygon | MultiPolygon

/** The polygons of an area, each as its rings: the outer one first, then the holes. */
export function polygonsOf(area: Area): Position[][][] {
  return area.type === 'Polygon' ? [area.coordinates] : area.coordinates
}

/** One polygon becomes a Polygon, several a MultiPolygon. */
export function areaFrom(polygons: Position[][][]): Area {
  const [only] = polygons
  return only && polygons.length === 1
    ? { type: 'Polygon', coordinates: only }
    : { type: 'MultiPolygon', coordinates: polygons }
}

/** A ring's corners without the one that repeats the first at the end. */
export function openRing(ring: Position[]): Position[] {
  const [first, last] = [ring[0], ring.at(-1)]
  return ring.length > 1 && first && last && samePlace(first, last) ? ring.slice(0, -1) : ring
}

export function samePlace(a: Position, b: Position): boolean {
  return a[0] === b[0] && a[1] === b[1]
}

/** Twice the signed plane area of a ring in its own units: positive if it runs counterclockwise. */
export function signedTwiceArea(ring: Position[]): number {
  const [x0 = 0, y0 = 0] = ring[0] ?? []
  let sum = 0
  for (let i = 0; i < ring.length; i++) {
    const [x1 = 0, y1 = 0] = ring[i] ?? []
    const [x2 = 0, y2 = 0] = ring[(i + 1) % ring.length] ?? []
    // Relative to the first corner, so that large coordinates cost no digits.
    sum += (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0)
  }
  return sum
}
