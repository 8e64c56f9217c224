import { expect, test } from 'vitest'
import { readWorkflowsParams, writeWorkflowsParams } from './workflows-search-params.ts'

test('the address brings the list back, and a broken one the start', () => {
  const search = writeWorkflowsParams({ q: 'lake', page: 2 })
  expect(readWorkflowsParams(search)).toEqual({ q: 'lake', page: 2 })
  expect(String(writeWorkflowsParams({ q: '', page: 1 }))).toBe('')
  expect(readWorkflowsParams(new URLSearchParams('page=-3'))).toEqual({ q: '', page: 1 })
})
