import { expect, test } from 'vitest'
import { createFairQueue } from './fair-queue.ts'

const never = new AbortController().signal
const turn = () => new Promise((resolve) => setTimeout(resolve))

/** Jobs that end when the test says so. */
function jobs() {
  const started: string[] = []
  const ends = new Map<string, () => void>()
  const job = (name: string) => () => {
    started.push(name)
    return new Promise<void>((resolve) => ends.set(name, resolve))
  }
  return { started, job, end: (name: string) => ends.get(name)!() }
}

test('groups take turns, so many at a time', async () => {
  const queue = createFairQueue(2)
  const { started, job, end } = jobs()
  const [long, short] = [{}, {}]
  for (const name of ['a1', 'a2', 'a3', 'a4']) void queue.run(long, job(name), never)
  void queue.run(short, job('b1'), never)
  expect(started).toEqual(['a1', 'a2'])
  end('a1')
  await turn()
  end('a2')
  await turn()
  expect(started).toEqual(['a1', 'a2', 'a3', 'b1'])
})

test('a job that nobody wants any more never starts', async () => {
  const queue = createFairQueue(1)
  const { started, job, end } = jobs()
  const controller = new AbortController()
  const first = queue.run({}, job('first'), never)
  const second = queue.run({}, job('second'), controller.signal)
  controller.abort(new Error('not wanted'))
  await expect(second).rejects.toThrow('not wanted')
  await expect(queue.run({}, job('third'), controller.signal)).rejects.toThrow('not wanted')
  end('first')
  await first
  await turn()
  expect(started).toEqual(['first'])
})

test('a job that fails makes room too', async () => {
  const queue = createFairQueue(1)
  await expect(queue.run({}, () => Promise.reject(new Error('broken')), never)).rejects.toThrow('broken')
  expect(await queue.run({}, () => Promise.resolve(3), never)).toBe(3)
})
