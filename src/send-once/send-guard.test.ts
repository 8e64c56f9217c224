import { expect, test } from 'vitest'
import { memoryStorage } from '#src/kept/memory-storage.ts'
import { createSendGuard } from './send-guard.ts'

const guardOf = (storage: () => Storage, nowMs?: () => number) =>
  createSendGuard<readonly string[]>('tests', storage, nowMs)

test('of each subject one is sent at a time', () => {
  const guard = guardOf(memoryStorage)
  expect(guard.begin('lakes')).toBe(true)
  expect(guard.begin('lakes')).toBe(false)
  guard.send('lakes', ['old'])
  expect(guard.begin('lakes')).toBe(false)
  expect(guard.begin('fields')).toBe(true)
  guard.end('lakes')
  expect(guard.begin('lakes')).toBe(true)
})

test('what was sent before a reload is unknown after it; what was not sent is forgotten', () => {
  const storage = memoryStorage()
  const before = guardOf(
    () => storage,
    () => 7,
  )
  before.begin('lakes')
  before.send('lakes', ['old'])
  before.begin('fields')
  const after = guardOf(() => storage)
  expect(after.snapshot()).toEqual({ lakes: { state: 'unknown', memo: ['old'], changedMs: 7 } })
  expect(after.begin('lakes')).toBe(false)
  expect(after.begin('fields')).toBe(true)
  after.end('lakes')
  expect(guardOf(() => storage).snapshot()).toEqual({})
})

test('silence keeps what it is found by, and listeners hear of it', () => {
  const guard = guardOf(memoryStorage)
  let heard = 0
  const unsubscribe = guard.subscribe(() => heard++)
  guard.begin('lakes')
  guard.send('lakes', ['old'])
  guard.markUnknown('lakes')
  expect(guard.snapshot()['lakes']).toMatchObject({ state: 'unknown', memo: ['old'] })
  unsubscribe()
  guard.end('lakes')
  expect(heard).toBe(3)
})

test('a storage that is broken or closed stops nothing', () => {
  const storage = memoryStorage()
  for (const text of ['{nonsense', 'null', '7', '{"lakes":null}', '{"lakes":{"state":"sending"}}']) {
    storage.setItem('swath.sending.tests', text)
    expect(guardOf(() => storage).begin('lakes')).toBe(true)
  }
  const closed = guardOf(() => {
    throw new Error('closed')
  })
  expect(closed.begin('lakes')).toBe(true)
  expect(closed.begin('lakes')).toBe(false)
})
