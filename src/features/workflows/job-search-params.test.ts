import { expect, test } from 'vitest'
import { readResultSettings } from '#src/blocks/results/result-settings.ts'
import { readTask, writeTask } from './job-search-params.ts'

test('the address brings task and result back; a result without its task is nothing', () => {
  const search = writeTask('t1', 'land_cover')
  expect(readTask(search)).toBe('t1')
  expect(readResultSettings(search).output).toBe('land_cover')
  expect(String(writeTask(null, 'land_cover'))).toBe('')
  expect(readTask(new URLSearchParams('task='))).toBeNull()
})
