import { call as callProcedure, isProcedure } from '@orpc/server'
import type { AnyProcedure } from '@orpc/server'
import { afterAll, describe, expect, test } from 'vitest'
import * as z from 'zod'
import { createClient } from '#src/api/client.ts'
import type { Client } from '#src/api/client.ts'
import { ApiError, ContractError } from '#src/api/errors.ts'
import { errorCodes } from '#src/contract/error.ts'
import type { ErrorStatus } from '#src/contract/error.ts'
import { everyOperation } from '#src/contract/every-operation.ts'
import type { OperationFacts } from '#src/contract/every-operation.ts'
import { api as implementer } from '#sandbox/routes/implement.ts'
import { createRouter } from '#sandbox/routes/router.ts'
import { origin } from './sandbox-fixture.ts'
import { analyseRows } from './walk/analyse-rows.ts'
import { findRows } from './walk/find-rows.ts'
import { orderRows } from './walk/order-rows.ts'
import type { Row, Walk } from './walk/row.ts'
import { runRows } from './walk/run-rows.ts'
import { makeWorld } from './walk/world.ts'
import type { WireAnswer } from './walk/world.ts'

const walk: Walk = { ...findRows, ...analyseRows, ...runRows, ...orderRows }
const world = await makeWorld()
const { desk, api, wire } = world
afterAll(desk.close)

/** For these no 400 is declared; a request that breaks the contract's shape is answered with it all the same. */
const malformedOnly = [
  'aois.listAois',
  'assets.listAssets',
  'assets.createAoiDownload',
  'visualizations.listVisualizations',
]

type AnyRow = Row<unknown, unknown>
type Call = (input?: unknown) => Promise<unknown>
type Fields = { field: string; reason: string }[]
type Input = { params?: object; query?: object; body?: unknown }

const member = <Found>(tree: object, { name }: OperationFacts): Found => {
  const [area, key] = name.split('.') as [string, string]
  return (tree as Record<string, Record<string, Found>>)[area]![key]!
}
const callOf = (operation: OperationFacts, client: Client = api): Call => member<Call>(client, operation)

describe.each(everyOperation())('$name', (operation) => {
  const row = member<AnyRow>(walk, operation)
  const call = callOf(operation)
  const { inputSchema, outputSchema } = operation.contract['~orpc']

  test.each(row.succeeds.map((one, i) => [i + 1, one] as const))(
    'goes through (%i)',
    async (_, { with: ask, gives }) => {
      const input = await ask(world)
      const answer = await call(input)
      await gives(answer, world)
      const received = wire.at(-1)!
      expect(operation.successStatuses).toContain(received.status)
      await expectNeverSent(operation, input)
      await expectUnreadable(operation, input, received)
      if (answer instanceof Blob) return expect(received.type).toContain(answer.type)
      const sent = spoken(operation, received)
      expect((outputSchema as z.ZodType).parse(sent)).toEqual(sent)
      expect(answer).toEqual(sent)
    },
  )

  test.each(typeof row.rejects === 'string' ? [row.rejects] : [])('%s, so nothing can be wrong', (why) => {
    const parts = inputSchema instanceof z.ZodObject ? Object.keys(inputSchema.shape) : []
    expect(parts).toEqual(why === 'takes nothing' ? [] : ['params'])
  })

  test.each(typeof row.rejects === 'string' ? [] : row.rejects)('refuses %s', async (_, ask, field) => {
    const named = field.replace('legend.day', `legend.${world.day}`)
    const input = await ask(world)
    const before = wire.length
    const error = await failureOf(call(input))
    const isShape = error instanceof ContractError
    if (isShape) {
      expect(wire.length, 'it left the app').toBe(before)
      expect(pathOf(error.field)).toBe(named)
    }
    const refused = isShape ? await sendAsIs(operation, input as Input) : refusalIn(error)
    expect(refused).toMatchObject({ status: 400, code: 'BAD_REQUEST' })
    expect(refused.fields.map((one) => one.field)).toContain(named)
    expect(refused.message.length).toBeGreaterThan(named.length + 5)
    if (!operation.errorStatuses.includes(400)) {
      expect(malformedOnly).toContain(operation.name)
      expect(isShape, 'a meaning is refused with a status that is declared').toBe(true)
    }
  })

  const misses = row.misses === 'names nothing' ? [] : row.misses
  test.each(misses.map((one, i) => [i + 1, one] as const))('does not find what there is not (%i)', async (_, miss) => {
    const asked = call(await miss.with(world))
    if ('finds' in miss) {
      const lists = Object.values((await asked) as object).filter(Array.isArray)
      expect(lists.length).toBeGreaterThan(0)
      expect(lists.flat()).toEqual([])
      return
    }
    const status = miss.field !== undefined || !operation.errorStatuses.includes(404) ? 400 : 404
    const refused = refusalIn(await failureOf(asked))
    expect(operation.errorStatuses).toContain(status)
    expect(refused).toMatchObject({ status, code: errorCodes[status as ErrorStatus] })
    if (miss.field === undefined) expect(refused.message).toMatch(/^There is no .*/)
    else expect(refused.fields.map((one) => one.field)).toEqual([miss.field])
  })

  test.each((row.clashes ?? []).map((ask, i) => [i + 1, ask] as const))(
    'clashes with what there is (%i)',
    async (_, ask) => {
      expect(operation.errorStatuses).toContain(409)
      const refused = refusalIn(await failureOf(call(await ask(world))))
      expect(refused).toMatchObject({ status: 409, code: 'CONFLICT' })
      expect(refused.details).not.toBeNull()
    },
  )
})

