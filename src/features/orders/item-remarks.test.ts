import { expect, it } from 'vitest'
import type { OrderItem } from '#src/contract/order-items.ts'
import { feasibilityReason } from './feasibility.ts'
import { itemRemarks } from './item-remarks.ts'

const told: Pick<OrderItem, 'validation_errors'> = {
  validation_errors: [
    { feasibility_status: ['The sun is too low.'] },
    { 'tasks[1]': ['Cloudy.', 'Twice.'] },
    { area: ['Too far apart.'] },
  ],
}

it('tells each remark where it belongs', () => {
  const { byTask, others } = itemRemarks(told)
  expect([...byTask]).toEqual([[1, 'Cloudy. Twice.']])
  expect(others).toEqual([{ field: 'area', reason: 'Too far apart.' }])
  expect(itemRemarks({ validation_errors: null })).toEqual({ byTask: new Map(), others: [] })
})

it('finds the reason of a feasibility among the remarks, and in a quote among the lines of the price', () => {
  expect(feasibilityReason({ ...told, uplifts: [] })).toBe('The sun is too low.')
  const line = { title: 'Feasibility', subtitle: 'Cloudy season.', percentage: 0, amount: 0 }
  expect(feasibilityReason({ uplifts: [{ title: 'Critical', subtitle: 'Two days', amount: 40 }, line] })).toBe(
    'Cloudy season.',
  )
  expect(feasibilityReason({ uplifts: null })).toBeUndefined()
})
