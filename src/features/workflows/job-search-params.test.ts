import { expect, test } from 'vitest'
import { readJobSearchParams, writeJobSearchParams } from './job-search-params.ts'

test('the address brings task and result back; a result without its task is nothing', () => {
  const shown = { task: 't1', result: 'land_cover' }
  expect(readJobSearchParams(writeJobSearchParams(shown))).toEqual(shown)
  expect(String(writeJobSearchParams({ task: null, result: 'land_cover' }))).toBe('')
  expect(readJobSearchParams(new URLSearchParams('task='))).toEqual({ task: null, result: null })
})
