import type { RunTask } from '#src/api/job-answers.ts'

/** Until a task has run this long, or so far, its pace says nothing. */
const tellingS = 2
const tellingPercent = 5

/**
 * Seconds until a run ends: the longest chain of tasks that still wait for each other. A task under way goes on at its own
 * pace; those to come take as long as was estimated, corrected by how far the estimates were off so far. Null when the
 * service estimates nothing.
 */
export function secondsLeft(tasks: readonly RunTask[]): number | null {
  if (tasks.every(({ estimatedS }) => estimatedS === null)) return null
  const correction = correctionOf(tasks)
  const ownLeft = new Map(tasks.map((task) => [task.name, leftOf(task, correction)]))
  const left = new Map<string, number>()
  const byName = new Map(tasks.map((task) => [task.name, task]))
  const untilDone = (task: RunTask, seen: readonly string[]): number => {
    const known = left.get(task.name)
    if (known !== undefined) return known
    const before = task.dependsOn.flatMap((name) => {
      const one = byName.get(name)
      return one && !seen.includes(name) ? [untilDone(one, [...seen, task.name])] : []
    })
    const total = Math.max(0, ...before) + (ownLeft.get(task.name) ?? 0)
    left.set(task.name, total)
    return total
  }
  return Math.max(0, ...tasks.map((task) => untilDone(task, [])))
}

const isOver = ({ finishedAt, status }: RunTask) => finishedAt !== null || status === 'completed' || status === 'failed'

function leftOf(task: RunTask, correction: number): number {
  if (isOver(task)) return 0
  const estimated = (task.estimatedS ?? 0) * correction
  const { percent, takenS } = task
  if (percent === null || takenS === null) return estimated
  if (takenS >= tellingS && percent >= tellingPercent) return (takenS * (100 - percent)) / percent
  return Math.max(0, estimated - takenS)
}

/** How much longer than estimated tasks took, within reason: one short task may not multiply an hour by ten. */
function correctionOf(tasks: readonly RunTask[]): number {
  const done = tasks.filter((task) => task.status === 'completed' && task.takenS !== null && task.estimatedS !== null)
  const sum = (of: (task: RunTask) => number) => done.reduce((total, task) => total + of(task), 0)
  const [taken, estimated] = [sum(({ takenS }) => takenS ?? 0), sum(({ estimatedS }) => estimatedS ?? 0)]
  return estimated > 0 ? Math.min(4, Math.max(0.25, taken / estimated)) : 1
}
