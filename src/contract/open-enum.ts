import * as z from 'zod'

/** Any string, written so that editors still offer the known values of a union it stands in. */
type AnyString = string & Record<never, never>

/**
 * A word in an answer: the known values are typed, any other string is let through. A state the service adds tomorrow
 * then shows as text instead of losing the whole list. Requests use `z.enum` with the same values.
 */
export function openEnum<const Values extends readonly [string, ...string[]]>(values: Values) {
  const anyString: z.ZodType<AnyString, AnyString> = z.string()
  return z.union([z.enum(values), anyString])
}
