import type { InferContractRouterInputs, InferContractRouterOutputs } from '@orpc/contract'
import type { contract } from '#src/contract/contract.ts'
import type { World } from './world.ts'

type Inputs = InferContractRouterInputs<typeof contract>
type Outputs = InferContractRouterOutputs<typeof contract>

/** A request, made once there is a world to ask about. */
export type Ask<Input> = (world: World) => Input | Promise<Input>

/** What is asked of one operation: right, wrong, and about what is not there. */
export type Row<Input, Output> = {
  /** Requests that go through, and what only the operation's meaning can say of the answer: the contract knows its shape. */
  succeeds: readonly { with: Ask<Input>; gives: (answer: Output, world: World) => unknown }[]
  /**
   * Requests that are refused with 400, and the field that is named. What breaks the contract's shape never leaves the app, so
   * it is also sent past the client.
   */
  rejects: readonly (readonly [what: string, ask: Ask<unknown>, field: string])[] | NothingToReject
  /** Requests about an unknown id: refused with what the contract declares for it, or answered with an empty list. */
  misses: readonly Missing<Input>[] | 'names nothing'
  /** Requests that clash with what there is: 409, for the operations where the API's words give it a meaning. */
  clashes?: readonly Ask<Input>[]
}

/** Why an operation has no bad request: it has no input at all, or only ids in its path. */
type NothingToReject = 'takes nothing' | 'takes only ids'

/** `field`: for ids in a body, which one is named. */
export type Missing<Input> = { with: Ask<Input>; field?: string } | { finds: 'nothing'; with: Ask<Input> }

/** Every operation of the contract: an operation without a row does not compile. */
export type Walk = {
  [Area in keyof Inputs]: {
    [Name in keyof Inputs[Area] & keyof Outputs[Area]]: Row<Inputs[Area][Name], Outputs[Area][Name]>
  }
}
