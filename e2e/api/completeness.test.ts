import { readFileSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { everyOperation } from '#src/contract/every-operation.ts'

const operations = everyOperation()

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
