import * as z from 'zod'
import { operation } from './operation.ts'

export const pingOperations = {
  // Published without an operation id.
  ping: operation({
    method: 'GET',
    path: '/ping',
    operationId: 'Ping',
    tag: 'external',
    summary: 'Tell whether the service answers',
    errors: [],
    open: true,
  }).output(z.string()),
}
