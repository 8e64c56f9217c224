import { expect, test } from 'vitest'
import { gridLabel, gridStep } from './grid-step.ts'

const pxPerDegree = (zoom: number) => (512 * 2 ** zoom) / 360

test('lines are round, and never so close that their labels touch', () => {
  expect([1, 2, 3, 4.5, 6, 8, 12, 16, 20].map((zoom) => gridStep(pxPerDegree(zoom), 'decimal').degrees)).toEqual([
    30, 15, 10, 5, 1, 0.5, 0.02, 0.001, 0.0001,
  ])
  for (let zoom = 0; zoom <= 20; zoom += 0.25) {
    for (const notation of ['decimal', 'dms'] as const) {
      const px = gridStep(pxPerDegree(zoom), notation).degrees * pxPerDegree(zoom)
      expect(px).toBeGreaterThan(zoom < 1 ? 40 : 79)
      expect(px).toBeLessThan(zoom > 19 ? 10_000 : 420)
    }
  }
})

test('in degrees, minutes and seconds they fall on whole ones', () => {
  const steps = [8, 11, 14, 17].map((zoom) => gridStep(pxPerDegree(zoom), 'dms').degrees * 3600)
  expect(steps.map((seconds) => Number(seconds.toFixed(6)))).toEqual([1200, 120, 20, 2])
})

test('labels have as many digits as the step tells apart', () => {
  const labelAt = (zoom: number, notation: 'decimal' | 'dms', degrees: number, axis: 'lng' | 'lat' = 'lng') =>
    gridLabel(degrees, axis, gridStep(pxPerDegree(zoom), notation))
  expect(labelAt(4, 'decimal', -70)).toBe('70° W')
  expect(labelAt(8, 'decimal', 13.5)).toBe('13.5° E')
  expect(labelAt(12, 'decimal', 3 * 0.02 + 52, 'lat')).toBe('52.06° N')
  expect(labelAt(4, 'dms', -30, 'lat')).toBe('30° S')
  expect(labelAt(8, 'dms', 13.5)).toBe(`13°30'E`)
  expect(labelAt(14, 'dms', -13 - 20 / 3600)).toBe(`13°00'20"W`)
  expect([labelAt(4, 'decimal', 0), labelAt(4, 'decimal', 0, 'lat'), labelAt(4, 'decimal', -180)]).toEqual([
    '0°',
    '0°',
    '180°',
  ])
})
