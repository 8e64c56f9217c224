import { implement } from '@orpc/server'
import { contract } from '#src/contract/contract.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'

/** What each handler is given beside its checked input. `origin` is where the request came to: signed URLs start with it. */
export type RequestContext = {
  sandbox: Sandbox
  origin: string
  /** the query string as it came, for what the guide knows and the contract does not */
  search: URLSearchParams
}

/** The contract, to be implemented: `api.aois.createAoi.handler(…)`. Answers are checked against it before they leave. */
export const api = implement(contract).$context<RequestContext>()
