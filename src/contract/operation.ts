import { oc } from '@orpc/contract'
import type { HTTPMethod, HTTPPath, OpenAPI } from '@orpc/contract'
import * as z from 'zod'
import { errorCodes } from './error.ts'
import type { ErrorStatus } from './error.ts'

const errorMeanings: Record<ErrorStatus, string> = {
  400: 'The request is not valid.',
  401: 'The token is malformed or not known.',
  403: 'The token is missing, expired, revoked or not allowed to do this.',
  404: 'There is no such thing, or it is not visible to this token.',
  409: 'It clashes with something that exists.',
  500: 'The service failed.',
}

type Operation<Status extends ErrorStatus> = {
  method: HTTPMethod
  path: HTTPPath
  operationId: string
  tag: string
  summary: string
  /** Statuses the document declares for failures; any other may still arrive. */
  errors: readonly Status[]
  /** Default 200. `'in-answer'`: the answer is `{ status, body }` and says its own. */
  status?: 201 | 204 | 'in-answer'
  /** Media type of an answer that is a file (`.output(fileSchema)`), or `'none'` when there is no body. */
  answer?: 'image/png' | 'text/csv' | 'none'
  /** Where errors are declared under another media type than JSON. What really arrives is not known. */
  errorsAs?: readonly string[]
  /** Callable without a token. */
  open?: true
}

/**
 * One operation of the API, ready for `.input(…)` and `.output(…)`. The input is always `{ params, query, body }`; keep
 * that outer object a plain `z.object`, since headers and absent parts are passed in it too, and close `query` and `body`.
 */
export function operation<const Status extends ErrorStatus = never>(said: Operation<Status>) {
  return oc
    .$route({
      method: said.method,
      path: said.path,
      operationId: said.operationId,
      tags: [said.tag],
      summary: said.summary,
      inputStructure: 'detailed',
      outputStructure: said.status === 'in-answer' ? 'detailed' : 'compact',
      ...(typeof said.status === 'number' && { successStatus: said.status }),
      spec: (current) => documented(current, said),
    })
    .errors(errorMap(said.errors))
}

/** A file in an answer. In Node and in browsers oRPC hands it over as a `File` when it has a name. */
export const fileSchema = z.instanceof(Blob)

type Errors<Status extends ErrorStatus> = {
  [S in Status as (typeof errorCodes)[S]]: { status: S; data: z.ZodUnknown }
}

function errorMap<Status extends ErrorStatus>(statuses: readonly Status[]): Errors<Status> {
  const entries = statuses.map((status) => [errorCodes[status], { status, data: z.unknown() }])
  return Object.fromEntries(entries) as Errors<Status>
}

/** What oRPC's generator cannot know: file answers, empty answers, words for the errors, no token for ping. */
function documented(current: OpenAPI.OperationObject, said: Operation<ErrorStatus>): OpenAPI.OperationObject {
  const responses: OpenAPI.ResponsesObject = {}
  for (const [status, response] of Object.entries(current.responses ?? {})) {
    const { content, ...rest } = response as OpenAPI.ResponseObject
    const meaning = said.errors.find((error) => String(error) === status)
    if (meaning !== undefined) {
      const json = content?.['application/json'] ?? {}
      const types = said.errorsAs ?? ['application/json']
      responses[status] = {
        description: errorMeanings[meaning],
        content: Object.fromEntries(types.map((type) => [type, json])),
      }
    } else if (said.answer === 'none') {
      responses[status] = rest
    } else if (said.answer !== undefined) {
      const file: OpenAPI.MediaTypeObject = { schema: { type: 'string', contentMediaType: said.answer } as object }
      responses[status] = { ...rest, content: { [said.answer]: file } }
    } else {
      responses[status] = { ...rest, ...(content && { content }) }
    }
  }
  return { ...current, ...(said.open && { security: [] }), responses }
}
