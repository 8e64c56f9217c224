import { Ban, Hourglass, Satellite } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Task } from '#src/contract/order-items.ts'
import type { Tone } from '#src/ui/status/tone.ts'

/** A state as StatusBadge shows it. */
export type StateWords = { tone: Tone; word: string; raw: string; icon?: LucideIcon }

type Known = Record<string, Omit<StateWords, 'raw'>>

const ready = { tone: 'ok', word: 'Ready' } as const
const partlyReady = { tone: 'warn', word: 'Partly ready' } as const
const inProgress = { tone: 'busy', word: 'In progress' } as const

/** Of order items and their tasks. The two COMPLETED words are the service's former ones and still stand in old orders. */
const work: Known = {
  DRAFT: { tone: 'idle', word: 'Draft' },
  SUBMITTED: { tone: 'busy', word: 'Queued', icon: Hourglass },
  ACTIVE: inProgress,
  IN_PROGRESS: inProgress,
  FULFILLED: ready,
  COMPLETED: ready,
  PARTIALLY_FULFILLED: partlyReady,
  PARTIALLY_COMPLETED: partlyReady,
  FAILED: { tone: 'fail', word: 'Failed' },
  CANCELLED: { tone: 'idle', word: 'Cancelled', icon: Ban },
  EXPIRED: { tone: 'warn', word: 'Expired' },
}

/** Of the tasks of new pictures: the later ones of a recurring item wait for their time, those that are placed for a satellite. */
const captures: Known = {
  ...work,
  DRAFT: { tone: 'idle', word: 'Waiting', icon: Hourglass },
  SUBMITTED: { tone: 'busy', word: 'Placed', icon: Satellite },
}

const payment: Known = {
  UNPAID: { tone: 'warn', word: 'Unpaid' },
  PAYMENT_IN_PROGRESS: { tone: 'busy', word: 'Being paid' },
  PAID: { tone: 'ok', word: 'Paid' },
  REFUND: { tone: 'idle', word: 'Refunded' },
  'PARTIAL-REFUND': { tone: 'idle', word: 'Partly refunded' },
  'PARTIAL-MONTHLY': { tone: 'ok', word: 'Paid monthly' },
}

const feasibility: Known = {
  SUCCESS: { tone: 'ok', word: 'Likely' },
  WEAK_SUCCESS: { tone: 'warn', word: 'Uncertain' },
  FAILED: { tone: 'fail', word: 'Not feasible' },
  UNSPECIFIED: { tone: 'idle', word: 'Not checked' },
  NOT_APPLICABLE: { tone: 'idle', word: 'Not needed' },
}

/** A word the service added since is shown as it is, in ordinary letters. */
function say(known: Known, raw: string | null | undefined): StateWords {
  if (!raw) return { tone: 'idle', word: 'Unknown', raw: 'no state given' }
  return { ...(known[raw] ?? { tone: 'idle', word: sentenceCase(raw) }), raw }
}

export const workWords = (raw: string | null | undefined) => say(work, raw)
export const taskWords = ({ type, status }: Pick<Task, 'type' | 'status'>) =>
  say(type === 'TASKING' ? captures : work, status)
export const paymentWords = (raw: string | null | undefined) => say(payment, raw)
export const feasibilityWords = (raw: string | null | undefined) => say(feasibility, raw)

/** An order has no state of its own for the work: it is as far as its items together. */
export function orderWords(items: readonly { status: string }[]): StateWords {
  const states = [...new Set(items.map(({ status }) => status))]
  const raw = states.join(', ')
  const words = states.map((state) => workWords(state))
  const [first] = words
  if (!first) return { tone: 'idle', word: 'Empty', raw: 'no items' }
  if (words.every(({ word }) => word === first.word)) return { ...first, raw }
  if (words.some(({ tone }) => tone === 'busy')) return { ...inProgress, raw }
  if (words.some(({ word }) => word === ready.word || word === partlyReady.word)) return { ...partlyReady, raw }
  return { ...(words.find(({ tone }) => tone === 'fail') ?? first), raw }
}

const kinds: Record<string, string> = { ARCHIVE: 'Archive', TASKING: 'New picture', RECURRING: 'Recurring' }
export const kindWord = (type: string | null | undefined): string =>
  type ? (kinds[type] ?? sentenceCase(type)) : 'Order item'

const recurrences: Record<string, string> = { BIMONTHLY: 'Every 2 months' }
/** The service's "bimonthly" is every second month, which the word alone leaves open. */
export const recurrenceWord = (recurrence: string): string => recurrences[recurrence] ?? sentenceCase(recurrence)

/** "SOME_WORD" as "Some word". */
function sentenceCase(raw: string): string {
  const text = raw.replaceAll(/[_-]+/g, ' ').toLowerCase().trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** The part of an id that tells it from others at a glance; the whole is a copy away. */
export const shortId = (id: string): string => id.slice(0, 8)
