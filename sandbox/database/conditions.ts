import { sql } from 'kysely'
import type { SqlBool } from 'kysely'

/** A list of any length for `in`, as one parameter: SQLite takes 32,766 of them, and a body of 16 MB holds more ids. */
export const anyOf = (values: readonly string[]) =>
  sql<string>`(SELECT value FROM json_each(${JSON.stringify(values)}))`

/** Whether the name has the text in it, as it stands: LIKE takes % and _ for more than themselves. */
export const nameHas = (text: string) => sql<SqlBool>`instr(lower(name), lower(${text})) > 0`
