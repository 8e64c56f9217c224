import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { everyOperation } from './every-operation.ts'
import parameters from './published-parameters.txt?raw'
import { accepted, refused } from './request-examples.ts'

const operations = new Map(everyOperation().map((operation) => [operation.name, operation]))

/** Where a request is wrong, as `body.name`; nothing when it is right. */
function wrongPlaces(name: string, input: object): string[] {
  const schema = operations.get(name)?.contract['~orpc'].inputSchema
  if (schema === undefined) throw new Error(`${name} takes no input.`)
  const result = (schema as z.ZodType).safeParse(input)
  return result.success ? [] : result.error.issues.map((issue) => issue.path.join('.'))
}

/** The fields of a body, from the published list: `body*(name* description)`. */
function publishedBody(name: string) {
  const operation = operations.get(name)
  const line = parameters.split('\n').find((one) => one.startsWith(`${operation?.method} ${operation?.path} `))
  const fields = / body(\*?)\((.*)\)/.exec(line ?? '')?.[2]?.split(' ')
  return fields?.map((field) => ({ field: field.replace('*', ''), required: field.endsWith('*') }))
}

// Marked as required, but one of the two must be left out: see id-lists.ts.
const eitherOr = new Set(['catalog_ids', 'order_item_ids'])

/** Objects with fields of their own, anywhere in a JSON schema, that let unknown fields through. */
function openObjects(schema: unknown, place: string): string[] {
  if (typeof schema !== 'object' || schema === null) return []
  const open = 'properties' in schema && !('additionalProperties' in schema && schema.additionalProperties === false)
  const inner = Object.entries(schema).flatMap(([key, member]) => openObjects(member, `${place}.${key}`))
  return open ? [place, ...inner] : inner
}

describe('requests', () => {
  const withBody = [...operations.keys()].filter((name) => publishedBody(name) !== undefined)

  test('have an example for every operation with a body', () => {
    expect(Object.keys(accepted).toSorted()).toEqual(expect.arrayContaining(withBody.toSorted()))
  })

  test('are closed to the last level, but for GeoJSON and the free data of blocks', () => {
    const open = withBody.flatMap((name) => {
      const input = operations.get(name)?.contract['~orpc'].inputSchema
      const body = input instanceof z.ZodObject ? (input.shape as Record<string, z.ZodType>)['body'] : undefined
      return body === undefined ? [name] : openObjects(z.toJSONSchema(body, { io: 'input' }), name)
    })
    const free = /\.(geometry|intersects|properties\.input\.items)\b/
    expect(open.filter((place) => !free.test(place))).toEqual([])
    expect(open.some((place) => place.startsWith('insights.createInsight'))).toBe(true)
  })

  describe.each(Object.entries(accepted))('%s', (name, examples) => {
    test.each(examples)('accepts %j', (example) => {
      expect(wrongPlaces(name, example)).toEqual([])
    })

    const [example] = examples
    const body = publishedBody(name)
    if (body === undefined || example === undefined || !('body' in example)) return
    const given = example.body as Record<string, unknown>

    test('refuses a field that is not published', () => {
      expect(wrongPlaces(name, { ...example, body: { ...given, nobody_knows_this: 1 } })).toEqual(['body'])
    })

    const required = body.filter(({ field, required }) => required && !eitherOr.has(field))
    test.each(required)('refuses to go without $field', ({ field }) => {
      const { [field]: _, ...others } = given
      expect(wrongPlaces(name, { ...example, body: others })).toContain(`body.${field}`)
    })
  })

  test.each(refused)('refuse %s', (_, name, input, place) => {
    expect(wrongPlaces(name, input)).toEqual([place])
  })
})
