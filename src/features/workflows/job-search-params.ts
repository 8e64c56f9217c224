import { writeResultSettings } from '#src/blocks/results/result-settings.ts'

/** Id of the task looked at. How its results are shown stands beside it in the address (`result-settings.ts`). */
export const readTask = (search: URLSearchParams): string | null => search.get('task') || null

/** The address of a task, and of one of its results; of the whole run for null. Nothing of what was looked at before stays. */
export function writeTask(task: string | null, output: string | null = null): URLSearchParams {
  const search = new URLSearchParams(task ? { task } : {})
  return task && output ? writeResultSettings(search, { output }) : search
}
