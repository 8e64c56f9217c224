import { expect, it } from 'vitest'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { Order } from '#src/contract/orders.ts'
import { findPlaced } from './placed-order.ts'

const item = (project: string, ...ids: string[]): OrderItemRequest => ({
  project_id: project,
  usecase: 'water',
  geometry: { type: 'FeatureCollection', features: [] },
  item_ids: ids,
})
const order = (id: string, ...items: { project: string; scenes: string[] }[]): Order => ({
  id,
  order_items: items.map(({ project, scenes }, i) => ({
    id: `${id}-${i}`,
    status: 'ACTIVE',
    project_id: project,
    images: scenes.map((scene) => ({ item_id: scene })),
  })),
})

it('finds the placed order by its scenes and project, in any order, and never one that was there before', () => {
  const sent = { knownOrderIds: ['old'], items: [item('p', 's1', 's2'), item('q', 's3')] }
  const same = [
    { project: 'q', scenes: ['s3'] },
    { project: 'p', scenes: ['s2', 's1'] },
  ]
  expect(findPlaced([order('old', ...same), order('new', ...same)], sent)?.id).toBe('new')
  expect(findPlaced([order('old', ...same)], sent)).toBeUndefined()
  expect(findPlaced([order('new', ...same.slice(1))], sent)).toBeUndefined()
  expect(
    findPlaced([order('new', { project: 'p', scenes: ['s3'] }, { project: 'p', scenes: ['s1', 's2'] })], sent),
  ).toBeUndefined()
})

it('finds a placed new picture by its bands and its first moment, however that is written', () => {
  const wanted: OrderItemRequest = {
    project_id: 'p',
    usecase: 'water',
    geometry: { type: 'FeatureCollection', features: [] },
    bandset: { bandset_id: 'b' },
    recurrence: 'MONTHLY',
    start_date: '2027-05-05T00:00:00Z',
    no_of_occurrences: 3,
  }
  const placed = (bandset: string, start: string): Order => ({
    id: `${bandset} ${start}`,
    order_items: [
      {
        id: 'i',
        status: 'ACTIVE',
        type: 'RECURRING',
        project_id: 'p',
        recurrence: 'MONTHLY',
        start_date: start,
        bandset: { bandset_id: bandset },
      },
    ],
  })
  const sent = { knownOrderIds: [], items: [wanted] }
  const same = placed('b', '2027-05-05T00:00:00.000Z')
  const others = [placed('c', '2027-05-05T00:00:00Z'), placed('b', '2027-06-05T00:00:00Z')]
  expect(findPlaced([...others, same], sent)).toBe(same)
  expect(findPlaced(others, sent)).toBeUndefined()
})
