import { CircleSlash } from 'lucide-react'
import type { RunTask } from '#src/api/job-answers.ts'
import { stateWords } from '#src/states/state-words.ts'
import type { StateWords } from '#src/states/state-words.ts'

/**
 * How far a task is. One that waits for others is not being worked on; one that was never run, since what it waits for
 * failed, is no failure of its own.
 */
export function taskWords({ status, isCutOff }: Pick<RunTask, 'status' | 'isCutOff'>): StateWords {
  if (isCutOff)
    return { tone: 'idle', word: 'Not run', raw: `${status}, since a step before it failed`, icon: CircleSlash }
  const state = stateWords(status)
  return state.word === 'Waiting' ? { ...state, tone: 'idle' } : state
}

/** "3 of 6 steps ready, 1 failed, 2 not run". */
export function tasksInWords(tasks: readonly RunTask[]): string {
  const count = (word: string) => tasks.filter((task) => taskWords(task).word === word).length
  const parts = [`${count('Ready')} of ${tasks.length} ${tasks.length === 1 ? 'step' : 'steps'} ready`]
  if (count('Failed') > 0) parts.push(`${count('Failed')} failed`)
  if (count('Not run') > 0) parts.push(`${count('Not run')} not run`)
  return parts.join(', ')
}
