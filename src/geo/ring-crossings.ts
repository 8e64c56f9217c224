import type { Position } from 'geojson'
import { polygonsOf, type Area } from './rings.ts'

export type Crossing = {
  at: Position
  /** Which two rings meet, as indices into the list given; the same twice where a ring crosses itself. */
  rings: [number, number]
  /** For the segment in each: the index of the point it starts from. */
  segments: [number, number]
}

type Segment = { ring: number; index: number; count: number; x1: number; y1: number; x2: number; y2: number }

/**
 * Where closed rings cross: within one ring any meeting of two edges that are not neighbours (crossing, overlap or touch);
 * between two rings only true crossings, since a hole may touch its outline. Stops after `most`. Sweeps over x, so cost grows
 * with the number of edges that lie above one another rather than with its square.
 */
export function ringCrossings(rings: Position[][], most = 10): Crossing[] {
  const segments = rings.flatMap(segmentsOf).toSorted((a, b) => a.x1 - b.x1)
  const found: Crossing[] = []
  const told = new Set<string>()
  let active: Segment[] = []
  for (const segment of segments) {
    active = active.filter((other) => other.x2 >= segment.x1)
    for (const other of active) {
      const at = meeting(other, segment)
      if (!at) continue
      // At a corner two edges meet two others: one place, told once.
      const place = `${at.join()} ${[other.ring, segment.ring].toSorted().join()}`
      if (told.has(place)) continue
      told.add(place)
      found.push({ at, rings: [other.ring, segment.ring], segments: [other.index, segment.index] })
      if (found.length >= most) return found
    }
    active.push(segment)
  }
  return found
}

/** Of an outline that does the inside is anyone's guess, and with it its size. */
export function crossesItself(area: Area): boolean {
  return ringCrossings(polygonsOf(area).flat(), 1).length > 0
}

function segmentsOf(ring: Position[], number: number): Segment[] {
  const count = ring.length - 1
  const segments: Segment[] = []
  for (let index = 0; index < count; index++) {
    const [xa = 0, ya = 0] = ring[index] ?? []
    const [xb = 0, yb = 0] = ring[index + 1] ?? []
    // A point written twice in a row makes an edge without length, which meets its neighbours by nature.
    if (xa === xb && ya === yb) continue
    const forwards = xa < xb || (xa === xb && ya < yb)
    const [x1, y1, x2, y2] = forwards ? [xa, ya, xb, yb] : [xb, yb, xa, ya]
    segments.push({ ring: number, index, count, x1, y1, x2, y2 })
  }
  return segments
}

function meeting(a: Segment, b: Segment): Position | undefined {
  if (Math.max(a.y1, a.y2) < Math.min(b.y1, b.y2) || Math.max(b.y1, b.y2) < Math.min(a.y1, a.y2)) return undefined
  const a1 = side(b, a.x1, a.y1)
  const a2 = side(b, a.x2, a.y2)
  const b1 = side(a, b.x1, b.y1)
  const b2 = side(a, b.x2, b.y2)
  if (a1 * a2 < 0 && b1 * b2 < 0) {
    const share = a1 / (a1 - a2)
    return [a.x1 + (a.x2 - a.x1) * share, a.y1 + (a.y2 - a.y1) * share]
  }
  if (a.ring !== b.ring) return undefined
  const apart = Math.abs(a.index - b.index)
  const neighbours = apart === 1 || apart === a.count - 1
  const ends: [number, number, number][] = [
    [a1, a.x1, a.y1],
    [a2, a.x2, a.y2],
  ]
  const others: [number, number, number][] = [
    [b1, b.x1, b.y1],
    [b2, b.x2, b.y2],
  ]
  const touches = [
    ...ends.filter(([turn, x, y]) => turn === 0 && within(b, x, y)),
    ...others.filter(([turn, x, y]) => turn === 0 && within(a, x, y)),
  ]
  const places = new Set(touches.map(([, x, y]) => `${x},${y}`))
  // Neighbours share their corner; only if they share more do they run back over each other.
  if (places.size <= (neighbours ? 1 : 0)) return undefined
  const [, x = 0, y = 0] = touches[0] ?? []
  return [x, y]
}

/** On which side of a segment's line a point lies: its sign; 0 on the line. */
function side(segment: Segment, x: number, y: number): number {
  return (segment.x2 - segment.x1) * (y - segment.y1) - (segment.y2 - segment.y1) * (x - segment.x1)
}

function within(segment: Segment, x: number, y: number): boolean {
  const inX = x >= segment.x1 && x <= segment.x2
  return inX && y >= Math.min(segment.y1, segment.y2) && y <= Math.max(segment.y1, segment.y2)
}
