import * as z from 'zod'

const schema = z.object({
  /** Part of a name. */
  q: z.string().trim().catch(''),
  /** Counted from 1, as people do. */
  page: z.coerce.number().int().min(1).catch(1),
})

export type AoisSearchParams = z.infer<typeof schema>

export function readAoisSearchParams(params: URLSearchParams): AoisSearchParams {
  return schema.parse({ q: params.get('q') ?? '', page: params.get('page') ?? 1 })
}

/** The URL with some of it changed; another search starts at its first page. */
export function writeAoisSearchParams(params: URLSearchParams, change: Partial<AoisSearchParams>): URLSearchParams {
  const next = new URLSearchParams(params)
  const { q, page } = { ...readAoisSearchParams(params), ...('q' in change && { page: 1 }), ...change }
  if (q) next.set('q', q)
  else next.delete('q')
  if (page > 1) next.set('page', String(page))
  else next.delete('page')
  return next
}
