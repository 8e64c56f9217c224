import { expect, it } from 'vitest'
import type { CartEntry, CartScene } from '#src/cart/cart-store.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { Order } from '#src/contract/orders.ts'
import { memoryStorage } from '#src/kept/memory-storage.ts'
import { createSubmissionGuard, findPlaced } from './submission.ts'

const area: CartScene['area'] = {
  type: 'Polygon',
  coordinates: [
    [
      [0, 0],
      [1, 0],
      [1, 1],
      [0, 0],
    ],
  ],
}
const entry: CartEntry = { sceneId: 's1', collectionId: 'c', title: 'one', datetime: '2026-01-01T00:00:00Z', area }
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

function begun(storage = memoryStorage()) {
  const guard = createSubmissionGuard(() => storage)
  const submission = guard.begin([item('p', 's1')], [entry])
  if (!submission) throw new Error('the guard refused the first order')
  return { guard, submission, storage }
}

it('lets one order go at a time: a second click gets nothing', () => {
  const { guard, submission } = begun()
  expect(guard.begin([item('p', 's1')], [entry])).toBeNull()
  guard.send(submission.id, [])
  expect(guard.begin([item('p', 's1')], [entry])).toBeNull()
  guard.end(submission.id)
  expect(guard.begin([item('p', 's1')], [entry])).not.toBeNull()
})

it('holds what was sent over a reload as unknown, with all that is needed to find it', () => {
  const { guard, submission, storage } = begun()
  guard.send(submission.id, ['old'])
  const reloaded = createSubmissionGuard(() => storage)
  expect(reloaded.snapshot()).toMatchObject({ state: 'unknown', knownOrderIds: ['old'], entries: [entry] })
  expect(reloaded.begin([item('p', 's1')], [entry])).toBeNull()
  reloaded.end(submission.id)
  expect(createSubmissionGuard(() => storage).snapshot()).toBeNull()
})

it('forgets over a reload what was never sent', () => {
  const { storage } = begun()
  expect(createSubmissionGuard(() => storage).snapshot()).toBeNull()
})

it('does not end an order that is not its own', () => {
  const { guard } = begun()
  guard.end('another')
  guard.markUnknown('another')
  expect(guard.snapshot()?.state).toBe('preparing')
})

it('finds the placed order by its scenes and project, in any order, and never one that was there before', () => {
  const { guard, submission } = begun()
  guard.send(submission.id, ['old'])
  const sent = { ...submission, knownOrderIds: ['old'], items: [item('p', 's1', 's2'), item('q', 's3')] }
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
  const { submission } = begun()
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
  const sent = { ...submission, items: [wanted] }
  const same = placed('b', '2027-05-05T00:00:00.000Z')
  const others = [placed('c', '2027-05-05T00:00:00Z'), placed('b', '2027-06-05T00:00:00Z')]
  expect(findPlaced([...others, same], sent)).toBe(same)
  expect(findPlaced(others, sent)).toBeUndefined()
})