test('every operation is served through the contract, at the place that it names', () => {
  const router = createRouter()
  for (const operation of everyOperation()) {
    const procedure = member<unknown>(router, operation)
    if (!isProcedure(procedure)) throw new Error(`${operation.name} is not served`)
    const { route, inputSchema, outputSchema } = procedure['~orpc']
    expect(route).toMatchObject({ path: operation.path, method: operation.method })
    expect(inputSchema).toBe(operation.contract['~orpc'].inputSchema)
    expect(outputSchema).toBe(operation.contract['~orpc'].outputSchema)
  }
})

/** The answer as the contract reads it. */
function spoken({ contract }: OperationFacts, { status, type, text }: WireAnswer): unknown {
  const body: unknown = text === '' ? undefined : type.includes('json') ? JSON.parse(text) : text
  return contract['~orpc'].route.outputStructure === 'detailed' ? { status, body } : body
}

const spoiled = ({ name }: OperationFacts) => (name === 'ping.ping' ? 7 : 'spoiled')

/** The same answer with another body: the app must say that it can not read it, not show half of it. */
async function expectUnreadable(operation: OperationFacts, input: unknown, { status, text, type }: WireAnswer) {
  // Deletions promise no body, so whatever comes is dropped; a file is whatever it is.
  if (text === '' || !/json|^text.plain/.test(type)) return
  const client = createClient({
    baseUrl: origin,
    fetch: async () => Response.json(spoiled(operation), { status }),
  })
  const error = await failureOf(callOf(operation, client)(input))
  expect(error).toBeInstanceOf(ContractError)
  expect((error as ContractError).operation).toBe(operation.name.split('.')[1])
}

/** A handler that makes such an answer: the sandbox must fail rather than send it. */
async function expectNeverSent(operation: OperationFacts, input: unknown) {
  if (operation.method === 'DELETE') return
  const procedure = member<{ handler: (run: () => unknown) => AnyProcedure }>(implementer, operation)
  const spoiling = procedure.handler(() => spoiled(operation))
  const error = await failureOf(callProcedure(spoiling, input, { context: {} }))
  expect(error).toMatchObject({ status: 500 })
}

async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  return asked.then(
    (answer) => {
      throw new Error(`it went through: ${JSON.stringify(answer).slice(0, 200)}`)
    },
    (error: unknown) => error,
  )
}

function refusalIn(error: unknown) {
  if (!(error instanceof ApiError)) throw new Error('not refused by the API', { cause: error })
  const { status, code, message, details } = error
  return { status, code, message, details, fields: (details as { fields?: Fields } | null)?.fields ?? [] }
}

/** Past the client, whose own check would not let it out. */
async function sendAsIs({ method, path }: OperationFacts, { params = {}, query, body }: Input) {
  const filled = Object.entries(params).reduce(
    (address, [name, value]) => address.replace(`{${name}}`, encodeURIComponent(String(value))),
    path,
  )
  const search = query ? `?${new URLSearchParams(query as Record<string, string>)}` : ''
  const answer = await desk.ask(method, filled + search, body)
  const { error } = answer.body as { error: { code: string; message: string; details: { fields: Fields } | null } }
  expect(Object.keys(error).toSorted()).toEqual(['code', 'details', 'message'])
  return { status: answer.status, code: error.code, message: error.message, fields: error.details?.fields ?? [] }
}

/** `body.order_items.0.name` as the API writes it: `order_items[0].name`. */
function pathOf(field: string): string {
  const [part, ...rest] = field.split('.')
  return rest.length === 0 ? part! : rest.join('.').replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]')
}
