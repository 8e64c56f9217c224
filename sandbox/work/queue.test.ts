import { expect, onTestFinished, test } from 'vitest'
import { createClock } from '#sandbox/clock.ts'
import { openDatabase } from '#sandbox/database/open.ts'
import type { Database } from '#sandbox/database/open.ts'
import { createQueue } from './queue.ts'
import type { WorkHandler } from './queue.ts'

type Step = string

function setup({
  database = openDatabase(':memory:'),
  run,
  concurrency,
}: { database?: Database; run?: (id: string) => Promise<void>; concurrency?: number } = {}) {
  const clock = createClock()
  const steps: Step[] = []
  const logged: string[] = []
  const handler: WorkHandler = {
    async run(id) {
      steps.push(`run ${id}`)
      await run?.(id)
    },
    async fail(id, reason) {
      steps.push(`fail ${id}: ${reason}`)
    },
  }
  const queue = createQueue({
    database,
    clock,
    handlers: { task: handler },
    log: (message) => logged.push(message),
    ...(concurrency && { concurrency }),
  })
  onTestFinished(async () => {
    await queue.stop()
  })
  const add = async (id: string, options?: { afterMs: number }) => {
    await database.query.transaction().execute((trx) => queue.add(trx, 'task', id, options))
    queue.wake()
  }
  const states = () =>
    database.query.selectFrom('work').select(['subject_id', 'state', 'attempts', 'error']).orderBy('id').execute()
  return { database, clock, queue, steps, logged, add, states }
}

/** A promise that a test settles by hand. */
function gate() {
  let open = () => {}
  const passed = new Promise<void>((resolve) => (open = resolve))
  return { open, passed }
}

test('work is done in the order in which it is due, then in which it came', async () => {
  const { queue, clock, add, steps, states } = setup({ concurrency: 1 })
  await add('late', { afterMs: 5000 })
  await add('soon', { afterMs: 1000 })
  await add('a')
  await add('b')
  await queue.start()
  await queue.settled()
  expect(steps).toEqual(['run a', 'run b'])
  clock.advance(60_000)
  await queue.settled()
  expect(steps).toEqual(['run a', 'run b', 'run soon', 'run late'])
  expect((await states()).map(({ state }) => state)).toEqual(['done', 'done', 'done', 'done'])
})

test('work waits for its moment by the clock, and not a millisecond less', async () => {
  const { queue, clock, add, steps, database } = setup()
  await queue.start()
  await add('later', { afterMs: 3_600_000 })
  const { not_before_ms: due } = await database.query
    .selectFrom('work')
    .select('not_before_ms')
    .executeTakeFirstOrThrow()
  await queue.settled()
  clock.advance(due - clock.nowMs() - 60_000)
  await queue.settled()
  expect(steps).toEqual([])
  clock.advance(60_000)
  await queue.settled()
  expect(steps).toEqual(['run later'])
})

test('work starts by itself when real time reaches its moment', async () => {
  const done = gate()
  const { queue, add } = setup({ run: async () => done.open() })
  await queue.start()
  await add('soon', { afterMs: 20 })
  await done.passed
})

test('nothing is added when the transaction that asks for it is rolled back', async () => {
  const { queue, database, steps, states } = setup()
  await queue.start()
  const failing = database.query.transaction().execute(async (trx) => {
    await queue.add(trx, 'task', 'ghost')
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  queue.wake()
  await queue.settled()
  expect([await states(), steps]).toEqual([[], []])
})

test('what throws is told as failed, with its reason, and not run again', async () => {
  const { queue, add, steps, logged, states } = setup({
    run: async (id) => {
      if (id === 'bad') throw new Error('no pixels')
    },
  })
  await queue.start()
  await add('bad')
  await add('good')
  await queue.settled()
  expect(steps.toSorted()).toEqual(['fail bad: no pixels', 'run bad', 'run good'])
  expect(await states()).toMatchObject([
    { state: 'failed', error: 'no pixels' },
    { state: 'done', error: null },
  ])
  expect(logged).toEqual(['work task bad failed'])
  queue.wake()
  await queue.settled()
  expect(steps).toHaveLength(3)
})

test('no more runs at once than allowed', async () => {
  const gates = new Map([...'abc'].map((id) => [id, gate()]))
  let running = 0
  let most = 0
  const { queue, add, states } = setup({
    concurrency: 2,
    run: async (id) => {
      most = Math.max(most, ++running)
      await gates.get(id)!.passed
      running--
    },
  })
  await queue.start()
  for (const id of gates.keys()) await add(id)
  await expect.poll(() => running).toBe(2)
  expect((await states()).map(({ state }) => state)).toEqual(['running', 'running', 'waiting'])
  for (const { open } of gates.values()) open()
  await queue.settled()
  expect(most).toBe(2)
  expect((await states()).map(({ state }) => state)).toEqual(['done', 'done', 'done'])
})

test('what a dead process left running is run again by the next, until it died too often', async () => {
  const { database, queue, add, steps, states } = setup({
    run: async (id) => {
      if (id === 'deadly') throw new Error('must not run')
    },
  })
  await add('half-done')
  await add('deadly')
  // As a killed process leaves them: claimed, and never heard of again.
  await database.query
    .updateTable('work')
    .set({ state: 'running', attempts: 1 })
    .where('subject_id', '=', 'half-done')
    .execute()
  await database.query
    .updateTable('work')
    .set({ state: 'running', attempts: 4 })
    .where('subject_id', '=', 'deadly')
    .execute()
  await queue.start()
  await queue.settled()
  expect(steps.toSorted()).toEqual(['fail deadly: the sandbox stopped in the middle of it too often', 'run half-done'])
  expect(await states()).toMatchObject([
    { state: 'done', attempts: 2 },
    { state: 'failed', attempts: 5 },
  ])
})

test('the same subject asked for again is done again, as new', async () => {
  const { queue, add, steps, states } = setup()
  await queue.start()
  await add('legend')
  await queue.settled()
  await add('legend')
  await queue.settled()
  expect(steps).toEqual(['run legend', 'run legend'])
  expect(await states()).toMatchObject([{ state: 'done', attempts: 1 }])
})

test('what is asked for again while it runs waits for its end, and is then done once more', async () => {
  const first = gate()
  let runs = 0
  const { queue, add, steps, states } = setup({
    concurrency: 2,
    run: async () => (++runs === 1 ? first.passed : undefined),
  })
  await queue.start()
  await add('legend')
  await expect.poll(() => steps).toEqual(['run legend'])
  await add('legend')
  await add('other')
  await expect.poll(() => steps).toEqual(['run legend', 'run other'])
  first.open()
  await queue.settled()
  expect(steps).toEqual(['run legend', 'run other', 'run legend'])
  expect(await states()).toMatchObject([{ state: 'done' }, { state: 'done' }])
})

test('a stopping queue lets running work end and starts no more', async () => {
  const first = gate()
  const { queue, add, steps, states } = setup({ concurrency: 1, run: () => first.passed })
  await queue.start()
  await add('running')
  await add('next')
  await expect.poll(() => steps).toEqual(['run running'])
  const stopped = queue.stop()
  first.open()
  await stopped
  expect((await states()).map(({ state }) => state)).toEqual(['done', 'waiting'])
})
