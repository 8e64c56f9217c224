import { isContractProcedure } from '@orpc/contract'
import type { AnyContractProcedure } from '@orpc/contract'
import * as z from 'zod'
import { contract } from './contract.ts'

export type OperationFacts = {
  /** Where it is in the contract: `aois.listAois`. */
  name: string
  area: string
  method: string
  path: string
  operationId: string
  /** Usually one; several when the answer says its own. */
  successStatuses: number[]
  /** Those the document declares. */
  errorStatuses: number[]
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
      const statuses = { successStatuses: successStatuses(operation), errorStatuses: errorStatuses(operation) }
      return { name, area, method, path, operationId, ...statuses, contract: operation }
    }),
  )
}

function successStatuses(operation: AnyContractProcedure): number[] {
  const { route, outputSchema } = operation['~orpc']
  if (route.outputStructure !== 'detailed') return [route.successStatus ?? 200]
  if (!(outputSchema instanceof z.ZodUnion)) throw new Error(`${route.path} must answer one of several statuses.`)
  return outputSchema.options.map((answer) => {
    const status = answer instanceof z.ZodObject ? (answer.shape as Record<string, unknown>)['status'] : undefined
    if (!(status instanceof z.ZodLiteral)) throw new Error(`${route.path} must say the status of each answer.`)
    return Number(status.value)
  })
}

function errorStatuses(operation: AnyContractProcedure): number[] {
  return Object.values<{ status?: number } | undefined>(operation['~orpc'].errorMap).flatMap(
    (error) => error?.status ?? [],
  )
}
