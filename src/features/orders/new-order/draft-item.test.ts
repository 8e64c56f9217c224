import { expect, test } from 'vitest'
import { orderRequestSchema } from '#src/contract/orders.ts'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { itemOfDraft } from './draft-item.ts'
import { readOrderDraft } from './order-draft.ts'

const area = bboxPolygon([13, 52, 13.1, 52.1])
const item = (text: string) =>
  itemOfDraft(readOrderDraft(new URLSearchParams(`bandset=b&${text}`)), area, 'p', '2027-05-05')

test.each([
  ['', { recurrence: 'ONCE', start_date: '2027-05-05T00:00:00Z', end_date: '2027-06-04T00:00:00Z' }],
  ['from=2027-05-31&to=2027-05-31', { start_date: '2027-05-31T00:00:00Z', end_date: '2027-06-01T00:00:00Z' }],
  ['recurrence=QUARTERLY&count=4', { recurrence: 'QUARTERLY', no_of_occurrences: 4 }],
  ['recurrence=MONTHLY&ends=day&to=2027-07-31&count=4', { end_date: '2027-08-01T00:00:00Z' }],
])('%s is an order the contract accepts, with an end or a number of pictures', (text, expected) => {
  const request = item(text)
  expect(request).toMatchObject({ ...expected, cloud_cover: 20, off_nadir: 20, bandset: { bandset_id: 'b' } })
  expect('end_date' in request).not.toBe('no_of_occurrences' in request)
  expect(() => orderRequestSchema.parse({ order_items: [request] })).not.toThrow()
})

test('nothing is sent that was not said', () => {
  expect(item('name=++')).not.toHaveProperty('name')
  expect(item('folder=a')).not.toHaveProperty('cloud_delivery')
  expect(item('store=s')).toMatchObject({ cloud_delivery: { config: 's' } })
  expect(item('store=s&folder=+a+')).toMatchObject({ cloud_delivery: { config: 's', path: 'a' } })
})
