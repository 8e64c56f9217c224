import { expect, test } from 'vitest'
import type { Scene } from '#src/scenes/scene.ts'
import { countFacets, fitsFacets, noFacets } from './facets.ts'

const scene = (change: Partial<Scene>): Scene => ({
  key: `a/${JSON.stringify(change)}`,
  id: JSON.stringify(change),
  collectionId: 'a',
  title: '',
  satellite: 'TD1',
  datetime: '2026-05-06T10:00:00Z',
  footprint: null,
  cloudCoverPercent: 5,
  gsdM: 10,
  level: 'L2A',
  sources: ['archive'],
  item: { id: '', geometry: null, properties: {} },
  ...change,
})
const scenes = [
  scene({}),
  scene({ satellite: 'TD2', cloudCoverPercent: 10 }),
  scene({ satellite: 'TD2', cloudCoverPercent: 10.1, gsdM: 5 }),
  scene({ satellite: 'TD2', cloudCoverPercent: undefined, level: undefined, sources: ['archive', 'analysis'] }),
]

test('every value is counted, names by number, figures by size, the untold last', () => {
  const counts = countFacets(scenes, noFacets)
  expect(counts.satellite).toEqual([
    { value: 'TD2', count: 3 },
    { value: 'TD1', count: 1 },
  ])
  expect(counts.cloud).toEqual([
    { value: '10', count: 2 },
    { value: '20', count: 1 },
    { value: '?', count: 1 },
  ])
  expect(counts.gsd.map(({ value }) => value)).toEqual(['5', '10'])
  expect(counts.source.map(({ value }) => value)).toEqual(['archive', 'both'])
  expect(counts.month).toEqual([{ value: '2026-05', count: 4 }])
})

test('a choice narrows the other facets and leaves its own as it was', () => {
  const chosen = { ...noFacets, satellite: ['TD2'] }
  const counts = countFacets(scenes, chosen)
  expect(counts.satellite).toEqual(countFacets(scenes, noFacets).satellite)
  expect(counts.cloud.map(({ count }) => count)).toEqual([1, 1, 1])
  expect(scenes.filter((one) => fitsFacets(one, chosen))).toHaveLength(3)
  const two = { ...chosen, cloud: ['10'] }
  expect(countFacets(scenes, two).satellite.map(({ count }) => count)).toEqual([1, 1])
  expect(scenes.filter((one) => fitsFacets(one, two))).toHaveLength(1)
})

test('a chosen value that nothing has is still there to be taken back', () => {
  expect(countFacets(scenes, { ...noFacets, level: ['L1C'] }).level).toContainEqual({ value: 'L1C', count: 0 })
})
