import * as z from 'zod'

/** Where a page lies in the whole. Any member may be missing: the service drops zeros in places. */
export const paginationSchema = z.object({
  limit: z.number().nullish(),
  offset: z.number().nullish(),
  total: z.number().nullish(),
})

/** A list in an answer. An empty one may arrive as `null` or not at all; both read as `[]`. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess((list: z.input<Item>[] | null | undefined) => list ?? [], z.array(item))
}

/**
 * A whole number in a query string. Only digits count: plain coercion would read an empty value as 0. The document gives
 * no limits for these; a page cannot start before 0 or hold fewer than one thing, so smaller numbers are refused.
 */
export function queryInteger(minimum: number, said: { default?: number; description?: string } = {}) {
  return z
    .preprocess(
      (raw: number): unknown => (/^-?\d+$/.test(String(raw)) ? Number(raw) : raw),
      z.int('Give a whole number.').min(minimum, `Give ${minimum} or more.`),
    )
    .optional()
    .meta(said)
}

/** `offset` and `limit` of a query. The defaults are the service's own and only documented here. */
export function pageQuery(limit?: number) {
  const known = limit !== undefined
  return {
    offset: queryInteger(0, { description: 'How many to leave out at the start', ...(known && { default: 0 }) }),
    limit: queryInteger(1, { description: 'How many to answer at most', ...(known && { default: limit }) }),
  }
}
