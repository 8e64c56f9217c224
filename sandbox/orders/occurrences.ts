import { windowDays } from './capture-tier.ts'
import type { CaptureWindow } from './capture-tier.ts'

export type Recurrence = 'ONCE' | 'MONTHLY' | 'BIMONTHLY' | 'QUARTERLY'

/** What the service means by bimonthly is not published; every second month it is here. */
const monthsBetween: Record<Exclude<Recurrence, 'ONCE'>, number> = { MONTHLY: 1, BIMONTHLY: 2, QUARTERLY: 3 }

/** A rest of the period shorter than this is too short for a picture at the plain price, so it starts no occurrence. */
const shortestRestDays = 7

export const maxOccurrences = 60

/**
 * The windows a picture is taken in, one for each occurrence: once in the window asked for, else one window for each period,
 * back to back, until the end date or the count is reached. At most one more than `maxOccurrences`, so that a caller can tell.
 */
export function occurrences(
  recurrence: Recurrence,
  startMs: number,
  end: { endMs: number } | { count: number },
): CaptureWindow[] {
  if (recurrence === 'ONCE') return 'endMs' in end ? [{ startMs, endMs: end.endMs }] : []
  const step = monthsBetween[recurrence]
  const last = 'endMs' in end ? end.endMs : Infinity
  const count = 'count' in end ? end.count : Infinity
  const windows: CaptureWindow[] = []
  while (windows.length < count && windows.length <= maxOccurrences) {
    const number = windows.length
    const window = {
      startMs: monthsLater(startMs, number * step),
      endMs: Math.min(last, monthsLater(startMs, (number + 1) * step)),
    }
    if (window.startMs >= last || (number > 0 && windowDays(window) < shortestRestDays)) break
    windows.push(window)
  }
  return windows
}

/** The same day of a later month, or its last day when it is shorter (31 January, 28 February, 31 March). */
function monthsLater(ms: number, months: number): number {
  const date = new Date(ms)
  const day = date.getUTCDate()
  date.setUTCDate(1)
  date.setUTCMonth(date.getUTCMonth() + months)
  const lastDay = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)).getUTCDate()
  date.setUTCDate(Math.min(day, lastDay))
  return date.getTime()
}
