import { expect, test } from 'vitest'
import { ApiError, NetworkError } from './errors.ts'
import { untilSettled } from './polling.ts'

const ask = untilSettled((word: string) => word === 'done', { everyMs: 1000, slowestMs: 10_000 })
const state = (data: string | undefined, dataUpdateCount: number, error: Error | null = null) => ({
  state: { data, dataUpdateCount, error, status: error ? ('error' as const) : ('success' as const) },
})

test('it is asked again until it is settled, slower the longer it takes', () => {
  expect(ask(state('working', 1))).toBe(1000)
  expect(ask(state('working', 10))).toBeGreaterThan(1500)
  expect(ask(state('working', 1000))).toBe(10_000)
  expect(ask(state('done', 3))).toBe(false)
})

test('a failure that may pass is waited out; a refusal, or a first answer that never came, is not', () => {
  const away = new NetworkError('gone')
  expect(ask(state('working', 3, away))).toBe(10_000)
  expect(ask(state('working', 3, new ApiError('getAoi', 502, 'HTTP_502', 'gone', null)))).toBe(10_000)
  expect(ask(state('working', 3, new ApiError('getAoi', 404, 'NOT_FOUND', 'none', null)))).toBe(false)
  expect(ask(state('done', 3, away))).toBe(false)
  expect(ask(state(undefined, 0, away))).toBe(false)
})
