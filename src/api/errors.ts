/** No answer came: the network, the server or the gateway is away. */
export class NetworkError extends Error {
  override name = 'NetworkError'
}

/** The API refused or failed, in its own envelope. */
export class ApiError extends Error {
  override name = 'ApiError'
  readonly status: number
  readonly code: string
  readonly details: unknown
  readonly operation: string
  constructor(operation: string, status: number, code: string, message: string, details: unknown) {
    super(message)
    this.operation = operation
    this.status = status
    this.code = code
    this.details = details
  }
}

/** An answer came that is not what the contract says; `field` is the first place where they differ. */
export class ContractError extends Error {
  override name = 'ContractError'
  readonly operation: string
  readonly field: string
  constructor(operation: string, field: string, reason: string) {
    super(`${operation}: ${field}: ${reason}`)
    this.operation = operation
    this.field = field
  }
}

export type ErrorWords = { title: string; whatToDo: string; serverWords?: string }

/** An error as a person reads it: what happened and what to do. The server's own sentence is kept for those who want it. */
export function wordsFor(error: unknown): ErrorWords {
  if (error instanceof NetworkError) {
    return {
      title: 'The service did not answer',
      whatToDo: 'Check the connection, then try again. Nothing you entered is lost.',
    }
  }
  if (error instanceof ContractError) {
    return {
      title: 'The service answered in a way this app does not know',
      whatToDo: 'Try again later, or report the text below.',
      serverWords: error.message,
    }
  }
  if (error instanceof ApiError) return wordsForStatus(error)
  return {
    title: 'Something went wrong in the app',
    whatToDo: 'Reload the page; the address brings you back here.',
    serverWords: String(error),
  }
}

function wordsForStatus(error: ApiError): ErrorWords {
  const serverWords = `${error.status} ${error.code}: ${error.message}`
  if (error.status === 401)
    return { title: 'The access token is not accepted', whatToDo: 'Set it again in the settings.', serverWords }
  if (error.status === 403)
    return {
      title: 'You have no access to this',
      whatToDo: 'Check the token and its projects in the settings.',
      serverWords,
    }
  // Where no 404 is declared, an unknown id is a bad request; asking for one thing takes nothing but its id.
  if (error.status === 404 || (error.status === 400 && /^get[A-Z]/.test(error.operation)))
    return { title: error.message, whatToDo: 'It may have been removed, or the address is not complete.', serverWords }
  if (error.status === 501) return { title: 'This is not built yet', whatToDo: error.message, serverWords }
  if (error.status >= 500)
    return { title: 'The service failed', whatToDo: 'Try again in a moment. Nothing you entered is lost.', serverWords }
  return { title: error.message, whatToDo: 'Change it and try again. Nothing you entered is lost.', serverWords }
}

/** The same as props of an ErrorNotice. */
export function noticeFor(error: unknown): { what: string; advice: string; details?: string } {
  const { title, whatToDo, serverWords } = wordsFor(error)
  return { what: title, advice: whatToDo, ...(serverWords !== undefined && { details: serverWords }) }
}

/** A failed query as props of an ErrorNotice. Asking again is offered unless the same would be refused again. */
export function noticeForQuery({ error, refetch, isFetching }: FailedQuery) {
  const isRefused = error instanceof ApiError && error.status < 500 && ![401, 403, 408, 429].includes(error.status)
  return { ...noticeFor(error), ...(!isRefused && { onRetry: () => void refetch(), isRetrying: isFetching }) }
}

type FailedQuery = { error: Error | null; refetch: () => unknown; isFetching: boolean }

/** What the API said about single fields, by field name, for forms. */
export function fieldProblems(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {}
  const fields = (error.details as { fields?: { field: string; reason: string }[] } | null)?.fields
  if (!Array.isArray(fields)) return {}
  return Object.fromEntries(fields.map(({ field, reason }) => [field, reason]))
}

/** For forms: a failure as props of an ErrorNotice, unless all it says stands beside fields already. */
export function noticeUnlessBeside(error: unknown, isBeside: (field: string) => boolean) {
  const fields = Object.keys(fieldProblems(error))
  if (!error || (fields.length > 0 && fields.every(isBeside))) return null
  return { ...noticeFor(error), kept: 'What you entered is still here.' }
}

/** A name that somebody took, said by the status alone or with the field. */
export const isTaken = (error: unknown): boolean => error instanceof ApiError && error.status === 409

/** Worth asking again: what may pass by itself. A refusal will be refused again. */
export function isWorthRetrying(error: unknown): boolean {
  return error instanceof NetworkError || (error instanceof ApiError && error.status >= 500 && error.status !== 501)
}
