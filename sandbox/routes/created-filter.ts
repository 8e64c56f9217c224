import { momentSchema } from '#src/contract/timestamp.ts'
import { invalidFields } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'

/** `created_on` as a LIKE pattern: a day means that day, a moment its second (both in UTC). @throws 400 */
export function createdOn(text: string, field = 'created_on'): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text))) return `${text}%`
  if (!momentSchema.safeParse(text).success)
    throw invalidFields([{ field, reason: 'Give a day (2026-05-06) or a moment (2026-05-06T10:00:00Z).' }])
  return `${new Date(text).toISOString().slice(0, 19)}%`
}

/** Whether all of the workspace's things are this person's: the sandbox knows one. */
export const isCreator = (asked: string | undefined) =>
  !asked || asked === workspace.userId || asked === workspace.userName
