import { Hourglass } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Tone } from '#src/ui/status/tone.ts'

/** A state as StatusBadge shows it. */
type StateWords = { tone: Tone; word: string; raw: string; icon?: LucideIcon }

const queued = { tone: 'busy', word: 'Queued', icon: Hourglass } as const
const arrived = { tone: 'ok', word: 'Delivered' } as const

// Tasks and pictures say some of the same in other words than deliveries do.
const known: Record<string, Omit<StateWords, 'raw'>> = {
  CREATED: queued,
  PENDING: queued,
  IN_PROGRESS: { tone: 'busy', word: 'In progress' },
  SUCCESS: arrived,
  SUCCESSFUL: arrived,
  FAILED: { tone: 'fail', word: 'Failed' },
}

/** The state of a delivery. A word the service added since is shown as it is, in ordinary letters. */
export function deliveryWords(raw: string): StateWords {
  const words = raw.replaceAll('_', ' ').toLowerCase()
  return { ...(known[raw] ?? { tone: 'idle', word: words.charAt(0).toUpperCase() + words.slice(1) }), raw }
}

/** The API tells that a delivery failed and not why; these are the causes it can have. */
export const failureAdvice =
  'The service does not say why a delivery failed. Usually the bucket or its region is misspelt, the keys may not write there, or the store was deleted meanwhile. Keys can not be changed: add the store anew, then deliver again.'
