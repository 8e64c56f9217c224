import { expect, it } from 'vitest'
import { createDownloadList } from './download-list.ts'
import type { DownloadSource } from './download-source.ts'
import { memoryStorage } from '#src/kept/memory-storage.ts'

const source: DownloadSource = { kind: 'catalog', catalogIds: ['c1'] }
const other: DownloadSource = { kind: 'catalog', catalogIds: ['c2'] }

function listWith(storage = memoryStorage()) {
  let now = 1000
  const list = createDownloadList(
    () => storage,
    () => now,
  )
  const only = () => {
    const [entry] = list.snapshot()
    if (!entry) throw new Error('the list is empty')
    return entry
  }
  return { list, only, storage, pass: (ms: number) => (now += ms) }
}

it('keeps the newest first, each file once', () => {
  const { list } = listWith()
  list.add(source, 'one')
  list.add(other, 'two')
  list.add(source, 'one again')
  expect(list.snapshot().map(({ label }) => label)).toEqual(['two', 'one'])
})

it('outlives the page, without the address of the file', () => {
  const { list, only, storage } = listWith()
  list.add(source, 'one')
  list.update(only(), { id: 'd1' })
  expect(listWith(storage).only()).toMatchObject({ label: 'one', state: 'preparing', id: 'd1' })
})

it('starts empty from storage it can not read, and drops single entries it does not know', () => {
  const storage = memoryStorage()
  storage.setItem('swath.downloads', '{"half')
  expect(listWith(storage).list.snapshot()).toEqual([])
  storage.setItem('swath.downloads', JSON.stringify([{ key: 'k', source: { kind: 'tape' }, state: 'preparing' }]))
  expect(listWith(storage).list.snapshot()).toEqual([])
})

it('lets a file be saved once for each asking', () => {
  const { list, only, pass } = listWith()
  list.add(source, 'one')
  const asked = only()
  expect(list.claimSave(asked)).toBe(true)
  expect(list.claimSave(asked)).toBe(false)
  expect(only()).toMatchObject({ state: 'saved', savedMs: 1000 })

  pass(5)
  list.askAgain(asked.key)
  expect(list.claimSave(asked), 'an answer to the first asking').toBe(false)
  expect(list.claimSave(only())).toBe(true)
})

it('lets a file be saved in one of two tabs', () => {
  const { list, only, storage } = listWith()
  list.add(source, 'one')
  const tab = listWith(storage)
  expect(list.claimSave(only())).toBe(true)
  expect(tab.list.claimSave(only())).toBe(false)
  expect(tab.only().state).toBe('saved')
})

it('saves nothing that was removed meanwhile', () => {
  const { list, only } = listWith()
  list.add(source, 'one')
  const asked = only()
  list.remove(asked.key)
  expect(list.claimSave(asked)).toBe(false)
  list.fail(asked, 'too late')
  expect(list.snapshot()).toEqual([])
})

it('asks anew after a failure, and goes on with the same download when it only took too long', () => {
  const { list, only } = listWith()
  list.add(source, 'one')
  list.update(only(), { id: 'd1' })
  list.fail(only(), 'broken')
  expect(only()).toMatchObject({ state: 'failed', reason: 'broken' })
  list.askAgain(only().key)
  expect(only()).toMatchObject({ state: 'preparing' })
  expect(only().id).toBeUndefined()

  list.update(only(), { id: 'd2' })
  list.fail(only(), 'slow', { keepId: true })
  list.askAgain(only().key)
  expect(only().id).toBe('d2')
})

it('clears what has ended and nothing else', () => {
  const { list, only } = listWith()
  list.add(source, 'one')
  list.claimSave(only())
  list.add(other, 'two')
  list.removeFinished()
  expect(list.snapshot().map(({ label }) => label)).toEqual(['two'])
})
