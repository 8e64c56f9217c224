import { describe, expect, test } from 'vitest'
import { isRunSettled, logsOf, percentOf, secondsOf, toRun } from './job-answers.ts'

test.each([
  ['42', 42],
  [42, 42],
  ['42.5 %', 42.5],
  ['140', 100],
  [-1, 0],
  ['', null],
  ['soon', null],
  [null, null],
  [undefined, null],
])('progress %j is %j percent', (wire, percent) => {
  expect(percentOf(wire)).toBe(percent)
})

test.each([
  ['12.3s', 12.3],
  ['1m2.5s', 62.5],
  ['1h0m3s', 3603],
  ['250ms', 0.25],
  ['90', 90],
  ['a while', null],
  ['', null],
  [null, null],
])('time taken %j is %j seconds', (wire, seconds) => {
  const read = secondsOf(wire)
  if (seconds === null) expect(read).toBeNull()
  else expect(read).toBeCloseTo(seconds)
})

test('logs come as texts, as objects or as one text', () => {
  expect(logsOf(['one', ''])).toEqual([{ time: null, message: 'one' }])
  expect(logsOf([{ time: '2026-01-01T00:00:00Z', message: 'two' }, { level: 'info' }])).toEqual([
    { time: '2026-01-01T00:00:00Z', message: 'two' },
  ])
  expect(logsOf('three\nfour').map(({ message }) => message)).toEqual(['three', 'four'])
  expect(logsOf(null)).toEqual([])
  expect(logsOf([12, null])).toEqual([])
})

describe('a job', () => {
  test('with nothing but what is required is read', () => {
    const run = toRun({ id: 'j', status: 'running', tasks: [{ id: 't', name: 'Step', status: 'pending' }] })
    expect(run).toMatchObject({ percent: null, takenS: null, problems: [] })
    expect(run.tasks[0]).toMatchObject({ dependsOn: [], results: [], logs: [], block: null, isCutOff: false })
  })

  test('is settled by its state or its end', () => {
    expect(isRunSettled({ status: 'running', finishedAt: null })).toBe(false)
    expect(isRunSettled({ status: 'scheduled', finishedAt: null })).toBe(false)
    expect(isRunSettled({ status: 'failed', finishedAt: null })).toBe(true)
    expect(isRunSettled({ status: 'cancelled', finishedAt: '2026-01-01T00:00:00Z' })).toBe(true)
  })
})
