import { expect, test } from 'vitest'
import type { Satellite } from '#src/contract/satellites.ts'
import { groupBySatellite } from './group-by-satellite.ts'

const satellite = (id: string, collections: Satellite['collections']): Satellite => ({
  id,
  name: id,
  bands: [],
  collections,
})
const collection = (id: string, provider: string) => ({ id, provider, queryables: [] })
const satellites = [
  satellite('firefly', [collection('ff', 'pixxel')]),
  satellite('sentinel', [collection('s2', 'planetary'), collection('s2-old', 'planetary')]),
]

test('scenes go to the satellite whose collection they are of, with its provider', () => {
  const scenes = [{ collectionId: 's2' }, { collectionId: 'ff' }, { collectionId: 's2-old' }, { collectionId: 'x' }]
  const { groups, unknown } = groupBySatellite(scenes, satellites)
  expect(groups.map((group) => [group.satellite.id, group.provider, group.scenes.length])).toEqual([
    ['sentinel', 'planetary', 2],
    ['firefly', 'pixxel', 1],
  ])
  expect(unknown).toEqual([{ collectionId: 'x' }])
})

test('no scenes, no groups', () => {
  expect(groupBySatellite([], satellites)).toEqual({ groups: [], unknown: [] })
})
