import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { everyOperation } from './every-operation.ts'
import parameters from './published-parameters.txt?raw'
import published from './published-operations.txt?raw'

const operations = everyOperation()

describe('the contract', () => {
  test('is the published list of operations with their statuses', () => {
    const ours = operations.map((operation) => {
      const statuses = [...operation.successStatuses, ...operation.errorStatuses].toSorted((a, b) => a - b)
      return `${operation.method} ${operation.path} ${statuses.join(',')}`
    })
    expect(ours.toSorted()).toEqual(published.trimEnd().split('\n').toSorted())
  })

  test('has 55 operations, each with an id of its own', () => {
    expect(operations).toHaveLength(55)
    expect(new Set(operations.map((operation) => operation.operationId)).size).toBe(55)
  })

  test.each(operations)('$name takes its input apart, checks its answer and closes its query', (operation) => {
    const { route, inputSchema, outputSchema } = operation.contract['~orpc']
    expect(route.inputStructure).toBe('detailed')
    expect(route.summary).toBeTruthy()
    expect(outputSchema).toBeDefined()
    if (inputSchema === undefined) return

    // Headers and parts that are not used arrive in the same object: they must not make a request invalid.
    const asked = { params: {}, query: { nobody_knows_this: '1' }, headers: { host: 'x' }, body: undefined }
    const result = (inputSchema as z.ZodType).safeParse(asked)
    const issues = result.success ? [] : result.error.issues
    expect(issues.filter((issue) => issue.code === 'unrecognized_keys' && issue.path.length === 0)).toEqual([])
    const line = parameters.split('\n').find((one) => one.startsWith(`${operation.method} ${operation.path} `))
    const refused = issues.some((issue) => issue.code === 'unrecognized_keys' && issue.path[0] === 'query')
    expect(refused).toBe(line?.includes(' query(') ?? false)
  })
})
