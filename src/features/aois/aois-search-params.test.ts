import { expect, test } from 'vitest'
import { readAoisSearchParams, writeAoisSearchParams } from './aois-search-params.ts'

test('reads search and page, and falls back to the start', () => {
  expect(readAoisSearchParams(new URLSearchParams('q=%20havel&page=3'))).toEqual({ q: 'havel', page: 3 })
  expect(readAoisSearchParams(new URLSearchParams('page=-1'))).toEqual({ q: '', page: 1 })
  expect(readAoisSearchParams(new URLSearchParams('page=x'))).toEqual({ q: '', page: 1 })
})

test('another search starts at its first page', () => {
  const params = new URLSearchParams('q=havel&page=3')
  expect(writeAoisSearchParams(params, { page: 4 }).toString()).toBe('q=havel&page=4')
  expect(writeAoisSearchParams(params, { q: 'spree' }).toString()).toBe('q=spree')
  expect(writeAoisSearchParams(params, { q: '', page: 1 }).toString()).toBe('')
})
