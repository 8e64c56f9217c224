import type { Position } from 'geojson'

/** A point surely inside a polygon (not on an edge, not in a hole): the middle of the widest stretch at half height. */
export function innerPoint(rings: Position[][]): Position {
  const lats = [...new Set(rings.flat().map(([, lat = 0]) => lat))].toSorted((a, b) => a - b)
  let best: { width: number; point: Position } = { width: -1, point: rings[0]?.[0] ?? [0, 0] }
  // Between two corners' heights no edge is touched at an end. The widest gap between heights is the safest.
  const gaps = lats.slice(1).map((lat, i) => ({ height: lat - (lats[i] ?? lat), lat: (lat + (lats[i] ?? lat)) / 2 }))
  for (const { lat } of gaps.toSorted((a, b) => b.height - a.height).slice(0, 5)) {
    const crossings = rings
      .flatMap((ring) => ring.slice(1).flatMap((to, i) => crossingAt(ring[i] ?? to, to, lat)))
      .toSorted((a, b) => a - b)
    for (let i = 0; i + 1 < crossings.length; i += 2) {
      const [west, east] = [crossings[i] ?? 0, crossings[i + 1] ?? 0]
      if (east - west > best.width) best = { width: east - west, point: [(west + east) / 2, lat] }
    }
  }
  return best.point
}

function crossingAt([x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position, lat: number): number[] {
  return y1 > lat === y2 > lat ? [] : [x1 + ((x2 - x1) * (lat - y1)) / (y2 - y1)]
}
