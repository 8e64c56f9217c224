import { expect, test } from 'vitest'
import { readIndicesSearchParams, writeIndicesSearchParams } from './indices-search-params.ts'

test('reads what is looked for, and falls back', () => {
  expect(readIndicesSearchParams(new URLSearchParams('satellite=s2&q=water&type=custom&index=a'))).toEqual({
    satellite: 's2',
    q: 'water',
    type: 'custom',
    index: 'a',
  })
  expect(readIndicesSearchParams(new URLSearchParams('satellite=&type=odd'))).toEqual({
    satellite: null,
    q: '',
    type: 'all',
    index: null,
  })
})

test('leaves out what is as usual', () => {
  const params = new URLSearchParams('satellite=s2&q=water&index=a')
  expect(writeIndicesSearchParams(params, { q: '', index: null, type: 'preset' }).toString()).toBe(
    'satellite=s2&type=preset',
  )
  expect(writeIndicesSearchParams(params, { type: 'all' }).toString()).toBe('satellite=s2&q=water&index=a')
})
