import type { Task } from '#src/contract/order-items.ts'
import { addDays, type IsoDay } from '#src/ui/field/iso-day.ts'
import { taskWords } from './order-words.ts'

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

/** The service's rule: the later pictures of a recurring item are checked and placed so long before their windows. */
const placedBeforeDays = 5

/**
 * The life of a task as steps. The service tells the state of the moment and when it last changed, so only the first step
 * and the newest have a time. `remark`: what it says about how the work goes.
 */
export function taskSteps(task: Task, remark?: string): TaskStep[] {
  const { status, created_at: created, updated_at: updated, type } = task
  const at = (moment: string | null | undefined) => (moment ? { at: moment } : {})
  const because = remark === undefined ? {} : { detail: remark }
  const end = ends[status]
  const isWorking = status === 'IN_PROGRESS' || (end === undefined && status !== 'DRAFT' && status !== 'SUBMITTED')
  const doing = type === 'TASKING' ? 'Taking the picture' : 'Cutting out and packing'
  return [
    { label: 'Ordered', state: 'done', ...at(created) },
    queueStep(task, end !== undefined || isWorking),
    {
      label: doing,
      state: end !== undefined ? (end === 'failed' ? 'failed' : 'done') : isWorking ? 'now' : 'later',
      ...(isWorking && { ...at(updated), ...because }),
    },
    end === undefined
      ? { label: 'Ready', state: 'later' }
      : { label: taskWords(task).word, state: end, ...at(updated), ...because },
  ]
}

function queueStep(task: Task, isOver: boolean): TaskStep {
  const isNew = task.type === 'TASKING'
  if (isOver) return { label: isNew ? 'Placed with the satellites' : 'Queued', state: 'done' }
  const from = taskDays(task)?.from
  if (task.status === 'DRAFT') {
    const placed = isNew && from ? `from ${addDays(from, -placedBeforeDays)} on` : 'shortly before its start'
    return {
      label: 'Waits to be placed',
      state: 'now',
      detail: `Checked for feasibility and placed ${placed}.`,
    }
  }
  if (!isNew) return { label: 'Queued', state: 'now' }
  return {
    label: 'Placed, waits for its window',
    state: 'now',
    ...(from && { detail: `The window opens on ${from}.` }),
  }
}

/** A task's day as 2024-05-25: tasks alone write it day first. Null for what is no such day. */
export function taskDay(text: string | null | undefined): IsoDay | null {
  const dayFirst = text?.match(/^(\d\d)-(\d\d)-(\d{4})/)
  if (dayFirst) return `${dayFirst[3]}-${dayFirst[2]}-${dayFirst[1]}`
  return text?.match(/^\d{4}-\d\d-\d\d/)?.[0] ?? null
}

/** First and last day of a task, both included; the wire ends the window of a new picture with the day after the last. */
export function taskDays(task: Pick<Task, 'type' | 'start_date' | 'end_date'>): { from: IsoDay; to: IsoDay } | null {
  const [from, end] = [taskDay(task.start_date), taskDay(task.end_date)]
  if (!from) return null
  const to = end && task.type === 'TASKING' ? addDays(end, -1) : end
  return { from, to: to && to > from ? to : from }
}
