import type { Position } from 'geojson'

/** Chords of arcs of 2°: they stray 0.015 % of the radius from the circle. */
const stepRadians = (2 * Math.PI) / 180

/** A chain of circular arcs, each from a point through the next to the one behind, as a line of short chords. */
export function lineOfArcs(points: readonly Position[]): Position[] {
  const line = points.slice(0, 1)
  for (let i = 0; i + 2 < points.length; i += 2) line.push(...arc(points[i]!, points[i + 1]!, points[i + 2]!))
  return line
}

/** Lines end to end as one. */
export function lineOfLines(lines: readonly Position[][]): Position[] {
  return lines.flatMap((line, i) => (i === 0 ? line : line.slice(1)))
}

/** The points behind the first. */
function arc(from: Position, through: Position, to: Position): Position[] {
  const circle = circleThrough(from, through, to)
  if (!circle) return [through, to]
  const [x, y, radius] = circle
  const angleOf = ([px = 0, py = 0]: Position) => Math.atan2(py - y, px - x)
  const turn = (angle: number) => ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI)
  const start = angleOf(from)
  const [middle, end] = [turn(angleOf(through) - start), turn(angleOf(to) - start) || 2 * Math.PI]
  const sweep = middle < end ? end : end - 2 * Math.PI
  const steps = Math.max(2, Math.ceil(Math.abs(sweep) / stepRadians))
  const inner = Array.from({ length: steps - 1 }, (_, i): Position => {
    const angle = start + (sweep * (i + 1)) / steps
    return [x + radius * Math.cos(angle), y + radius * Math.sin(angle)]
  })
  return [...inner, to]
}

/** None through points on one line. Where an arc ends at its start, the point between lies opposite: a whole circle. */
function circleThrough(
  [ax = 0, ay = 0]: Position,
  [bx = 0, by = 0]: Position,
  [cx = 0, cy = 0]: Position,
): [x: number, y: number, radius: number] | null {
  if (ax === cx && ay === cy) return [(ax + bx) / 2, (ay + by) / 2, Math.hypot(ax - bx, ay - by) / 2]
  // From the first point: large coordinates would cost digits.
  const [ux, uy, vx, vy] = [bx - ax, by - ay, cx - ax, cy - ay]
  const twice = 2 * (ux * vy - uy * vx)
  if (Math.abs(twice) <= 1e-12 * (ux * ux + uy * uy + vx * vx + vy * vy)) return null
  const [u, v] = [ux * ux + uy * uy, vx * vx + vy * vy]
  const [x, y] = [(vy * u - uy * v) / twice, (ux * v - vx * u) / twice]
  return [ax + x, ay + y, Math.hypot(x, y)]
}
