import { expect, test } from 'vitest'
import { layoutGraph, stepHeightPx, stepWidthPx } from './layout-graph.ts'
import { readSpec } from './workflow-graph.ts'

const graph = readSpec({
  nodes: ['area', 'stress', 'components', 'patches', 'figures'].map((id) => ({ id })),
  edges: [
    { from: 'area', to: 'stress' },
    { from: 'area', to: 'components' },
    { from: 'components', to: 'patches' },
    { from: 'patches', to: 'figures' },
    { from: 'stress', to: 'figures' },
    { from: 'area', to: 'figures' },
    // Two things may flow along one line.
    { from: 'area', to: 'components' },
  ],
})!

test('every step lies below those it waits for, and none over another', () => {
  const { places, width, height } = layoutGraph(graph)
  for (const { from, to } of graph.flows)
    expect(places.get(to)!.y, `${from} to ${to}`).toBeGreaterThan(places.get(from)!.y + stepHeightPx)
  const all = [...places.values()]
  for (const [i, a] of all.entries()) {
    expect(a.x).toBeGreaterThanOrEqual(0)
    expect(a.x + stepWidthPx).toBeLessThanOrEqual(width)
    expect(a.y + stepHeightPx).toBeLessThanOrEqual(height)
    for (const b of all.slice(i + 1))
      expect(Math.abs(a.x - b.x) >= stepWidthPx || Math.abs(a.y - b.y) >= stepHeightPx).toBe(true)
  }
})

test('what can begin together lies side by side', () => {
  const { places } = layoutGraph(graph)
  expect(places.get('stress')!.y).toBe(places.get('components')!.y)
  expect(places.get('patches')!.y).toBeGreaterThan(places.get('stress')!.y)
})

test('a line joins the lower edge of a step with the upper edge of the next, and goes around what lies between', () => {
  const { lines, places } = layoutGraph(graph)
  expect(lines).toHaveLength(6)
  const line = lines.find(({ from, to }) => from === 'area' && to === 'figures')!
  const numbers = line.path.match(/-?\d+(\.\d+)?/g)!.map(Number)
  const points = Array.from({ length: numbers.length / 2 }, (_, i) => [numbers[2 * i]!, numbers[2 * i + 1]!] as const)
  const [start, end] = [places.get('area')!, places.get('figures')!]
  expect(points[0]).toEqual([start.x + stepWidthPx / 2, start.y + stepHeightPx])
  expect(points.at(-1)).toEqual([end.x + stepWidthPx / 2, end.y])
  expect(Math.min(...points.map(([x]) => x))).toBeGreaterThanOrEqual(0)
  for (const id of ['stress', 'components', 'patches']) {
    const { x, y } = places.get(id)!
    const inside = points.filter(([px, py]) => px > x && px < x + stepWidthPx && py > y && py < y + stepHeightPx)
    expect(inside, id).toEqual([])
  }
})

test('a circle is laid out all the same, and nothing takes no room', () => {
  const circle = readSpec({
    nodes: [{ id: 'a' }, { id: 'b' }],
    edges: [
      { from: 'a', to: 'b' },
      { from: 'b', to: 'a' },
    ],
  })!
  expect(layoutGraph(circle).places.size).toBe(2)
  expect(layoutGraph({ steps: [], flows: [] }).lines).toEqual([])
})
