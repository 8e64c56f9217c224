/** How much of a moment is shown. */
export type UtcPart = 'day' | 'minute' | 'second'

const lengths: Record<UtcPart, number> = { day: 10, minute: 16, second: 19 }

/** `2026-11-24`, `2026-11-24 10:32` or `2026-11-24 10:32:07`, in UTC and without the word. */
export function formatUtc(moment: Date, show: UtcPart): string {
  return moment.toISOString().slice(0, lengths[show]).replace('T', ' ')
}

/** One is dear to make and cheap to use: lists write a moment in each row. */
const localFormats = new Map<string | undefined, Intl.DateTimeFormat>()

/** The same moment where the reader is, with the zone's name. */
export function localTitle(moment: Date, timeZone?: string): string {
  const known = localFormats.get(timeZone)
  const format = known ?? new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'medium', timeStyle: 'long' })
  if (!known) localFormats.set(timeZone, format)
  return format.format(moment)
}
