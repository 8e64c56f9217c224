/** UTC days, both included. */
export type Days = { from: string; to: string }

const dayMs = 86_400_000

/** How many days there are, both ends counted. */
export function dayCount({ from, to }: Days): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs + 1
}

/** A day as a place in the period: 0 at the beginning of its first day. */
export function placeOf(day: string, period: Days): number {
  return (Date.parse(day) - Date.parse(period.from)) / dayMs
}

/** The days between two places of a period, in either order; at least the one they lie in. */
export function daysBetween(a: number, b: number, period: Days): Days {
  const last = dayCount(period) - 1
  const within = (place: number) => Math.min(last, Math.max(0, place))
  const [low, high] = a < b ? [a, b] : [b, a]
  const first = within(Math.floor(low))
  // A place on the border between two days ends the earlier one.
  return { from: dayAt(first, period), to: dayAt(Math.max(first, within(Math.ceil(high) - 1)), period) }
}

function dayAt(place: number, { from }: Days): string {
  return new Date(Date.parse(from) + place * dayMs).toISOString().slice(0, 10)
}

export function isSameDays(a: Days, b: Days): boolean {
  return a.from === b.from && a.to === b.to
}
