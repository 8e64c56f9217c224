import { expect, test } from 'vitest'
import { readAoiSearchParams, writeAoiSearchParams } from './aoi-search-params.ts'

test('reads what the screen shows, and falls back where the URL makes no sense', () => {
  expect(readAoiSearchParams(new URLSearchParams('date=2026-09-17&show=abc&mode=theoretical'))).toEqual({
    date: '2026-09-17',
    show: 'abc',
    mode: 'theoretical',
  })
  expect(readAoiSearchParams(new URLSearchParams('date=yesterday&show=&mode=?'))).toEqual({
    date: null,
    show: 'true_colour',
    mode: null,
  })
})

test('writes only what differs from the usual, and keeps what is not its own', () => {
  const params = new URLSearchParams('q=1&mode=dynamic&show=abc')
  expect(writeAoiSearchParams(params, { mode: null, date: '2026-09-17' }).toString()).toBe(
    'q=1&show=abc&date=2026-09-17',
  )
  expect(writeAoiSearchParams(params, { show: 'true_colour' }).toString()).toBe('q=1&mode=dynamic')
})
