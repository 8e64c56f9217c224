import { CircleSlash, Hourglass } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { RunTask } from '#src/api/job-answers.ts'
import type { Tone } from '#src/ui/status/tone.ts'

/** A state as StatusBadge shows it. */
export type StateWords = { tone: Tone; word: string; raw: string; icon?: LucideIcon }

const waiting = { tone: 'idle', word: 'Waiting', icon: Hourglass } as const
const states: Record<string, Omit<StateWords, 'raw'>> = {
  created: waiting,
  pending: waiting,
  queued: waiting,
  running: { tone: 'busy', word: 'Running' },
  completed: { tone: 'ok', word: 'Ready' },
  failed: { tone: 'fail', word: 'Failed' },
}

/** The app's word for a state of a run; one we do not know is shown as it is. */
export function runWords(status: string): StateWords {
  const known = states[status.toLowerCase()]
  const words = status.replaceAll('_', ' ') || 'Unknown'
  return { ...(known ?? { tone: 'idle', word: words.charAt(0).toUpperCase() + words.slice(1) }), raw: status }
}

/** The same of a task: one that was never run, since what it waits for failed, is no failure of its own. */
export function taskWords({ status, isCutOff }: Pick<RunTask, 'status' | 'isCutOff'>): StateWords {
  if (isCutOff)
    return { tone: 'idle', word: 'Not run', raw: `${status}, since a step before it failed`, icon: CircleSlash }
  return runWords(status)
}

const stepKinds = { area: 'Area', block: 'Block' } as const
export const kindWord = (kind: keyof typeof stepKinds): string => stepKinds[kind]

/** "3 of 6 steps ready, 1 failed, 2 not run". */
export function tasksInWords(tasks: readonly RunTask[]): string {
  const count = (word: string) => tasks.filter((task) => taskWords(task).word === word).length
  const parts = [`${count('Ready')} of ${tasks.length} ${tasks.length === 1 ? 'step' : 'steps'} ready`]
  if (count('Failed') > 0) parts.push(`${count('Failed')} failed`)
  if (count('Not run') > 0) parts.push(`${count('Not run')} not run`)
  return parts.join(', ')
}
