import type { Polygon, Position } from 'geojson'
import { inverse } from '#src/geo/projection.ts'
import type { Grid } from '#sandbox/raster/raster.ts'

/** Pixel corners as `y * (width + 1) + x`. */
type Ring = number[]

/**
 * The outline of every label (0 .. count - 1; negative: outside) as a polygon with holes along the pixel borders, in
 * lng/lat, outer rings counterclockwise (RFC 7946). Each label has to be one patch connected by edges.
 */
export function tracePolygons(labels: Int32Array, count: number, grid: Grid): (Polygon | null)[] {
  const { width, height } = grid
  const corners = width + 1
  // Border edges with their label on the right hand (y grows downward), by the corner they start at.
  const edges = Array.from({ length: count }, () => new Map<number, number[]>())
  const add = (label: number, from: number, to: number) => {
    const starts = edges[label]!
    const known = starts.get(from)
    if (known) known.push(to)
    else starts.set(from, [to])
  }
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= width || y >= height ? -1 : labels[y * width + x]!)
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const label = labels[y * width + x]!
      if (label < 0) continue
      const corner = y * corners + x
      if (at(x, y - 1) !== label) add(label, corner, corner + 1)
      if (at(x + 1, y) !== label) add(label, corner + 1, corner + 1 + corners)
      if (at(x, y + 1) !== label) add(label, corner + 1 + corners, corner + corners)
      if (at(x - 1, y) !== label) add(label, corner + corners, corner)
    }
  }
  const pixelHeight = grid.pixelSizeY ?? grid.pixelSize
  const position = (corner: number): Position => {
    const x = corner % corners
    const y = (corner - x) / corners
    const [lng, lat] = inverse([grid.originX + x * grid.pixelSize, grid.originY - y * pixelHeight], grid.epsg)
    // Seven decimals are a centimetre.
    return [Number(lng.toFixed(7)), Number(lat.toFixed(7))]
  }
  return edges.map((starts) => {
    const rings = ringsOf(starts, corners)
    if (rings.length === 0) return null
    const areas = rings.map((ring) => signedArea(ring, corners))
    // Rings run clockwise on the screen around the patch (positive with y downward), the other way around holes.
    const outer = areas.indexOf(Math.max(...areas))
    const ordered = [rings[outer]!, ...rings.filter((_, i) => i !== outer)]
    return { type: 'Polygon', coordinates: ordered.map((ring) => closed(ring.map(position).toReversed())) }
  })
}

function closed(ring: Position[]): Position[] {
  return [...ring, ring[0]!]
}

function ringsOf(starts: Map<number, number[]>, corners: number): Ring[] {
  const rings: Ring[] = []
  for (const first of starts.keys()) {
    while (starts.has(first)) {
      const ring: Ring = []
      let [corner, direction] = [first, 0]
      do {
        const nexts = starts.get(corner)!
        // Where the patch touches itself at a corner, a left turn goes on around the same gap. As the patch is connected by
        // edges, the two gaps at that corner are not one, so no ring passes a corner twice (what OGC asks of rings).
        const left = nexts.findIndex((to) => to - corner === turnedLeft(direction, corners))
        const next = nexts.splice(Math.max(0, left), 1)[0]!
        if (nexts.length === 0) starts.delete(corner)
        if (next - corner !== direction) ring.push(corner)
        direction = next - corner
        corner = next
      } while (corner !== first)
      rings.push(ring)
    }
  }
  return rings
}

/** Left of east is north, left of north is west: corners count rightward by 1 and downward by `corners`. */
function turnedLeft(direction: number, corners: number): number {
  if (direction === 1) return -corners
  if (direction === -corners) return -1
  if (direction === -1) return corners
  return 1
}

function signedArea(ring: Ring, corners: number): number {
  let sum = 0
  for (const [i, corner] of ring.entries()) {
    const next = ring[(i + 1) % ring.length]!
    const [x1, x2] = [corner % corners, next % corners]
    sum += x1 * ((next - x2) / corners) - x2 * ((corner - x1) / corners)
  }
  return sum / 2
}
