import { ORPCError } from '@orpc/server'

/** Short codes for the envelope. The published contract names none, so these are the sandbox's own. */
const codes: Record<number, string> = {
  400: 'BAD_REQUEST',
  401: 'UNAUTHORIZED',
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  500: 'INTERNAL_SERVER_ERROR',
  501: 'NOT_IMPLEMENTED',
}

export type FieldProblem = { field: string; reason: string }

/** An error a client may see: status, one clear sentence, and details by field where a form can use them. */
export function refusal(status: 400 | 401 | 403 | 404 | 409 | 501, message: string, details?: unknown) {
  return new ORPCError(codes[status]!, { status, message, data: details })
}

const missing = (what: string, id: string) => `There is no ${what} with the id ${quote(id)}.`

export const notFound = (what: string, id: string) => refusal(404, missing(what, id))

/** For operations whose contract declares no 404: the unknown id is then a bad request. */
export const unknownId = (what: string, id: string) => refusal(400, missing(what, id))

/** One problem is said in the message; several are counted there and listed by field in the details. */
export function invalidFields(problems: FieldProblem[]) {
  const first = problems[0]!
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more, see details)` : ''
  return refusal(400, `${first.field}: ${first.reason}${more}`, { fields: problems })
}

export const invalidField = (field: string, reason: string) => invalidFields([{ field, reason }])

export function envelope(status: number, message: string, details?: unknown) {
  return { error: { code: codes[status] ?? `HTTP_${status}`, message, details: details ?? null } }
}

type Issue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] }

/** oRPC's error as the API's envelope. A failed input check becomes one sentence that names the field. */
export function encodeError(error: ORPCError<string, unknown>) {
  const issues = (error.data as { issues?: Issue[] } | undefined)?.issues
  if (error.status === 400 && issues && issues.length > 0) {
    const fields = issues.map((issue) => ({ field: fieldOf(issue), reason: issue.message }))
    return encodeError(invalidFields(fields))
  }
  if (error.status === 400 && error.message.startsWith('Malformed request')) {
    return envelope(400, 'The body is not valid JSON. Check quotes, commas and brackets.')
  }
  // Never tell a client what broke inside; the log has it.
  if (error.status >= 500 && error.status !== 501)
    return envelope(error.status, 'Something failed inside the sandbox; its log says what.')
  return { error: { code: error.code, message: error.message, details: error.data ?? null } }
}

/** `body.order_items[0].geometry`, without the request part that carries it. */
function fieldOf(issue: Issue): string {
  const keys = (issue.path ?? []).map((step) => (typeof step === 'object' ? step.key : step))
  const [part, ...rest] = keys
  const path = rest.reduce<string>(
    (text, key) => (typeof key === 'number' ? `${text}[${key}]` : text ? `${text}.${String(key)}` : String(key)),
    '',
  )
  return path || String(part ?? 'body')
}

/** Someone else's text inside our sentence: short and on one line. */
export function quote(text: string): string {
  const clean = text.replaceAll(/\s+/g, ' ')
  return JSON.stringify(clean.length > 80 ? `${clean.slice(0, 80)}…` : clean)
}
