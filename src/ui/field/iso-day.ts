/** A calendar day in UTC as `YYYY-MM-DD`. Text, so that no time zone can move it. */
export type IsoDay = string

/** Reads what a person types: `2026-3-1`, `2026/03/01`, `2026.3.1`, `20260301`. Undefined when there is no such day. */
export function readDay(text: string): IsoDay | undefined {
  const parts = /^(\d{4})[-/. ]?(\d{1,2})[-/. ]?(\d{1,2})$/.exec(text.trim())?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0] = parts
  const moment = new Date(Date.UTC(year, month - 1, day))
  // Date rolls 31 February over into March; a day that rolled over does not exist.
  return moment.getUTCMonth() === month - 1 && moment.getUTCDate() === day ? toDay(moment) : undefined
}

/** The day `count` days later (earlier when negative). */
export function addDays(day: IsoDay, count: number): IsoDay {
  return toDay(new Date(Date.parse(day) + count * 86_400_000))
}

/** The UTC day of a moment. */
export function toDay(moment: Date): IsoDay {
  return moment.toISOString().slice(0, 10)
}
