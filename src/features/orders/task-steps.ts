import type { Task } from '#src/contract/order-items.ts'
import { workWords } from './order-words.ts'

export type TaskStep = {
  label: string
  /** `now`: being done. `later`: not begun. The rest are ends. */
  state: 'done' | 'now' | 'later' | 'partly' | 'failed'
  /** RFC 3339, where known. */
  at?: string
  detail?: string
}

const ends: Record<string, TaskStep['state']> = {
  FULFILLED: 'done',
  PARTIALLY_FULFILLED: 'partly',
  FAILED: 'failed',
  CANCELLED: 'failed',
  EXPIRED: 'failed',
}

/**
 * The life of a task as steps. The service tells the state of the moment and when it last changed, so only the first step
 * and the newest have a time.
 */
export function taskSteps({ status, created_at: created, updated_at: updated, type }: Task): TaskStep[] {
  const at = (moment: string | null | undefined) => (moment ? { at: moment } : {})
  const end = ends[status]
  const isWorking = status === 'IN_PROGRESS' || (end === undefined && status !== 'DRAFT' && status !== 'SUBMITTED')
  const doing = type === 'TASKING' ? 'Taking the picture' : 'Cutting out and packing'
  return [
    { label: 'Ordered', state: 'done', ...at(created) },
    queueStep(status, end !== undefined || isWorking),
    {
      label: doing,
      state: end !== undefined ? (end === 'failed' ? 'failed' : 'done') : isWorking ? 'now' : 'later',
      ...(isWorking && at(updated)),
    },
    end === undefined
      ? { label: 'Ready', state: 'later' }
      : { label: workWords(status).word, state: end, ...at(updated) },
  ]
}

function queueStep(status: string, isOver: boolean): TaskStep {
  if (isOver) return { label: 'Queued', state: 'done' }
  if (status !== 'DRAFT') return { label: 'Queued', state: 'now' }
  return {
    label: 'Waits to be scheduled',
    state: 'now',
    detail: 'Checked for feasibility and placed shortly before its start.',
  }
}

/** A task's day as 2024-05-25: tasks alone write it day first. Null for what is no such day. */
export function taskDay(text: string | null | undefined): string | null {
  const dayFirst = text?.match(/^(\d\d)-(\d\d)-(\d{4})/)
  if (dayFirst) return `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`
  return text?.match(/^\d{4}-\d\d-\d\d/)?.[0] ?? null
}
