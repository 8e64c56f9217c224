import { expect, test } from 'vitest'
import type { Scene } from '#src/scenes/scene.ts'
import { timelineBuckets } from './timeline-buckets.ts'

const scene = (datetime: string, cloudCoverPercent?: number) => ({ datetime, cloudCoverPercent }) as Scene

test('more than a year is told by months, the ends cut to the period', () => {
  const buckets = timelineBuckets([], '2025-11-24', '2026-12-24')
  expect(buckets).toHaveLength(14)
  expect(buckets[0]).toMatchObject({ from: '2025-11-24', to: '2025-11-30' })
  expect(buckets[3]).toMatchObject({ from: '2026-02-01', to: '2026-02-28' })
  expect(buckets.at(-1)).toMatchObject({ from: '2026-12-01', to: '2026-12-24' })
})

test('a year by weeks from Monday, a month by days', () => {
  const weeks = timelineBuckets([], '2026-04-01', '2026-06-30')
  // 2026-04-01 is a Wednesday.
  expect(weeks[0]).toMatchObject({ from: '2026-04-01', to: '2026-04-05' })
  expect(weeks[1]).toMatchObject({ from: '2026-04-06', to: '2026-04-12' })
  expect(timelineBuckets([], '2026-04-01', '2026-04-30')).toHaveLength(30)
})

test('no day is left out and none counts twice', () => {
  for (const [from, to] of [
    ['2024-02-10', '2026-03-05'],
    ['2026-01-01', '2026-05-05'],
    ['2026-01-31', '2026-02-02'],
  ] as const) {
    const buckets = timelineBuckets([], from, to)
    expect(buckets[0]?.from).toBe(from)
    expect(buckets.at(-1)?.to).toBe(to)
    for (const [i, bucket] of buckets.slice(1).entries()) {
      expect(Date.parse(bucket.from) - Date.parse(buckets[i]!.to)).toBe(86_400_000)
    }
  }
})

test('scenes fall into their day in UTC, clear and cloudy apart, the last minute included', () => {
  const scenes = [
    scene('2026-04-02T00:00:00Z', 0),
    scene('2026-04-02T23:59:59Z', 20),
    scene('2026-04-02T12:00:00Z', 20.1),
    scene('2026-04-03T23:59:30Z'),
    scene('2026-04-04T00:00:00Z', 0),
    scene('2026-03-31T23:59:59Z', 0),
  ]
  const buckets = timelineBuckets(scenes, '2026-04-01', '2026-04-03')
  expect(buckets.map(({ clear, cloudy }) => [clear, cloudy])).toEqual([
    [0, 0],
    [2, 1],
    [0, 1],
  ])
})

test('a period the wrong way round has none', () => {
  expect(timelineBuckets([], '2026-04-03', '2026-04-01')).toEqual([])
})
