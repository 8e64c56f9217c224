import * as z from 'zod'

const text = z.string().min(1).nullable().catch(null)
const schema = z.object({
  /** Id of the task looked at. */
  task: text,
  /** Name of its result that is shown. */
  result: text,
})

/** What the address says about the screen of one run. */
export type JobSearchParams = z.infer<typeof schema>

export function readJobSearchParams(search: URLSearchParams): JobSearchParams {
  return schema.parse({ task: search.get('task'), result: search.get('result') })
}

/** A result is one of a task, so it goes with it. */
export function writeJobSearchParams({ task, result }: JobSearchParams): URLSearchParams {
  const search = new URLSearchParams()
  if (task) search.set('task', task)
  if (task && result) search.set('result', result)
  return search
}
