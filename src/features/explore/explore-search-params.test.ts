import { expect, test } from 'vitest'
import { archiveSearchSchema } from '#src/contract/archive.ts'
import type { Area } from '#src/geo/rings.ts'
import {
  lastTwelveMonths,
  periodOf,
  readExploreParams,
  toSceneQuery,
  writeExploreParams,
  type ExploreParams,
} from './explore-search-params.ts'

const read = (text: string) => readExploreParams(new URLSearchParams(text))
const area: Area = {
  type: 'Polygon',
  coordinates: [
    [
      [13, 52],
      [14, 52],
      [14, 53],
      [13, 52],
    ],
  ],
}
const today = '2026-11-24'

test('what is written is read again', () => {
  const params: ExploreParams = {
    area: '1_2_3_4_5_6',
    from: '2026-01-01',
    to: '2026-03-31',
    collections: ['a', 'b'],
    cloud: 20,
    sort: 'clearest',
    scene: 'a/FF01_1',
    picked: ['a/FF01_1', 'b/S2'],
  }
  expect(read(new URLSearchParams(writeExploreParams(params)).toString())).toEqual(params)
})

test('an untouched screen has a bare address', () => {
  expect(writeExploreParams(read(''))).toEqual({})
})

test('values without sense fall back one by one', () => {
  const params = read('from=soon&to=2026-02-31&cloud=-3&sort=best&collections=,a,,a')
  expect(params).toMatchObject({ from: '', to: '', cloud: 100, sort: 'newest', collections: ['a'] })
  expect(read('cloud=12.5').cloud).toBe(100)
})

test('without days it is the twelve months before today', () => {
  expect(periodOf({ from: '', to: '' }, today)).toEqual({ from: '2025-11-24', to: today })
  expect(periodOf({ from: '2026-05-01', to: '' }, today)).toEqual({ from: '2026-05-01', to: today })
  expect(lastTwelveMonths('2028-02-29').from).toBe('2027-02-28')
})

test('the archive is asked in a form that the contract takes', () => {
  const query = toSceneQuery(read('cloud=20&collections=a&sort=clearest&from=2026-01-01&to=2026-01-01'), area, today)
  expect(archiveSearchSchema.parse(query)).toMatchObject({
    datetime: '2026-01-01T00:00:00Z/2026-01-01T23:59:59Z',
    collections: ['a'],
    query: { 'eo:cloud_cover': { lt: 20.01 } },
    sortby: [{ field: 'eo:cloud_cover', direction: 'asc' }, { field: 'datetime' }],
  })
})

test('any cloud and all collections are no conditions', () => {
  const query = toSceneQuery(read(''), area, today)
  expect(query).not.toHaveProperty('query')
  expect(query).not.toHaveProperty('collections')
})

test('days the wrong way round ask nothing', () => {
  expect(toSceneQuery(read('from=2026-03-01&to=2026-02-01'), area, today)).toBeNull()
})
