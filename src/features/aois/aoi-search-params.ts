import * as z from 'zod'

const schema = z.object({
  /** A day such as 2026-09-17. */
  date: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .nullable()
    .catch(null),
  /** What the map shows: the key of a composite, or the id of a visualization. */
  show: z.string().min(1).catch('true_colour'),
  mode: z.enum(['dynamic', 'theoretical']).nullable().catch(null),
})

/** What the URL says about the screen of one AOI. */
export type AoiSearchParams = z.infer<typeof schema>

export function readAoiSearchParams(params: URLSearchParams): AoiSearchParams {
  return schema.parse({ date: params.get('date'), show: params.get('show'), mode: params.get('mode') })
}

/** The URL with some of it changed. What is as usual is left out, so that links stay short. */
export function writeAoiSearchParams(params: URLSearchParams, change: Partial<AoiSearchParams>): URLSearchParams {
  const next = new URLSearchParams(params)
  const usual = readAoiSearchParams(new URLSearchParams())
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === usual[name as keyof AoiSearchParams]) next.delete(name)
    else next.set(name, value)
  }
  return next
}
