import { expect, test } from 'vitest'
import { memoryStorage } from '#src/kept/memory-storage.ts'
import { createRunGuard } from './run-guard.ts'

test('a workflow is run once at a time, others meanwhile', () => {
  const guard = createRunGuard(memoryStorage)
  expect(guard.begin('lakes')).toBe(true)
  expect(guard.begin('lakes')).toBe(false)
  expect(guard.begin('fields')).toBe(true)
  guard.end('lakes')
  expect(guard.begin('lakes')).toBe(true)
})

test('what was sent before a reload is unknown after it; what was not sent is forgotten', () => {
  const storage = memoryStorage()
  const before = createRunGuard(
    () => storage,
    () => 7,
  )
  before.begin('lakes')
  before.send('lakes', ['old'])
  before.begin('fields')
  const after = createRunGuard(() => storage)
  expect(after.snapshot()).toEqual({ lakes: { state: 'unknown', knownIds: ['old'], changedMs: 7 } })
  expect(after.begin('lakes')).toBe(false)
  expect(after.begin('fields')).toBe(true)
})

test('silence keeps what was known, and listeners hear of it', () => {
  const guard = createRunGuard(memoryStorage)
  let heard = 0
  guard.subscribe(() => heard++)
  guard.begin('lakes')
  guard.send('lakes', ['old'])
  guard.markUnknown('lakes')
  expect(guard.snapshot()['lakes']).toMatchObject({ state: 'unknown', knownIds: ['old'] })
  expect(heard).toBe(3)
})

test('a storage that is broken or closed stops nothing', () => {
  const storage = memoryStorage()
  storage.setItem('swath.runs', '{nonsense')
  expect(createRunGuard(() => storage).begin('lakes')).toBe(true)
  const closed = createRunGuard(() => {
    throw new Error('closed')
  })
  expect(closed.begin('lakes')).toBe(true)
  expect(closed.begin('lakes')).toBe(false)
})
