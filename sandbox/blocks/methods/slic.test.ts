import { area, booleanClockwise } from '@turf/turf'
import type { Polygon } from 'geojson'
import { expect, test } from 'vitest'
import { slic } from './slic.ts'
import { tracePolygons } from './trace-polygons.ts'

const [width, height] = [60, 40]
const grid = { epsg: 32633, originX: 365_000, originY: 5_807_000, pixelSize: 10, width, height }

/** Two halves parted by a slanted edge, with a corner of no data. */
function picture(): Float32Array {
  return Float32Array.from({ length: width * height }, (_, i) => {
    const [x, y] = [i % width, Math.floor(i / width)]
    if (x < 4 && y < 4) return NaN
    return (x > 20 + y / 2 ? 3 : 0) + 0.1 * Math.sin(i * 12.9898)
  })
}

test('segments keep to edges of the picture, are connected, and cover all valid pixels', () => {
  const layer = picture()
  const { labels, count } = slic([layer], width, height, { size: 8, compactness: 0.5 })
  expect(count).toBeGreaterThan(15)
  expect(count).toBeLessThan(80)
  const sides = new Map<number, Set<boolean>>()
  for (const [i, label] of labels.entries()) {
    expect(label >= 0).toBe(!Number.isNaN(layer[i]!))
    if (label >= 0) sides.set(label, (sides.get(label) ?? new Set()).add(layer[i]! > 1.5))
  }
  expect(sides.size).toBe(count)
  expect([...sides.values()].filter((both) => both.size > 1)).toHaveLength(0)
  expect(patches(labels)).toBe(count)
})

test('outlines hold exactly the pixels of their segment, holes left out, and turn the right way', () => {
  const labels = new Int32Array(width * height).fill(0)
  const set = (x: number, y: number, label: number) => (labels[y * width + x] = label)
  // A hole of one pixel, a hole of three in an L, two holes that meet at a corner, and outside.
  set(5, 5, 1)
  for (const [x, y] of [
    [10, 10],
    [11, 10],
    [10, 11],
  ] as const)
    set(x, y, 2)
  set(20, 20, 3)
  set(21, 21, 4)
  for (let y = 0; y < height; y++) set(width - 1, y, -1)
  const polygons = tracePolygons(labels, 5, grid)
  const pixels = [0, 1, 2, 3, 4].map((label) => labels.filter((one) => one === label).length)
  for (const [label, polygon] of polygons.entries()) {
    expect(area(polygon!) / 100 / pixels[label]!, `label ${label}`).toBeCloseTo(1, 2)
    const [outer, ...holes] = polygon!.coordinates
    expect(booleanClockwise(outer!)).toBe(false)
    for (const hole of holes) expect(booleanClockwise(hole)).toBe(true)
    for (const ring of polygon!.coordinates) expectSimple(ring)
  }
  expect(polygons[2]!.coordinates[0]).toHaveLength(7)
  // The two holes that meet at a corner stay two.
  expect(polygons[0]!.coordinates).toHaveLength(5)
})

test('a patch that closes around a gap at one corner has a ring and a hole, neither touching itself', () => {
  const small = { ...grid, width: 3, height: 3 }
  const [polygon] = tracePolygons(Int32Array.of(0, 0, 0, 0, -1, 0, 0, 0, -1), 1, small)
  expect(polygon!.coordinates).toHaveLength(2)
  for (const ring of polygon!.coordinates) expectSimple(ring)
  expect(area(polygon!) / 700).toBeCloseTo(1, 2)
})

test('segments of a noisy picture have outlines that do not cross themselves', () => {
  const { labels, count } = slic([picture()], width, height, { size: 6, compactness: 0.1 })
  const polygons = tracePolygons(labels, count, grid).filter((polygon): polygon is Polygon => polygon !== null)
  expect(polygons).toHaveLength(count)
  const total = polygons.reduce((sum, polygon) => sum + area(polygon), 0)
  expect(total / (100 * (width * height - 16))).toBeCloseTo(1, 2)
  for (const ring of polygons.flatMap(({ coordinates }) => coordinates)) expectSimple(ring)
})

/** Closed, and no corner twice. */
function expectSimple(ring: readonly number[][]) {
  expect(ring[0]).toEqual(ring.at(-1))
  expect(new Set(ring.map(String)).size).toBe(ring.length - 1)
}

/** Number of patches of equal labels that are connected by edges. */
function patches(labels: Int32Array): number {
  const seen = new Uint8Array(labels.length)
  let count = 0
  for (let start = 0; start < labels.length; start++) {
    if (seen[start] || labels[start]! < 0) continue
    count++
    const open = [start]
    seen[start] = 1
    for (let i = open.pop(); i !== undefined; i = open.pop()) {
      const x = i % width
      for (const j of [x > 0 ? i - 1 : -1, x < width - 1 ? i + 1 : -1, i - width, i + width]) {
        if (j < 0 || j >= labels.length || seen[j] || labels[j] !== labels[start]) continue
        seen[j] = 1
        open.push(j)
      }
    }
  }
  return count
}
