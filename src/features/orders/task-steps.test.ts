import { expect, it } from 'vitest'
import { taskStatuses } from '#src/contract/order-items.ts'
import { taskDay, taskDays, taskSteps } from './task-steps.ts'

const states = (status: string) =>
  taskSteps({ id: 't', status, created_at: '2026-01-01T00:00:00Z', updated_at: '2026-01-02T00:00:00Z' }).map(
    ({ state }) => state,
  )

it('moves one step at a time', () => {
  expect(states('DRAFT')).toEqual(['done', 'now', 'later', 'later'])
  expect(states('SUBMITTED')).toEqual(['done', 'now', 'later', 'later'])
  expect(states('IN_PROGRESS')).toEqual(['done', 'done', 'now', 'later'])
  expect(states('FULFILLED')).toEqual(['done', 'done', 'done', 'done'])
  expect(states('PARTIALLY_FULFILLED')).toEqual(['done', 'done', 'done', 'partly'])
  expect(states('EXPIRED')).toEqual(['done', 'done', 'failed', 'failed'])
})

it('has one step under way for every state that is no end, also for one it does not know', () => {
  for (const status of [...taskStatuses, 'AWAITING_REVIEW']) {
    const now = states(status).filter((state) => state === 'now').length
    expect(now, status).toBe(states(status).at(-1) === 'later' ? 1 : 0)
  }
})

it('reads days written day first, and as everywhere else', () => {
  expect(taskDay('25-05-2024')).toBe('2024-05-25')
  expect(taskDay('2024-05-25T10:00:00Z')).toBe('2024-05-25')
  expect(taskDay('soon')).toBeNull()
  expect(taskDay(null)).toBeNull()
})

const picture = { id: 't', type: 'TASKING', start_date: '28-12-2026', end_date: '28-01-2027' }

it('says of a new picture when it is placed, when its window opens, and how it went', () => {
  const step = (status: string, index: number, remark?: string) => taskSteps({ ...picture, status }, remark)[index]
  expect(step('DRAFT', 1)).toMatchObject({ state: 'now', detail: expect.stringContaining('2026-12-23') })
  expect(step('SUBMITTED', 1)).toMatchObject({ state: 'now', detail: expect.stringContaining('2026-12-28') })
  expect(step('IN_PROGRESS', 2, '0 of 1 taken.')).toMatchObject({ state: 'now', detail: '0 of 1 taken.' })
  expect(step('EXPIRED', 3, 'Clouds.')).toMatchObject({ state: 'failed', label: 'Expired', detail: 'Clouds.' })
})

it('ends the window of a new picture with its last day, not with the day after', () => {
  expect(taskDays(picture)).toEqual({ from: '2026-12-28', to: '2027-01-27' })
  expect(taskDays({ ...picture, end_date: '29-12-2026' })).toEqual({ from: '2026-12-28', to: '2026-12-28' })
  expect(taskDays({ ...picture, type: 'ARCHIVE', end_date: '28-12-2026' })).toEqual({
    from: '2026-12-28',
    to: '2026-12-28',
  })
  expect(taskDays({ start_date: 'soon' })).toBeNull()
})
