import { expect, test } from 'vitest'
import type { Polygon } from 'geojson'
import { longestOnGlobe, outlineEdges } from './outline-edges.ts'

const grey = { colour: '#c8c8c8', opacity: 0.5 }

function polygon(...coordinates: [number, number][]): Polygon {
  return { type: 'Polygon', coordinates: [coordinates] }
}

test('one edge from corner to corner, on the square of Web Mercator', () => {
  const area = polygon([0, 0], [1.8, 0], [1.8, -1], [0, 0])
  const { ends, span } = outlineEdges([{ area, ...grey }])
  expect(ends).toHaveLength(3 * 4)
  expect(Array.from(ends.slice(0, 4))).toEqual([0.5, 0.5, expect.closeTo(0.505, 12), 0.5])
  // Southwards is down.
  expect(ends[7]).toBeGreaterThan(0.5)
  expect(span).toEqual([0.5, expect.closeTo(0.505, 12)])
})

test('holes and further parts have outlines too, and keep the colour of theirs', () => {
  const ring = [
    [0, 0],
    [1, 0],
    [1, 1],
    [0, 0],
  ]
  const { colours } = outlineEdges([
    { area: { type: 'MultiPolygon', coordinates: [[ring, ring], [ring]] }, ...grey },
    { area: { type: 'Polygon', coordinates: [ring] }, colour: '#ff8000', opacity: 1 },
  ])
  expect(colours).toHaveLength((9 + 3) * 4)
  expect(colours.slice(0, 4)).toEqual(Uint8Array.from([100, 100, 100, 128]))
  expect(colours.slice(9 * 4, 10 * 4)).toEqual(Uint8Array.from([255, 128, 0, 255]))
})

test('over the antimeridian edges go the short way', () => {
  const { ends, span } = outlineEdges([{ area: polygon([179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]), ...grey }])
  expect(span[0]).toBeCloseTo(359 / 360, 12)
  expect(span[1]).toBeCloseTo(361 / 360, 12)
  for (let i = 0; i < ends.length; i += 4) expect(Math.abs(ends[i]! - ends[i + 2]!)).toBeLessThan(0.01)
})

test('for the globe long edges are cut into pieces without a gap; poles end where the map does', () => {
  const { ends } = outlineEdges([{ area: polygon([-90, 0], [90, 0], [90, 90], [-90, 0]), ...grey }], longestOnGlobe)
  for (let i = 0; i < ends.length; i += 4) {
    expect(Math.hypot(ends[i]! - ends[i + 2]!, ends[i + 1]! - ends[i + 3]!)).toBeLessThan(longestOnGlobe + 1e-9)
    if (i > 0) expect([ends[i], ends[i + 1]]).toEqual([ends[i - 2], ends[i - 1]])
  }
  expect(Math.min(...ends)).toBeCloseTo(0, 9)
})
