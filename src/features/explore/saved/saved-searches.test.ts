import { expect, test, vi } from 'vitest'
import { createSavedSearches } from './saved-searches.ts'

function memory(): Storage {
  const kept = new Map<string, string>()
  return {
    length: 0,
    clear: () => kept.clear(),
    getItem: (key) => kept.get(key) ?? null,
    key: () => null,
    removeItem: (key) => void kept.delete(key),
    setItem: (key, value) => void kept.set(key, value),
  }
}

function searches(storage = memory()) {
  let ids = 0
  return createSavedSearches(
    () => storage,
    () => 1,
    () => String(++ids),
  )
}
const names = (list: ReturnType<typeof searches>) => list.read().map(({ name }) => name)

test('searches are kept by name and found again by another page', () => {
  const storage = memory()
  const list = searches(storage)
  list.save('  Wheat ', 'cloud=10')
  list.save('Algae', 'area=1')
  expect(names(list)).toEqual(['Algae', 'Wheat'])
  expect(searches(storage).read()).toEqual(list.read())
})

test('a name is there once: the older one is given back and can be put back', () => {
  const list = searches()
  list.save('Wheat', 'cloud=10')
  const replaced = list.save('wheat', 'cloud=20')
  expect(list.read()).toMatchObject([{ name: 'wheat', search: 'cloud=20' }])
  list.putBack(replaced!)
  expect(list.read()).toMatchObject([{ name: 'Wheat', search: 'cloud=10' }])
})

test('renaming keeps names apart, deleting can be undone', () => {
  const list = searches()
  list.save('Wheat', 'a')
  list.save('Maize', 'b')
  const [maize, wheat] = list.read()
  expect(list.rename(wheat!.id, 'MAIZE')).toBe(false)
  expect(list.rename(wheat!.id, 'Barley')).toBe(true)
  expect(names(list)).toEqual(['Barley', 'Maize'])
  list.remove(maize!.id)
  expect(names(list)).toEqual(['Barley'])
  list.putBack(maize!)
  expect(names(list)).toEqual(['Barley', 'Maize'])
})

test('what is not a list of searches is left out, and a closed storage loses nothing while the page lives', () => {
  const broken = memory()
  broken.setItem('swath.searches', '[{"id":1},{"id":"a","name":"A","search":"","savedMs":1}]')
  expect(names(searches(broken))).toEqual(['A'])
  broken.setItem('swath.searches', '{')
  expect(names(searches(broken))).toEqual([])
  broken.setItem = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const list = searches(broken)
  const listener = vi.fn()
  list.subscribe(listener)
  list.save('Wheat', 'a')
  expect(names(list)).toEqual(['Wheat'])
  expect(list.isKept()).toBe(false)
  expect(listener).toHaveBeenCalledOnce()
})
