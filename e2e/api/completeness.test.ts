import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { everyOperation } from '#src/contract/every-operation.ts'
import { startDesk } from './sandbox-fixture.ts'

const operations = everyOperation()

const desk = await startDesk({ scenes: 30 })
afterAll(desk.close)

describe('every operation of the contract is served', () => {
  test.each(operations.map((operation) => [operation.name, operation] as const))('%s', async (_, { method, path }) => {
    const address = path.replaceAll(/\{\w+\}/g, 'none')
    const { status, body } = await desk.ask(method, address, method === 'GET' || method === 'DELETE' ? undefined : {})
    // An address that is not there says so in words of its own; a thing that is not there names the thing.
    const message = (body as { error?: { message?: string } }).error?.message ?? ''
    expect(message).not.toMatch(/^The API has no/)
    expect(status, message).toBeLessThan(500)
  })
})

test('every operation of the contract is called by a query, a mutation or a download of the app', () => {
  const folder = resolve(import.meta.dirname, '../../src/api')
  const sources = readdirSync(folder)
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(join(folder, file), 'utf8'))
  const called = new Set(
    sources.flatMap((source) =>
      [...source.matchAll(/\b(?:api|client)\.(\w+)\.(\w+)\(/g)].map(([, area, name]) => `${area}.${name}`),
    ),
  )
  const names = operations.map(({ name }) => name)
  expect(names.filter((name) => !called.has(name))).toEqual([])
  expect([...called].filter((name) => !names.includes(name))).toEqual([])
})
