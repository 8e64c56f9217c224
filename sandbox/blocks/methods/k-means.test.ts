import { expect, test } from 'vitest'
import { kMeans, nearestCentroid } from './k-means.ts'

/** Three clouds of points around (0, 0), (10, 0) and (0, 10). */
const points = Float32Array.from({ length: 600 }, (_, i) => {
  const point = i >> 1
  const centre = [
    [0, 0],
    [10, 0],
    [0, 10],
  ][point % 3]![i % 2]!
  return centre + Math.sin(point * 78.233 + (i % 2) * 37.7)
})

test('clouds that lie apart are found, whatever the seed', () => {
  for (const seed of [1, 2, 3, 99]) {
    const { centroids, counts } = kMeans(points, 2, 3, seed)
    const rounded = centroids.map((c) => [...c].map((x) => Math.abs(Math.round(x))).join()).toSorted()
    expect(rounded).toEqual(['0,0', '0,10', '10,0'])
    expect(counts.toSorted()).toEqual([100, 100, 100])
  }
})

test('every point ends nearest to the mean of its own group', () => {
  const { centroids } = kMeans(points, 2, 5, 4)
  const groups = centroids.map((): number[] => [])
  for (let p = 0; p < 300; p++) groups[nearestCentroid(points, p * 2, centroids)]!.push(p)
  for (const [c, members] of groups.entries()) {
    const mean = [0, 1].map((d) => members.reduce((sum, p) => sum + points[p * 2 + d]!, 0) / members.length)
    expect(mean[0]).toBeCloseTo(centroids[c]![0]!, 6)
    expect(mean[1]).toBeCloseTo(centroids[c]![1]!, 6)
  }
})

test('the same seed gives the same groups; too few points give fewer', () => {
  expect(kMeans(points, 2, 4, 7)).toEqual(kMeans(points, 2, 4, 7))
  expect(kMeans(Float32Array.from([1, 1, 2, 2, 1, 1]), 2, 5, 1).centroids).toHaveLength(2)
})
