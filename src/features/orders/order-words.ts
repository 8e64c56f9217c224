import { Hourglass, Satellite } from 'lucide-react'
import type { Task } from '#src/contract/order-items.ts'
import { sentenceCase, stateWords } from '#src/states/state-words.ts'
import type { KnownStates, StateWords } from '#src/states/state-words.ts'

/** Of the tasks of new pictures: the later ones of a recurring item wait for their time, those that are placed for a satellite. */
const captures: KnownStates = {
  draft: { tone: 'idle', word: 'Waiting', icon: Hourglass },
  submitted: { tone: 'busy', word: 'Placed', icon: Satellite },
}

const payment: KnownStates = {
  unpaid: { tone: 'warn', word: 'Unpaid' },
  payment_in_progress: { tone: 'busy', word: 'Being paid' },
  paid: { tone: 'ok', word: 'Paid' },
  refund: { tone: 'idle', word: 'Refunded' },
  partial_refund: { tone: 'idle', word: 'Partly refunded' },
  partial_monthly: { tone: 'ok', word: 'Paid monthly' },
}

const feasibility: KnownStates = {
  success: { tone: 'ok', word: 'Likely' },
  weak_success: { tone: 'warn', word: 'Uncertain' },
  failed: { tone: 'fail', word: 'Not feasible' },
  unspecified: { tone: 'idle', word: 'Not checked' },
  not_applicable: { tone: 'idle', word: 'Not needed' },
}

export const taskWords = ({ type, status }: Pick<Task, 'type' | 'status'>) =>
  stateWords(status, type === 'TASKING' ? captures : {})
export const paymentWords = (raw: string | null | undefined) => stateWords(raw, payment)
export const feasibilityWords = (raw: string | null | undefined) => stateWords(raw, feasibility)

const partlyReady = stateWords('partially_fulfilled')

/** An order has no state of its own for the work: it is as far as its items together. */
export function orderWords(items: readonly { status: string }[]): StateWords {
  const states = [...new Set(items.map(({ status }) => status))]
  const raw = states.join(', ')
  const words = states.map((state) => stateWords(state))
  const [first] = words
  if (!first) return { tone: 'idle', word: 'Empty', raw: 'no items' }
  if (words.every(({ word }) => word === first.word)) return { ...first, raw }
  if (words.some(({ tone }) => tone === 'busy')) return { ...stateWords('in_progress'), raw }
  if (words.some(({ tone, word }) => tone === 'ok' || word === partlyReady.word)) return { ...partlyReady, raw }
  return { ...(words.find(({ tone }) => tone === 'fail') ?? first), raw }
}

const kinds: Record<string, string> = { ARCHIVE: 'Archive', TASKING: 'New picture', RECURRING: 'Recurring' }
export const kindWord = (type: string | null | undefined): string =>
  type ? (kinds[type] ?? sentenceCase(type)) : 'Order item'

const recurrences: Record<string, string> = { BIMONTHLY: 'Every 2 months' }
/** The service's "bimonthly" is every second month, which the word alone leaves open. */
export const recurrenceWord = (recurrence: string): string => recurrences[recurrence] ?? sentenceCase(recurrence)

/** The part of an id that tells it from others at a glance; the whole is a copy away. */
export const shortId = (id: string): string => id.slice(0, 8)
