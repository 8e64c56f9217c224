import { expect, test } from 'vitest'
import type { Delivery } from '#src/contract/deliveries.ts'
import { isFiltered, matches, readDeliveriesParams, writeDeliveriesParams } from './deliveries-search-params.ts'

const read = (text: string) => readDeliveriesParams(new URLSearchParams(text))

test('the address comes back as it was written, and says nothing when nothing is filtered', () => {
  const text = 'store=s1&state=failed&item=i1&page=2'
  expect(writeDeliveriesParams(read(text)).toString()).toBe(text)
  expect(writeDeliveriesParams(read('state=lost&page=0')).toString()).toBe('')
  expect([isFiltered(read('')), isFiltered(read('item=i1'))]).toEqual([false, true])
})

test('stores and states are told apart here', () => {
  const statuses = ['CREATED', 'IN_PROGRESS', 'SUCCESS', 'FAILED', 'PAUSED']
  const deliveries: Delivery[] = statuses.map((status, i) => ({
    delivery_id: String(i),
    status,
    cloud_delivery: { config: i === 2 ? 's2' : 's1' },
  }))
  const found = (text: string) => deliveries.filter((each) => matches(read(text), each)).map(({ status }) => status)
  expect(found('')).toEqual(statuses)
  expect(found('state=moving')).toEqual(['CREATED', 'IN_PROGRESS'])
  expect(found('state=delivered')).toEqual(['SUCCESS'])
  expect(found('state=failed&store=s1')).toEqual(['FAILED'])
  expect(found('store=s2')).toEqual(['SUCCESS'])
})
