import { featureCollection, lineString, polygonize } from '@turf/turf'
import type { Position } from 'geojson'

type Segment = { a: Position; b: Position; cuts: { at: number; point: Position }[] }

/**
 * The outlines of the faces that lines cut the plane into. Lines may cross themselves and each other anywhere; loose ends bound
 * nothing and are left out. A face that lies inside of another and touches none of its lines is not cut out of that.
 */
export function planarFaces(lines: readonly Position[][]): Position[][] {
  const pieces = noded(lines.flatMap(segmentsOf))
  if (pieces.length < 3) return []
  const faces = polygonize(featureCollection(pieces.map(([a, b]) => lineString([a, b]))))
  return faces.features.flatMap(({ geometry }) => geometry.coordinates.slice(0, 1))
}

function segmentsOf(line: Position[]): Segment[] {
  return line.slice(1).flatMap(([x = 0, y = 0], i) => {
    const [fromX = 0, fromY = 0] = line[i] ?? []
    if (fromX === x && fromY === y) return []
    // From left to right, so that a sweep can go over them.
    const isForwards = fromX < x || (fromX === x && fromY < y)
    const [a, b]: Position[] = isForwards
      ? [
          [fromX, fromY],
          [x, y],
        ]
      : [
          [x, y],
          [fromX, fromY],
        ]
    return [{ a: a ?? [], b: b ?? [], cuts: [] }]
  })
}

/** The same lines cut wherever they meet, each piece once. */
function noded(segments: Segment[]): [Position, Position][] {
  const sorted = segments.toSorted((one, two) => one.a[0]! - two.a[0]!)
  let active: Segment[] = []
  for (const segment of sorted) {
    active = active.filter(({ b }) => b[0]! >= segment.a[0]!)
    for (const other of active) cutWhereTheyMeet(other, segment)
    active.push(segment)
  }
  const pieces = new Map<string, [Position, Position]>()
  for (const { a, b, cuts } of sorted) {
    const points = [a, ...cuts.toSorted((one, two) => one.at - two.at).map(({ point }) => point), b]
    for (const [i, to] of points.slice(1).entries()) {
      const from = points[i]!
      if (from[0] === to[0] && from[1] === to[1]) continue
      pieces.set([from.join(), to.join()].toSorted().join(' '), [from, to])
    }
  }
  return [...pieces.values()]
}

function cutWhereTheyMeet(one: Segment, two: Segment): void {
  // Ends first and as they are: a computed crossing would miss them by a digit.
  for (const [segment, other] of [
    [one, two],
    [two, one],
  ] as const) {
    for (const end of [other.a, other.b]) {
      const at = along(segment, end)
      if (at !== undefined) segment.cuts.push({ at, point: end })
    }
  }
  const crossing = crossingOf(one, two)
  if (!crossing) return
  one.cuts.push({ at: crossing.one, point: crossing.point })
  two.cuts.push({ at: crossing.two, point: crossing.point })
}

/** A billionth of the segment's length: for a side of 100 km a tenth of a millimetre. */
const tolerance = 1e-9

/** How far along the segment a point lies, from 0 to 1 without its ends; undefined when it lies beside it. */
function along({ a, b }: Segment, point: Position): number | undefined {
  const [dx, dy] = [b[0]! - a[0]!, b[1]! - a[1]!]
  const lengthSquared = dx * dx + dy * dy
  const at = ((point[0]! - a[0]!) * dx + (point[1]! - a[1]!) * dy) / lengthSquared
  const beside = Math.abs((point[0]! - a[0]!) * dy - (point[1]! - a[1]!) * dx) / lengthSquared
  return beside <= tolerance && at > tolerance && at < 1 - tolerance ? at : undefined
}

function crossingOf(one: Segment, two: Segment): { one: number; two: number; point: Position } | undefined {
  const [dx1, dy1] = [one.b[0]! - one.a[0]!, one.b[1]! - one.a[1]!]
  const [dx2, dy2] = [two.b[0]! - two.a[0]!, two.b[1]! - two.a[1]!]
  const turn = dx1 * dy2 - dy1 * dx2
  if (turn === 0) return undefined
  const [x, y] = [two.a[0]! - one.a[0]!, two.a[1]! - one.a[1]!]
  const [atOne, atTwo] = [(x * dy2 - y * dx2) / turn, (x * dy1 - y * dx1) / turn]
  const isInside = (at: number) => at > tolerance && at < 1 - tolerance
  if (!isInside(atOne) || !isInside(atTwo)) return undefined
  return { one: atOne, two: atTwo, point: [one.a[0]! + dx1 * atOne, one.a[1]! + dy1 * atOne] }
}
