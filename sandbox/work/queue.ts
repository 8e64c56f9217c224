import type { Transaction } from 'kysely'
import type { Clock } from '#sandbox/clock.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { Database } from '#sandbox/database/open.ts'
import type { Tables } from '#sandbox/database/tables.ts'

/**
 * What the queue can do. `run` must be safe to repeat from the start: after a crash it is called again.
 * `fail` records the reason on the subject, when `run` threw or its process died too often.
 */
export type WorkHandler = {
  run(subjectId: string): Promise<void>
  fail(subjectId: string, reason: string): Promise<void>
}

export type Queue = {
  /** Adds work inside the transaction that acknowledges the request, so that neither exists without the other. */
  add(trx: Transaction<Tables>, kind: string, subjectId: string, options?: { afterMs?: number }): Promise<void>
  /** Look for due work now; called after a transaction that added some. */
  wake(): void
  start(): Promise<void>
  /** Lets running work end, starts no more. */
  stop(): Promise<void>
  /** Resolves when nothing is due or running: for tests, which move the clock instead of waiting. */
  settled(): Promise<void>
}

const maxAttempts = 4

/** A durable queue in the `work` table: what a killed process left running is run again at the next start. */
export function createQueue({
  database: { query },
  clock,
  handlers,
  concurrency = 2,
  log = console.error,
}: {
  database: Database
  clock: Clock
  handlers: Record<string, WorkHandler>
  concurrency?: number
  log?: (message: string, error: unknown) => void
}): Queue {
  /** By id of the work. */
  const running = new Map<number, Promise<void>>()
  const waitingForSettled = new Set<() => void>()
  let timer: NodeJS.Timeout | undefined
  let looking: Promise<void> | null = null
  let lookAgain = false
  let started = false

  async function runOne(item: { id: number; kind: string; subject_id: string; attempts: number }) {
    const handler = handlers[item.kind]
    if (!handler) throw new Error(`no handler for work of kind ${item.kind}`)
    let error: string | null = null
    try {
      if (item.attempts > maxAttempts) throw new Error('the sandbox stopped in the middle of it too often')
      await handler.run(item.subject_id)
    } catch (thrown) {
      error = thrown instanceof Error ? thrown.message : String(thrown)
      log(`work ${item.kind} ${item.subject_id} failed`, thrown)
      await handler.fail(item.subject_id, error)
    }
    await query
      .updateTable('work')
      .set({ state: error === null ? 'done' : 'failed', error })
      .where('id', '=', item.id)
      // Work that was asked for again meanwhile waits already.
      .where('state', '=', 'running')
      .execute()
  }

  /** What waits, without what was asked for again while it runs: two at once would work on the same files. */
  const waiting = () =>
    query
      .selectFrom('work')
      .where('state', '=', 'waiting')
      .where('id', 'not in', [...running.keys()])

  async function claimNext() {
    const due = await waiting()
      .select(['id', 'kind', 'subject_id', 'attempts'])
      .where('not_before_ms', '<=', clock.nowMs())
      .orderBy('not_before_ms')
      .orderBy('id')
      .limit(1)
      .executeTakeFirst()
    if (!due) return null
    const attempts = due.attempts + 1
    await query.updateTable('work').set({ state: 'running', attempts }).where('id', '=', due.id).execute()
    return { ...due, attempts }
  }

  async function startDueWork() {
    while (started && running.size < concurrency) {
      const item = await claimNext()
      if (!item) break
      const promise: Promise<void> = runOne(item)
        .catch((error) => log(`work ${item.kind} ${item.subject_id} could not be recorded`, error))
        .finally(() => {
          running.delete(item.id)
          wake()
        })
      running.set(item.id, promise)
    }
    clearTimeout(timer)
    const next = await waiting()
      .select(({ fn }) => fn.min('not_before_ms').as('ms'))
      .executeTakeFirst()
    if (started && next?.ms != null && running.size < concurrency) {
      timer = setTimeout(wake, Math.min(clock.realMsUntil(Number(next.ms)) + 1, 60_000))
      timer.unref()
    }
    const nothingDue = next?.ms == null || Number(next.ms) > clock.nowMs()
    if (running.size === 0 && nothingDue && !lookAgain) {
      for (const resolve of waitingForSettled) resolve()
      waitingForSettled.clear()
    }
  }

  function wake() {
    if (!started) return
    if (looking) {
      lookAgain = true
      return
    }
    looking = startDueWork().finally(() => {
      looking = null
      if (lookAgain) {
        lookAgain = false
        wake()
      }
    })
  }

  clock.onAdvance(wake)

  return {
    async add(trx, kind, subjectId, { afterMs = 0 } = {}) {
      const due = { not_before_ms: clock.nowMs() + afterMs, state: 'waiting' as const, attempts: 0, error: null }
      await trx
        .insertInto('work')
        .values({ kind, subject_id: subjectId, created_at: timestamp(clock), ...due })
        .onConflict((conflict) => conflict.columns(['kind', 'subject_id']).doUpdateSet(due))
        .execute()
    },
    wake,
    async start() {
      await query.updateTable('work').set({ state: 'waiting' }).where('state', '=', 'running').execute()
      started = true
      wake()
    },
    async stop() {
      started = false
      clearTimeout(timer)
      await looking
      await Promise.all(running.values())
    },
    settled() {
      return new Promise((resolve) => {
        waitingForSettled.add(resolve)
        wake()
      })
    },
  }
}
