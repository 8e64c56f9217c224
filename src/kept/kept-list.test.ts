import { expect, test } from 'vitest'
import { createKeptList } from './kept-list.ts'
import { memoryStorage } from './memory-storage.ts'

const entryOf = (value: unknown) => (typeof value === 'string' ? value : undefined)
const listIn = (storage: Storage) => createKeptList({ key: 'list', entryOf, storage: () => storage })

test('outlives the page', () => {
  const storage = memoryStorage()
  listIn(storage).write(['a', 'b'])
  expect(listIn(storage).read()).toEqual(['a', 'b'])
})

test.each(['', '{}', 'null', '[1, {}, "a"]', '["a"'])('leaves out what it does not know in %j', (text) => {
  const storage = memoryStorage()
  storage.setItem('list', text)
  expect(listIn(storage).read()).toEqual(text.includes('"a"]') ? ['a'] : [])
})

test('what another tab wrote is there when someone looks, and the same list when nothing was', () => {
  const storage = memoryStorage()
  const [mine, theirs] = [listIn(storage), listIn(storage)]
  theirs.write(['theirs'])
  expect(mine.read()).toEqual([])
  mine.subscribe(() => undefined)
  expect(mine.read()).toEqual(['theirs'])
  const before = mine.read()
  mine.refresh()
  expect(mine.read()).toBe(before)
  theirs.write([])
  mine.refresh()
  expect(mine.read()).toEqual([])
})

test('lives as long as the page where nothing can be kept', () => {
  const full = memoryStorage()
  full.setItem('list', '["old"]')
  const { setItem } = full
  full.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const list = listIn(full)
  let told = 0
  list.subscribe(() => told++)
  list.write(['new'])
  expect([list.isKept(), told]).toEqual([false, 1])
  setItem('list', '["another"]')
  list.refresh()
  expect(list.read()).toEqual(['new'])
})
