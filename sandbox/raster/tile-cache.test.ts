import { expect, test } from 'vitest'
import { createTileCache } from './tile-cache.ts'

test('the longest unused tile is dropped first, and only when there is no room', async () => {
  const cache = createTileCache(20)
  const loaded: string[] = []
  const ask = (key: string) =>
    cache.get(key, async () => {
      loaded.push(key)
      return new Uint8Array(10)
    })
  for (const key of ['a', 'b', 'a', 'c', 'a', 'b']) await ask(key)
  expect(loaded).toEqual(['a', 'b', 'c', 'b'])
})

test('a tile asked for twice at once is loaded once; a failed one is tried again', async () => {
  const cache = createTileCache(100)
  let loads = 0
  const load = async () => {
    loads += 1
    if (loads === 1) throw new Error('unreadable')
    return new Uint8Array(1)
  }
  const failing = [cache.get('a', load), cache.get('a', load)]
  for (const result of await Promise.allSettled(failing)) expect(result.status).toBe('rejected')
  await cache.get('a', load)
  expect(loads).toBe(2)
})
