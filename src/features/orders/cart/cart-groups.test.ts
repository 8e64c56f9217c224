import { expect, it } from 'vitest'
import type { CartScene } from '#src/cart/cart-store.ts'
import { orderRequestSchema } from '#src/contract/orders.ts'
import { groupByArea, groupProblems, orderItemOf } from './cart-groups.ts'

const square = (west: number): CartScene['area'] => ({
  type: 'Polygon',
  coordinates: [
    [
      [west, 50],
      [west + 0.1, 50],
      [west + 0.1, 50.1],
      [west, 50.1],
      [west, 50],
    ],
  ],
})
const entry = (sceneId: string, west: number): CartScene => ({
  sceneId,
  collectionId: 'c',
  title: sceneId,
  datetime: '2026-01-01T00:00:00Z',
  area: square(west),
})

it('makes one group of each area, in the order in which areas came', () => {
  const groups = groupByArea([entry('a', 10), entry('b', 12), entry('c', 10)])
  expect(groups.map(({ entries }) => entries.map(({ sceneId }) => sceneId))).toEqual([['a', 'c'], ['b']])
  // A tenth of a degree at 50° north: 11.1 km by 7.15 km.
  expect(groups[0]?.areaKm2).toBeCloseTo(79.6, 0)
})

it('becomes an order the contract accepts, without an empty name', () => {
  const [group] = groupByArea([entry('a', 10), entry('c', 10)])
  if (!group) throw new Error('no group')
  const item = orderItemOf(group, {
    projectId: 'p',
    usecase: ' water ',
    name: '  ',
    delivery: { store: '', folder: '' },
  })
  expect(orderRequestSchema.parse({ order_items: [item] }).order_items[0]).toMatchObject({
    project_id: 'p',
    usecase: 'water',
    item_ids: ['a', 'c'],
  })
  expect(item).not.toHaveProperty('name')
  const named = { projectId: 'p', usecase: 'water', name: ' Field 7 ', delivery: { store: 's', folder: 'in' } }
  expect(orderItemOf(group, named)).toMatchObject({ name: 'Field 7', cloud_delivery: { config: 's', path: 'in' } })
})

it('tells what the service said of it where it belongs, and loses nothing', () => {
  const said = [
    { field: 'name', reason: 'Too long.' },
    { field: 'item_ids[1]', reason: 'Does not meet the area.' },
    { field: 'geometry.features[0]', reason: 'Crosses itself.' },
    { field: 'bandset', reason: 'Not for scenes of the archive.' },
    { field: 'project_id', reason: 'No such project.' },
    { field: 'cloud_delivery.config', reason: 'No such store.' },
  ]
  const [two] = groupByArea([entry('a', 10), entry('c', 10)])
  expect(groupProblems(two!, said)).toEqual({
    name: 'Too long.',
    others: ['2026-01-01, c: Does not meet the area.', 'Crosses itself.', 'Not for scenes of the archive.'],
  })
  const [one] = groupByArea([entry('a', 10)])
  expect(groupProblems(one!, [{ field: 'item_ids[0]', reason: 'Gone.' }]).others).toEqual(['Gone.'])
})
