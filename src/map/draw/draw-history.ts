import type { Area } from '#src/geo/rings.ts'

const MOST_STEPS = 100

export interface DrawHistory {
  readonly now: Area | null
  readonly past: readonly (Area | null)[]
  readonly future: readonly (Area | null)[]
}

export function startHistory(now: Area | null): DrawHistory {
  return { now, past: [], future: [] }
}

export function record({ now, past }: DrawHistory, next: Area | null): DrawHistory {
  return { now: next, past: [...past, now].slice(-MOST_STEPS), future: [] }
}

/** The last step goes further, as one step. */
export function replaceNow({ past }: DrawHistory, next: Area | null): DrawHistory {
  return { now: next, past, future: [] }
}

/** One step back; the same object if there is none. */
export function undo(history: DrawHistory): DrawHistory {
  const { now, past, future } = history
  const before = past.at(-1)
  return before === undefined ? history : { now: before, past: past.slice(0, -1), future: [...future, now] }
}

/** One step forward again; the same object if there is none. */
export function redo(history: DrawHistory): DrawHistory {
  const { now, past, future } = history
  const next = future.at(-1)
  return next === undefined ? history : { now: next, past: [...past, now], future: future.slice(0, -1) }
}
