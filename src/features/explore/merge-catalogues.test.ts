import { expect, test } from 'vitest'
import type { Scene as StacScene } from '#src/contract/stac.ts'
import { laggard, mergeCatalogues, type Reading } from './merge-catalogues.ts'

const at = (day: number) => Date.parse(`2026-05-${String(day).padStart(2, '0')}T10:00:00Z`)
const item = (day: number): StacScene => ({
  id: `S${day}`,
  collection: 'a',
  geometry: null,
  properties: { datetime: new Date(at(day)).toISOString() },
})
const page = (days: number[], reached: number | null) => ({
  scenes: days.map(item),
  reached: reached === null ? null : at(reached),
})
const archive = (...pages: Reading['pages']): Reading => ({ source: 'archive', pages, isOver: false })
const analysis = (...pages: Reading['pages']): Reading => ({ source: 'analysis', pages, isOver: false })
const ids = (readings: Reading[]) => mergeCatalogues(readings, 'newest').map(({ id }) => id)

test('each scene is there once, and tells which catalogues have it', () => {
  const merged = mergeCatalogues([archive(page([20, 18], 18)), analysis(page([20, 19], 18))], 'newest')
  expect(merged.map(({ id, sources }) => [id, sources])).toEqual([
    ['S20', ['archive', 'analysis']],
    ['S19', ['analysis']],
    ['S18', ['archive']],
  ])
})

test('what lies beyond the place that one of them has reached is held back until it is there, at its end or failed', () => {
  const near = archive(page([20, 15], 15))
  const far = analysis(page([20, 15, 10], 5))
  expect(ids([near, far])).toEqual(['S20', 'S15'])
  expect(laggard([near, far], 'newest')).toBe('archive')
  expect(ids([archive(...near.pages, page([12], 12)), far])).toEqual(['S20', 'S15', 'S12'])
  expect(ids([{ ...near, isOver: true }, far])).toEqual(['S20', 'S15', 'S10'])
  expect(laggard([{ ...near, isOver: true }, far], 'newest')).toBe('analysis')
  expect(
    laggard(
      [
        { ...near, isOver: true },
        { ...far, isOver: true },
      ],
      'newest',
    ),
  ).toBeNull()
})

test('one that has not answered yet, or does not tell how far it is, holds nothing back', () => {
  expect(ids([archive(), analysis(page([20, 10], 5))])).toEqual(['S20', 'S10'])
  expect(ids([archive(page([9], null)), analysis(page([20, 10], 5))])).toEqual(['S20', 'S10', 'S9'])
  expect(laggard([archive(page([9], null)), analysis(page([20], 5), page([4], 3))], 'newest')).toBe('archive')
})

test('a row that stays the same stays the same object', () => {
  const readings = [archive(page([20, 18], 18)), analysis(page([19], 18))]
  const [first] = mergeCatalogues(readings, 'newest')
  const [again] = mergeCatalogues([...readings], 'newest')
  expect(again).toBe(first)
})
