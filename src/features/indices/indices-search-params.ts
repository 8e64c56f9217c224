import * as z from 'zod'

const schema = z.object({
  satellite: z.string().min(1).nullable().catch(null),
  q: z.string().trim().catch(''),
  type: z.enum(['all', 'preset', 'custom']).catch('all'),
  /** Id of the index that is opened; `new` for one being made. */
  index: z.string().min(1).nullable().catch(null),
})

/** What the URL says about the library of indices. */
export type IndicesSearchParams = z.infer<typeof schema>

export function readIndicesSearchParams(params: URLSearchParams): IndicesSearchParams {
  return schema.parse({
    satellite: params.get('satellite'),
    q: params.get('q') ?? '',
    type: params.get('type'),
    index: params.get('index'),
  })
}

/** The URL with some of it changed; what is as usual is left out. */
export function writeIndicesSearchParams(
  params: URLSearchParams,
  change: Partial<IndicesSearchParams>,
): URLSearchParams {
  const next = new URLSearchParams(params)
  for (const [name, value] of Object.entries(change)) {
    if (value === null || value === '' || value === 'all') next.delete(name)
    else next.set(name, value)
  }
  return next
}
