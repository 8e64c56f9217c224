import { expect, test } from 'vitest'
import { aoiStatuses } from '#src/contract/aois.ts'
import { assetStatuses } from '#src/contract/assets.ts'
import { deliveryStatuses } from '#src/contract/deliveries.ts'
import { downloadStatuses } from '#src/contract/downloads.ts'
import { runStatuses } from '#src/contract/insights.ts'
import { orderItemStatuses, taskStatuses } from '#src/contract/order-items.ts'
import { visualizationStatuses } from '#src/contract/visualizations.ts'
import { stateOrPercent, stateWords } from './state-words.ts'

test('every state of the contract has one of few words, whatever each part of the service calls it', () => {
  const published: string[] = [
    aoiStatuses,
    assetStatuses,
    visualizationStatuses,
    downloadStatuses,
    runStatuses,
    orderItemStatuses,
    taskStatuses,
    deliveryStatuses.filter((status) => status !== 'UNSPECIFIED'),
  ].flat()
  expect(new Set(published.map((status) => stateWords(status).word))).toEqual(
    new Set(['Draft', 'Waiting', 'In progress', 'Ready', 'Partly ready', 'Failed', 'Cancelled', 'Expired']),
  )
  for (const raw of published) expect(stateWords(raw).raw).toBe(raw)
  expect(['success', 'SUCCESS', 'SUCCESSFUL', 'FULFILLED', 'completed'].map((raw) => stateWords(raw).word)).toEqual(
    Array(5).fill('Ready'),
  )
})

test('a word of its own comes first', () => {
  const own = { failed: { tone: 'fail', word: 'Not feasible' } } as const
  expect(stateWords('FAILED', own).word).toBe('Not feasible')
  expect(stateWords('SUCCESS', own).word).toBe('Ready')
})

test.each([
  ['AWAITING_REVIEW', 'Awaiting review'],
  ['constructor', 'Constructor'],
  ['', 'Unknown'],
  [null, 'Unknown'],
])('%s, which nobody knows yet, is shown instead of hidden', (raw, word) => {
  expect(stateWords(raw)).toMatchObject({ tone: 'idle', word })
})

test('progress is said while something is worked on', () => {
  expect(stateOrPercent('running', 41.6)).toMatchObject({ tone: 'busy', word: '42 %', raw: 'running' })
  expect(stateOrPercent('running', 0).word).toBe('In progress')
  expect(stateOrPercent('failed', 41).word).toBe('Failed')
})
