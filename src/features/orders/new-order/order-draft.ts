import * as z from 'zod'
import { addDays, toDay, type IsoDay } from '#src/ui/field/iso-day.ts'

export const recurrenceChoices = ['ONCE', 'MONTHLY', 'BIMONTHLY', 'QUARTERLY'] as const
type Recurrence = (typeof recurrenceChoices)[number]

/**
 * A new picture as it is being described, all of it in the address: a link, a reload and the cart bring the same form.
 * The area stays text here.
 */
export type OrderDraft = {
  area: string
  recurrence: Recurrence
  /** First UTC day; empty: the first possible one. */
  from: IsoDay | ''
  /** What ends a recurring item; a picture taken once has a last day. */
  ends: 'count' | 'day'
  /** Last UTC day, included; empty: the usual length. */
  to: IsoDay | ''
  /** Pictures of a recurring item that ends by their number. */
  count: number
  /** Percent, at most. */
  cloud: number
  /** Degrees, at most. */
  offNadir: number
  bandset: string
  name: string
  usecase: string
  /** Empty: the one the app is switched to. */
  project: string
  /** Id of the store that pictures are delivered to by themselves, and the folder in it. Empty: none. */
  store: string
  folder: string
  /** Id of the entry of the cart that is being changed. */
  entry: string
}

export const maxNameLength = 100
/** Degrees, as far as the service takes them. */
export const maxOffNadir = 90
const usual = { recurrence: 'ONCE', ends: 'count', count: 3, cloud: 20, offNadir: 20, usecase: 'monitoring' } as const
/** Long enough for the plain price, which needs 7 days, and for some clear sky. */
const usualDays = 30
const usualRecurringDays = 183

const day = z.iso.date().catch('')
const text = z.string().catch('')
const schema = z.object({
  area: text,
  recurrence: z.enum(recurrenceChoices).catch(usual.recurrence),
  from: day,
  ends: z.enum(['count', 'day']).catch(usual.ends),
  to: day,
  count: z.coerce.number().int().min(1).catch(usual.count),
  cloud: z.coerce.number().int().min(0).max(100).catch(usual.cloud),
  offNadir: z.coerce.number().int().min(0).max(maxOffNadir).catch(usual.offNadir),
  bandset: text,
  name: text,
  usecase: z.string().catch(usual.usecase),
  project: text,
  store: text,
  folder: text,
  entry: text,
})

/** Values that make no sense are read as if they were not there. */
export function readOrderDraft(search: URLSearchParams): OrderDraft {
  return schema.parse(Object.fromEntries(search))
}

/** Only what differs from the usual is written. */
export function writeOrderDraft(draft: OrderDraft): Record<string, string> {
  const isUsual = (key: string, value: string | number) =>
    key in usual ? usual[key as keyof typeof usual] === value : value === ''
  return Object.fromEntries(
    Object.entries(draft).flatMap(([key, value]) => (isUsual(key, value) ? [] : [[key, String(value)]])),
  )
}

/** The first whole UTC day that begins at least 24 hours from now: the service turns no satellite sooner. */
export function firstPossibleDay(nowMs: number): IsoDay {
  const dayMs = 86_400_000
  return toDay(new Date(Math.ceil((nowMs + dayMs) / dayMs) * dayMs))
}

export const isCounted = ({ recurrence, ends }: Pick<OrderDraft, 'recurrence' | 'ends'>): boolean =>
  recurrence !== 'ONCE' && ends === 'count'

/** The days that count, both included: those written, else the usual ones. A counted item has no last day of its own. */
export function windowOf(draft: OrderDraft, firstDay: IsoDay): { from: IsoDay; to: IsoDay | undefined } {
  const from = draft.from || firstDay
  if (isCounted(draft)) return { from, to: undefined }
  const days = draft.recurrence === 'ONCE' ? usualDays : usualRecurringDays
  return { from, to: draft.to || addDays(from, days - 1) }
}
