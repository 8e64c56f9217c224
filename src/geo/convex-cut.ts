import type { Position } from 'geojson'

/** Closed curves without the repeated first corner, in the plane of longitude and latitude: outer ones counterclockwise, holes clockwise. */
export type Curves = readonly Position[][]

/** Whether a ring without its repeated corner is convex. Corners that lie on a straight line are allowed. */
export function isConvex(ring: readonly Position[]): boolean {
  let side = 0
  let turnsOfX = 0
  let lastDx = 0
  for (let i = 0; i < ring.length; i++) {
    const [a, b, c] = [ring[i]!, ring[(i + 1) % ring.length]!, ring[(i + 2) % ring.length]!]
    const turn = sideOf(a, b, c)
    if (turn !== 0 && side !== 0 && turn > 0 !== side > 0) return false
    if (turn !== 0) side = turn
    const dx = b[0]! - a[0]!
    if (dx !== 0 && lastDx !== 0 && dx > 0 !== lastDx > 0) turnsOfX++
    if (dx !== 0) lastDx = dx
  }
  // A star turns to one side all the way, too, but goes round more than once.
  return side !== 0 && turnsOfX <= 2
}

/**
 * What of the curves lies in a convex ring (counterclockwise), and the pieces that lie around it. A cut along a line keeps
 * how often each place is gone round, so areas stay exact although pieces may hang together by edges without width.
 */
export function cutByConvex(curves: Curves, convex: readonly Position[]): { inside: Curves; around: Curves[] } {
  const around: Curves[] = []
  let inside = curves
  for (let i = 0; i < convex.length && inside.length > 0; i++) {
    const [a, b] = [convex[i]!, convex[(i + 1) % convex.length]!]
    const beyond = leftOf(inside, b, a)
    if (beyond.length > 0) around.push(beyond)
    inside = leftOf(inside, a, b)
  }
  return { inside, around }
}

/** The part of the curves on the left of the line from `a` to `b` (Sutherland and Hodgman 1974). */
function leftOf(curves: Curves, a: Position, b: Position): Curves {
  return curves.flatMap((curve) => {
    const sides = curve.map((corner) => sideOf(a, b, corner))
    if (sides.every((side) => side >= 0)) return [curve]
    if (sides.every((side) => side <= 0)) return []
    const kept: Position[] = []
    for (const [i, corner] of curve.entries()) {
      const next = (i + 1) % curve.length
      const [here, there] = [sides[i]!, sides[next]!]
      if (here >= 0) kept.push(corner)
      if (here > 0 !== there > 0 && here !== 0 && there !== 0)
        kept.push(between(corner, curve[next]!, here / (here - there)))
    }
    return kept.length >= 3 ? [kept] : []
  })
}

/** Positive when `c` lies on the left of the line from `a` to `b`. */
function sideOf(a: Position, b: Position, c: Position): number {
  return (b[0]! - a[0]!) * (c[1]! - a[1]!) - (b[1]! - a[1]!) * (c[0]! - a[0]!)
}

function between(a: Position, b: Position, share: number): Position {
  return [a[0]! + (b[0]! - a[0]!) * share, a[1]! + (b[1]! - a[1]!) * share]
}
