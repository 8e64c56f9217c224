import * as z from 'zod'

const schema = z.object({
  /** Part of a name. */
  q: z.string().trim().catch(''),
  /** Counted from 1, as people do. */
  page: z.coerce.number().int().min(1).catch(1),
})
export type WorkflowsParams = z.infer<typeof schema>

export function readWorkflowsParams(search: URLSearchParams): WorkflowsParams {
  return schema.parse({ q: search.get('q') ?? '', page: search.get('page') ?? 1 })
}

/** Only what differs from the start is written. */
export function writeWorkflowsParams({ q, page }: WorkflowsParams): URLSearchParams {
  const search = new URLSearchParams()
  if (q) search.set('q', q)
  if (page > 1) search.set('page', String(page))
  return search
}
