import { expect, test } from 'vitest'
import { toRun } from '#src/api/job-answers.ts'
import { secondsLeft } from './time-left.ts'

type Task = { name: string; status?: string; after?: string[]; estimated?: number; percent?: number; taken?: string }
const tasks = (...list: Task[]) =>
  toRun({
    id: 'j',
    status: 'running',
    tasks: list.map(({ name, status = 'pending', after = [], estimated, percent, taken }) => ({
      id: name,
      name,
      status,
      depends_on: after,
      ...(estimated !== undefined && { estimated_time_duration: estimated }),
      ...(percent !== undefined && { progress: percent }),
      ...(taken !== undefined && { time_taken: taken }),
    })),
  }).tasks

test('what runs side by side is not added up: the longest chain counts', () => {
  expect(
    secondsLeft(
      tasks(
        { name: 'area', estimated: 10 },
        { name: 'short', after: ['area'], estimated: 5 },
        { name: 'long', after: ['area'], estimated: 30 },
        { name: 'end', after: ['short', 'long'], estimated: 2 },
      ),
    ),
  ).toBe(42)
})

test('a task under way goes on at its own pace, whatever was estimated', () => {
  expect(secondsLeft(tasks({ name: 'a', status: 'running', estimated: 4, percent: 25, taken: '10s' }))).toBe(30)
  // Just begun: its pace says nothing yet.
  expect(secondsLeft(tasks({ name: 'a', status: 'running', estimated: 4, percent: 90, taken: '0.5s' }))).toBe(3.5)
})

test('estimates that were off are corrected for what is to come', () => {
  expect(
    secondsLeft(
      tasks(
        { name: 'a', status: 'completed', estimated: 10, percent: 100, taken: '20s' },
        { name: 'b', after: ['a'], estimated: 10 },
      ),
    ),
  ).toBe(20)
})

test('over is over, a circle ends, and without estimates nothing is claimed', () => {
  expect(secondsLeft(tasks({ name: 'a', status: 'failed', estimated: 10 }))).toBe(0)
  expect(
    secondsLeft(tasks({ name: 'a', after: ['b'], estimated: 1 }, { name: 'b', after: ['a'], estimated: 2 })),
  ).toBeGreaterThan(0)
  expect(secondsLeft(tasks({ name: 'a' }))).toBeNull()
  expect(secondsLeft([])).toBeNull()
})
