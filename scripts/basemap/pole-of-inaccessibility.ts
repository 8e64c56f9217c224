import type { Position } from 'geojson'

/**
 * The point inside a polygon farthest from its edges: where a country's name has the most room. Quadtree search after
 * Garcia-Castellanos & Lombardo (2007) as Mapbox's polylabel does it, on longitudes shrunk by the cosine of the latitude.
 */
export function poleOfInaccessibility(rings: Position[][], precisionDegrees = 0.1): Position {
  const outer = rings[0] ?? []
  const lats = outer.map(([, lat = 0]) => lat)
  const shrink = Math.cos((((Math.min(...lats) + Math.max(...lats)) / 2) * Math.PI) / 180)
  const flat = rings.map((ring) => ring.map(([lng = 0, lat = 0]): [number, number] => [lng * shrink, lat]))
  const xs = (flat[0] ?? []).map(([x]) => x)
  const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...lats), Math.max(...lats)]

  const cell = (x: number, y: number, half: number) => {
    const distance = distanceToEdge(x, y, flat)
    return { x, y, half, distance, reach: distance + half * Math.SQRT2 }
  }
  const half = Math.min(east - west, north - south) / 2
  let best = cell((west + east) / 2, (south + north) / 2, 0)
  const queue = []
  for (let x = west; x < east; x += 2 * half) {
    for (let y = south; y < north; y += 2 * half) queue.push(cell(x + half, y + half, half))
  }
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (next.distance > best.distance) best = next
    if (next.reach - best.distance <= precisionDegrees) continue
    const h = next.half / 2
    for (const dx of [-h, h]) for (const dy of [-h, h]) queue.push(cell(next.x + dx, next.y + dy, h))
    queue.sort((a, b) => a.reach - b.reach)
  }
  return [best.x / shrink, best.y]
}

/** Positive inside, negative outside. */
function distanceToEdge(x: number, y: number, rings: [number, number][][]): number {
  let inside = false
  let nearest = Infinity
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [ax = 0, ay = 0] = ring[i] ?? []
      const [bx = 0, by = 0] = ring[j] ?? []
      if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside
      const dx = bx - ax
      const dy = by - ay
      const t = Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1)))
      nearest = Math.min(nearest, (x - ax - dx * t) ** 2 + (y - ay - dy * t) ** 2)
    }
  }
  return (inside ? 1 : -1) * Math.sqrt(nearest)
}
