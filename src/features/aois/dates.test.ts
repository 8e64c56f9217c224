import { expect, test } from 'vitest'
import type { Asset } from '#src/contract/assets.ts'
import { datesOf, dateToShow, shownFiles } from './dates.ts'

const asset = (id: string, date: string, change: Partial<Asset> = {}): Asset => ({
  id,
  date,
  asset_type: 'mosaic',
  status: 'success',
  path: `https://x/${id}.tif`,
  ...change,
})

const assets = [
  asset('a', '2026-07-05'),
  asset('b', '2026-09-17', { status: 'creating', path: null }),
  asset('c', '2026-07-05'),
  asset('d', '2026-07-05', { asset_type: 'visualization' }),
  asset('e', '2026-08-01T00:00:00Z', { asset_type: 'stac_item' }),
]

test('days come from the mosaics, the newest first', () => {
  expect(datesOf(assets).map(({ date, mosaics }) => [date, ...mosaics.map(({ id }) => id)])).toEqual([
    ['2026-09-17', 'b'],
    ['2026-07-05', 'a', 'c'],
  ])
})

test('shows the day asked for, else the newest that has a picture', () => {
  const dates = datesOf(assets)
  expect(dateToShow(dates, '2026-09-17')?.date).toBe('2026-09-17')
  expect(dateToShow(dates, '2020-01-01')?.date).toBe('2026-07-05')
  expect(dateToShow(dates.slice(0, 1), null)?.date).toBe('2026-09-17')
  expect(dateToShow([], null)).toBeUndefined()
})

test('only finished files with an address can be drawn', () => {
  expect(shownFiles(assets.slice(0, 2))).toEqual([{ id: 'a', url: 'https://x/a.tif' }])
})
