import * as z from 'zod'

/**
 * A moment in a request: RFC 3339 with `Z` or an offset. Answers keep plain strings, because the service writes
 * moments in several ways (with a space, with underscores, day first); reading them is the caller's work.
 */
export const momentSchema = z.iso.datetime({
  offset: true,
  error: 'Give a date and time such as 2024-05-06T00:00:00Z.',
})

/** A moment, or an interval `a/b` whose one end may be open (`a/..`, `../b`), as in STAC searches. */
export const momentOrIntervalSchema = z
  .string()
  .refine(isMomentOrInterval, { error: 'Give a moment, or two moments with a slash between; one may be "..".' })
  .meta({ description: 'RFC 3339 moment or interval; ".." leaves one end open' })

function isMomentOrInterval(text: string): boolean {
  const ends = text.split('/')
  const moments = ends.filter((end) => end !== '..' && end !== '')
  if (moments.length === 0 || ends.length > 2 || (ends.length === 1 && moments.length === 0)) return false
  if (!moments.every((moment) => momentSchema.safeParse(moment).success)) return false
  const [start, end] = moments
  return start === undefined || end === undefined || Date.parse(start) <= Date.parse(end)
}
