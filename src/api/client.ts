import { ORPCError, createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { RequestValidationPlugin, ResponseValidationPlugin } from '@orpc/contract/plugins'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import { contract } from '#src/contract/contract.ts'
import { ApiError, ContractError, NetworkError } from './errors.ts'
import { recordRequest } from './request-log.ts'

export type Client = ContractRouterClient<typeof contract>

/**
 * The contract as a typed client. Requests and answers are checked against it on this side too, and every failure is one
 * of the three classes of errors.ts. Same-origin: the token, if there is one, is added by the gateway.
 */
export function createClient({
  baseUrl,
  fetch,
}: {
  baseUrl: string
  fetch: (request: Request) => Promise<Response>
}): Client {
  const link = new OpenAPILink(contract, {
    url: baseUrl,
    fetch: async (request, init) => {
      const asked = new Request(request, init)
      recordRequest(asked.clone())
      try {
        return await fetch(asked)
      } catch (error) {
        if (asked.signal.aborted) throw error
        throw new NetworkError('The service could not be reached.', { cause: error })
      }
    },
    plugins: [new RequestValidationPlugin(contract), new ResponseValidationPlugin(contract)],
    customErrorResponseBodyDecoder: decodeEnvelope,
    interceptors: [
      async ({ next, path }) => {
        try {
          return await next()
        } catch (error) {
          throw asKnownError(error, path.at(-1) ?? '')
        }
      },
    ],
  })
  return createORPCClient(link)
}

/** The API's error envelope as the error that oRPC throws; null lets oRPC read its own form. */
function decodeEnvelope(body: unknown, { status }: { status: number }) {
  const error = (body as { error?: { code?: string; message?: string; details?: unknown } } | null)?.error
  if (!error || typeof error !== 'object') {
    // A proxy or a project's error without an envelope: the status is all that is sure.
    return new ORPCError(`HTTP_${status}`, {
      status,
      message: `The service answered with status ${status}.`,
      data: body,
    })
  }
  const message = error.message || `The service answered with status ${status}.`
  return new ORPCError(error.code || `HTTP_${status}`, { status, message, data: error.details })
}

type ValidationIssue = { message: string; path?: readonly (PropertyKey | { key: PropertyKey })[] }

function asKnownError(error: unknown, operation: string): unknown {
  if (error instanceof NetworkError) return error
  if (error instanceof DOMException && error.name === 'AbortError') return error
  const issues = issuesOf(error)
  if (issues) {
    const [first] = issues
    const path = (first?.path ?? []).map((step) => String(typeof step === 'object' ? step.key : step)).join('.')
    return new ContractError(operation, path || 'answer', first?.message ?? 'not as the contract says')
  }
  if (error instanceof ORPCError) return new ApiError(operation, error.status, error.code, error.message, error.data)
  if (error instanceof Error && /deseriali|parse|response/i.test(error.message))
    return new ContractError(operation, 'answer', error.message)
  return error
}

/** Issues of a failed check on this side: of the answer (ValidationError) or of our own request (its cause). */
function issuesOf(error: unknown): readonly ValidationIssue[] | null {
  for (const candidate of [error, error instanceof Error ? error.cause : null]) {
    if (candidate instanceof Error && 'issues' in candidate && Array.isArray(candidate.issues)) return candidate.issues
  }
  return null
}
