import type { Position } from 'geojson'
import { crossesAntimeridian, longitudeStep, splitAtAntimeridian } from './antimeridian.ts'
import { areaFrom, openRing, polygonsOf, samePlace, signedTwiceArea } from './rings.ts'
import type { Area } from './rings.ts'

export const cutAtAntimeridian = 'cut the area at the antimeridian'

/**
 * Repairs what can only have been meant one way: repeated points, spikes, rings left open, longitudes past 180, outlines across the
 * antimeridian, direction of rings (RFC 7946, 3.1.6: outlines counterclockwise), heights, holes and parts without area.
 * `fixes` says in words what was done; empty means the area was in order. Crossings are left to the person.
 */
export function fixPolygon(area: Area): { area: Area; fixes: string[] } {
  const fixes = new Set<string>()
  const polygons: Position[][][] = []
  for (const rings of polygonsOf(area)) {
    const kept: Position[][] = []
    for (const [i, ring] of rings.entries()) {
      const closed = closeRing(ring, fixes)
      if (closed.length >= 4) kept.push(closed)
      else if (i === 0) break
      else fixes.add('removed a hole without area')
    }
    if (kept.length > 0) polygons.push(kept)
    else fixes.add('removed a part without area')
  }
  if (polygons.length === 0) return { area, fixes: [] }

  let fixed = areaFrom(polygons)
  if (polygons.flat().some(crossesAntimeridian)) {
    fixed = splitAtAntimeridian(fixed)
    fixes.add(cutAtAntimeridian)
  } else if (polygons.flat(2).some(([lng = 0]) => Math.abs(lng) > 180)) {
    fixed = splitAtAntimeridian(fixed)
    fixes.add('brought longitudes into -180 to 180')
  }
  const wound = polygonsOf(fixed).map((rings) => rings.map((ring, i) => wind(ring, i === 0, fixes)))
  const result = areaFrom(wound)
  // A MultiPolygon of one part stays one, unless something else changed anyway.
  return fixes.size === 0 ? { area, fixes: [] } : { area: result, fixes: [...fixes] }
}

function closeRing(ring: Position[], fixes: Set<string>): Position[] {
  const flat = ring.map(([lng = NaN, lat = NaN]) => [lng, lat])
  if (ring.some((point) => point.length > 2)) fixes.add('removed heights')
  const corners = openRing(flat).filter((point, i, all) => i === 0 || !samePlace(point, all[i - 1] ?? []))
  if (corners.length < openRing(flat).length) fixes.add('removed repeated points')
  const [first, last] = [flat[0], flat.at(-1)]
  if (!first || !last) return []
  if (!samePlace(first, last)) fixes.add('closed an open ring')
  const blunt = withoutSpikes(corners)
  if (blunt.length < corners.length) fixes.add('removed a spike without area')
  return blunt[0] ? [...blunt, [...blunt[0]]] : []
}

/** Corners of an open ring without those where it only runs out and back along the same line. */
function withoutSpikes(corners: Position[]): Position[] {
  let kept = corners
  while (kept.length > 2) {
    const count = kept.length
    const at = kept.findIndex((corner, i) => isSpike(kept[(i + count - 1) % count]!, corner, kept[(i + 1) % count]!))
    if (at === -1) break
    kept = kept.filter((_, i) => i !== at).filter((point, i, all) => i === 0 || !samePlace(point, all[i - 1]!))
    if (kept.length > 1 && samePlace(kept[0]!, kept.at(-1)!)) kept = kept.slice(0, -1)
  }
  return kept
}

function isSpike([x0 = 0, y0 = 0]: Position, [x1 = 0, y1 = 0]: Position, [x2 = 0, y2 = 0]: Position): boolean {
  // The short way round: along a parallel around the pole nothing runs back.
  const [inX, inY, outX, outY] = [longitudeStep(x0, x1), y1 - y0, longitudeStep(x1, x2), y2 - y1]
  const [turn, length] = [inX * outY - inY * outX, Math.hypot(inX, inY) * Math.hypot(outX, outY)]
  return Math.abs(turn) <= 1e-9 * length && inX * outX + inY * outY < 0
}

function wind(ring: Position[], isOuter: boolean, fixes: Set<string>): Position[] {
  if (signedTwiceArea(ring) > 0 === isOuter) return ring
  fixes.add('turned rings the right way round')
  return ring.toReversed()
}
