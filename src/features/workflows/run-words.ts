import { CircleSlash, Hourglass } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { RunTask } from '#src/api/job-answers.ts'
import { runState } from '#src/blocks/run-state.ts'
import type { Tone } from '#src/ui/status/tone.ts'

/** A state as StatusBadge shows it. */
export type StateWords = { tone: Tone; word: string; raw: string; icon?: LucideIcon }

export const runWords = (status: string): StateWords => ({ ...runState(status), raw: status })

/**
 * The same of a task. One that waits for others is not being worked on; one that was never run, since what it waits for
 * failed, is no failure of its own.
 */
export function taskWords({ status, isCutOff }: Pick<RunTask, 'status' | 'isCutOff'>): StateWords {
  const raw = isCutOff ? `${status}, since a step before it failed` : status
  if (isCutOff) return { tone: 'idle', word: 'Not run', raw, icon: CircleSlash }
  const { tone, word } = runState(status)
  return word === 'Waiting' ? { tone: 'idle', word, raw, icon: Hourglass } : { tone, word, raw }
}

/** "3 of 6 steps ready, 1 failed, 2 not run". */
export function tasksInWords(tasks: readonly RunTask[]): string {
  const count = (word: string) => tasks.filter((task) => taskWords(task).word === word).length
  const parts = [`${count('Ready')} of ${tasks.length} ${tasks.length === 1 ? 'step' : 'steps'} ready`]
  if (count('Failed') > 0) parts.push(`${count('Failed')} failed`)
  if (count('Not run') > 0) parts.push(`${count('Not run')} not run`)
  return parts.join(', ')
}
