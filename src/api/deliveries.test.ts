import { expect, test } from 'vitest'
import { catalogQueries } from './catalogs.ts'
import { deliveryQueries } from './deliveries.ts'

type Ask = (query: unknown) => number | false
const answered = (data: unknown) => ({ state: { data, dataUpdateCount: 1, status: 'success' } })

test('deliveries are asked for again until none is on its way; a state that is new to us is not waited for', () => {
  const ask = deliveryQueries.list({}).refetchInterval as Ask
  const list = (...statuses: string[]) =>
    answered({ deliveries: statuses.map((status, i) => ({ delivery_id: String(i), status })) })
  expect(ask(list('SUCCESS', 'CREATED'))).toBeGreaterThan(0)
  expect(ask(list('IN_PROGRESS'))).toBeGreaterThan(0)
  expect(ask(list('SUCCESS', 'FAILED', 'PAUSED'))).toBe(false)
  expect(ask(list())).toBe(false)
})

test('pictures are asked for again while one of them is on its way to a store', () => {
  const ask = catalogQueries.search({ limit: 1 }).refetchInterval as Ask
  const list = (...statuses: (string | null)[]) =>
    answered({ catalogs: statuses.map((status, i) => ({ id: String(i), delivery_status: status })) })
  expect(ask(list('SUCCESSFUL', 'IN_PROGRESS'))).toBeGreaterThan(0)
  expect(ask(list('SUCCESSFUL', 'UNSPECIFIED', null))).toBe(false)
})
