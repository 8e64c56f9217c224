import { expect, test } from 'vitest'
import type { Area } from '#src/geo/rings.ts'
import {
  daysOf,
  lastTwelveMonths,
  periodOf,
  readExploreParams,
  toCriteria,
  writeExploreParams,
  type ExploreParams,
} from './explore-search-params.ts'
import { noFacets } from './facets/facets.ts'

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
    offNadir: 15,
    sun: 30,
    gsd: 7.5,
    during: '2026-02-01_2026-02-10',
    only: { ...noFacets, satellite: ['Firefly FF01', '50 % off, and more'], month: ['2026-02'] },
    sort: 'clearest',
    scene: 'a/FF01_1',
    picked: ['a/FF01_1', 'b/S2'],
    colour: 'date',
    opacity: 60,
    compare: true,
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
  expect(read('offNadir=91&sun=x&gsd=-1')).toMatchObject({ offNadir: 90, sun: 0, gsd: 0 })
  for (const during of ['2026-02-01', '2026-02-10_2026-02-01', '2026-02-30_2026-03-01', 'a_b'])
    expect(read(`during=${during}`).during).toBe('')
  expect(read('only.satellite=%25E0,a').only.satellite).toEqual(['a'])
})

test('without days it is the twelve months before today', () => {
  expect(periodOf({ from: '', to: '' }, today)).toEqual({ from: '2025-11-24', to: today })
  expect(periodOf({ from: '2026-05-01', to: '' }, today)).toEqual({ from: '2026-05-01', to: today })
  expect(lastTwelveMonths('2028-02-29').from).toBe('2027-02-28')
})

test('whole days are asked for, and only what is set', () => {
  const params = read('cloud=20&collections=a&sort=clearest&from=2026-01-01&to=2026-01-01')
  expect(toCriteria(params, area, today)).toEqual({
    area,
    fromMs: Date.parse('2026-01-01T00:00:00.000Z'),
    toMs: Date.parse('2026-01-01T23:59:59.999Z'),
    collections: ['a'],
    cloudUpTo: 20,
    order: 'clearest',
  })
  expect(toCriteria(read('sort=coverage'), area, today)).toMatchObject({ collections: [], order: 'newest' })
  expect(toCriteria(read(''), area, today)).not.toHaveProperty('cloudUpTo')
})

test('days the wrong way round ask nothing', () => {
  expect(toCriteria(read('from=2026-03-01&to=2026-02-01'), area, today)).toBeNull()
})

test('a brushed stretch keeps within the days', () => {
  const days = (text: string) => daysOf(read(`from=2026-01-01&to=2026-03-31&${text}`), today)
  expect(days('')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(days('during=2026-02-01_2026-02-10')).toEqual({ from: '2026-02-01', to: '2026-02-10' })
  expect(days('during=2025-12-01_2026-02-10')).toEqual({ from: '2026-01-01', to: '2026-02-10' })
  expect(days('during=2024-12-01_2024-12-10')).toEqual({ from: '2026-01-01', to: '2026-03-31' })
})
