import { expect, it } from 'vitest'
import { ApiError, ContractError } from '#src/api/errors.ts'
import { itemProblems } from './order-problems.ts'

it('puts each problem beside its item', () => {
  const fields = [
    { field: 'order_items[1].item_ids[0]', reason: 'No scene has this id.' },
    { field: 'order_items[0].geometry.features[0]', reason: 'It crosses itself.' },
    { field: 'dry_run', reason: 'not about an item' },
  ]
  const problems = itemProblems(new ApiError('submitOrder', 400, 'BAD_REQUEST', 'wrong', { fields }))
  expect([...problems]).toEqual([
    [1, [{ field: 'item_ids[0]', reason: 'No scene has this id.' }]],
    [0, [{ field: 'geometry.features[0]', reason: 'It crosses itself.' }]],
  ])
})

it('reads our own check of the request, and nothing out of other errors', () => {
  const own = new ContractError('submitOrder', 'body.order_items.0.name', 'Too long: at most 100')
  expect(itemProblems(own).get(0)).toEqual([{ field: 'name', reason: 'Too long: at most 100' }])
  expect(itemProblems(new ApiError('submitOrder', 500, 'X', 'down', null)).size).toBe(0)
  expect(itemProblems(null).size).toBe(0)
})
