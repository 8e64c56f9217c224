import type { Path } from './mercator.ts'

/** The part of a closed ring between two parallels of one axis (Sutherland & Hodgman 1974). 0 is x, 1 is y. */
export function clipRing(ring: Path, axis: 0 | 1, from: number, to: number): Path {
  return halfPlane(halfPlane(ring, axis, from, 1), axis, to, -1)
}

function halfPlane(ring: Path, axis: 0 | 1, limit: number, side: 1 | -1): Path {
  const kept: Path = []
  const count = ring.length / 2
  for (let i = 0; i < count; i++) {
    const j = (i + 1) % count
    const a: [number, number] = [ring[i * 2] ?? 0, ring[i * 2 + 1] ?? 0]
    const b: [number, number] = [ring[j * 2] ?? 0, ring[j * 2 + 1] ?? 0]
    const aInside = (a[axis] - limit) * side >= 0
    const bInside = (b[axis] - limit) * side >= 0
    if (aInside) kept.push(...a)
    if (aInside !== bInside) kept.push(...crossing(a, b, axis, limit))
  }
  return kept
}

/** The parts of a line between two parallels of one axis; a line that leaves and comes back gives several. */
export function clipLine(line: Path, axis: 0 | 1, from: number, to: number): Path[] {
  const parts: Path[] = []
  let part: Path = []
  for (let i = 0; i + 3 < line.length; i += 2) {
    const a: [number, number] = [line[i] ?? 0, line[i + 1] ?? 0]
    const b: [number, number] = [line[i + 2] ?? 0, line[i + 3] ?? 0]
    const low = Math.min(a[axis], b[axis])
    const high = Math.max(a[axis], b[axis])
    if (high < from || low > to) continue
    const start = inside(a, axis, from, to) ? a : crossing(a, b, axis, a[axis] < from ? from : to)
    const end = inside(b, axis, from, to) ? b : crossing(a, b, axis, b[axis] < from ? from : to)
    if (part.length === 0) part.push(...start)
    part.push(...end)
    if (end !== b) {
      parts.push(part)
      part = []
    }
  }
  if (part.length > 0) parts.push(part)
  return parts
}

function inside(point: [number, number], axis: 0 | 1, from: number, to: number): boolean {
  return point[axis] >= from && point[axis] <= to
}

function crossing(a: [number, number], b: [number, number], axis: 0 | 1, limit: number): [number, number] {
  const t = (limit - a[axis]) / (b[axis] - a[axis])
  const other = axis === 0 ? 1 : 0
  const along = a[other] + (b[other] - a[other]) * t
  return axis === 0 ? [limit, along] : [along, limit]
}
