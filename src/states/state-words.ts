import { Ban, Hourglass } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Tone } from '#src/ui/status/tone.ts'

/** A state as StatusBadge shows it; `raw` is the service's own word. */
export type StateWords = { tone: Tone; word: string; raw: string; icon?: LucideIcon }

/** By the service's words in lower case, with underscores. */
export type KnownStates = Readonly<Record<string, Omit<StateWords, 'raw'>>>

const waiting = { tone: 'busy', word: 'Waiting', icon: Hourglass } as const
const inProgress = { tone: 'busy', word: 'In progress' } as const
const ready = { tone: 'ok', word: 'Ready' } as const
const partlyReady = { tone: 'warn', word: 'Partly ready' } as const
const failed = { tone: 'fail', word: 'Failed' } as const
const cancelled = { tone: 'idle', word: 'Cancelled', icon: Ban } as const

/** One word for one state: each part of the service calls it otherwise, and the words of runs are not all published. */
const states: KnownStates = {
  draft: { tone: 'idle', word: 'Draft' },
  created: waiting,
  started: waiting,
  pending: waiting,
  queued: waiting,
  submitted: waiting,
  active: inProgress,
  running: inProgress,
  in_progress: inProgress,
  processing: inProgress,
  creating: inProgress,
  updating: inProgress,
  success: ready,
  successful: ready,
  completed: ready,
  fulfilled: ready,
  partial_success: partlyReady,
  partially_completed: partlyReady,
  partially_fulfilled: partlyReady,
  failed,
  cancelled,
  canceled: cancelled,
  expired: { tone: 'warn', word: 'Expired' },
}

/**
 * The app's word for how far something is. `own`: where the same word of the service means something of its own. A word the
 * service added since is shown as it is, in ordinary letters.
 */
export function stateWords(raw: string | null | undefined, own: KnownStates = {}): StateWords {
  if (!raw) return { tone: 'idle', word: 'Unknown', raw: 'no state given' }
  const key = raw.toLowerCase().replaceAll('-', '_')
  const known = [own, states].find((table) => Object.hasOwn(table, key))?.[key]
  return { ...(known ?? { tone: 'idle', word: sentenceCase(raw) }), raw }
}

/** The same of something that tells its progress: that is said in place of the word while it is worked on. */
export function stateOrPercent(raw: string, percent: number | null | undefined): StateWords {
  const said = stateWords(raw)
  return said.tone === 'busy' && percent ? { ...said, word: `${Math.round(percent)} %` } : said
}

/** "SOME_WORD" as "Some word". */
export function sentenceCase(raw: string): string {
  const text = raw.replaceAll(/[_-]+/g, ' ').toLowerCase().trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
