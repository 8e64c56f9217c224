import { isContractProcedure } from '@orpc/contract'
import type { AnyContractProcedure } from '@orpc/contract'
import { contract } from './contract.ts'

export type OperationFacts = {
  /** Where it is in the contract: `aois.listAois`. */
  name: string
  method: string
  path: string
  operationId: string
  contract: AnyContractProcedure
}

/** The operations as a list, for what must hold for each of them: being served, being asked, being documented. */
export function everyOperation(): OperationFacts[] {
  return Object.entries(contract).flatMap(([area, operations]) =>
    Object.entries<unknown>(operations).map(([key, operation]) => {
      const name = `${area}.${key}`
      if (!isContractProcedure(operation)) throw new Error(`${name} is not an operation.`)
      const { method, path, operationId } = operation['~orpc'].route
      if (!method || !path || !operationId) throw new Error(`${name} lacks a method, a path or an id.`)
      return { name, method, path, operationId, contract: operation }
    }),
  )
}
