import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { createDocument } from './document.ts'

type Schema = { $ref?: string; properties?: Record<string, unknown>; required?: string[] }
type Operation = {
  operationId: string
  parameters?: { name: string; in: string; required?: boolean }[]
  requestBody?: { required?: boolean; content: Record<string, { schema: Schema }> }
  responses: Record<string, { description: string; content?: Record<string, { schema: Schema }> }>
}

const document = (await createDocument()) as unknown as {
  openapi: string
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}
const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
)

function published(file: string): string[] {
  const url = new URL(`../../src/contract/${file}`, import.meta.url)
  return readFileSync(url, 'utf8').trimEnd().split('\n').toSorted()
}

function resolved(schema: Schema): Schema {
  const name = schema.$ref?.split('/').at(-1)
  return name === undefined ? schema : (document.components.schemas[name] ?? {})
}

function list(names: { name: string; required?: boolean | undefined }[]): string {
  return names
    .map(({ name, required }) => (required ? `${name}*` : name))
    .toSorted()
    .join(' ')
}

// Marked as required, but one of the two must be left out: see src/contract/id-lists.ts.
const eitherOr = new Set(['catalog_ids', 'order_item_ids'])

function parameterLine(name: string, { parameters = [], requestBody }: Operation): string {
  const parts = ['path', 'query'].flatMap((place) => {
    const here = parameters.filter((parameter) => parameter.in === place)
    return here.length === 0 ? [] : [` ${place}(${list(here)})`]
  })
  const schema = requestBody?.content['application/json']?.schema
  if (schema === undefined) return [name, ...parts].join('')
  const { properties = {}, required = [] } = resolved(schema)
  const fields = Object.keys(properties).map((field) => ({
    name: field,
    required: required.includes(field) || (eitherOr.has(field) && name.includes('download')),
  }))
  return [name, ...parts, ` body${requestBody?.required ? '*' : ''}(${list(fields)})`].join('')
}

describe('the OpenAPI document', () => {
  test('has the published operations and statuses', () => {
    const ours = operations.map(([name, { responses }]) => `${name} ${Object.keys(responses).join(',')}`)
    expect(ours.toSorted()).toEqual(published('published-operations.txt'))
  })

  test('has the published parameters and body fields, required where they are', () => {
    const ours = operations.map(([name, operation]) => parameterLine(name, operation))
    expect(ours.toSorted()).toEqual(published('published-parameters.txt'))
  })

  test('answers every error with the one envelope', () => {
    for (const [name, { responses }] of operations) {
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < 400) continue
        const schemas = Object.values(response.content ?? {}).map(({ schema }) => schema)
        expect(schemas.length, `${name} ${status}`).toBeGreaterThan(0)
        for (const schema of schemas) expect(schema).toEqual({ $ref: '#/components/schemas/ErrorEnvelope' })
      }
    }
  })

  test('says of files what they are and of deletions that nothing comes', () => {
    const at = (name: string, status: string) =>
      new Map<string, Operation>(operations).get(name)?.responses[status]?.content
    const png = 'POST /v0/aois/{aoi_id}/visualizations/{visualization_id}/png'
    expect(Object.keys(at(png, '200') ?? {})).toEqual(['image/png'])
    expect(Object.keys(at(png, '400') ?? {})).toEqual(['image/png'])
    expect(Object.keys(at('GET /v0/reports', '200') ?? {})).toEqual(['text/csv'])
    expect(at('DELETE /v0/stores/{id}', '204')).toBeUndefined()
    expect(at('DELETE /v0/aoi/{aoi_id}/insights/{insight_id}', '200')).toBeUndefined()
  })

  test('uses every component and points nowhere else', () => {
    const text = JSON.stringify(document)
    const pointed = new Set([...text.matchAll(/#\/components\/schemas\/(\w+)/g)].map((match) => match[1]))
    expect([...pointed].toSorted()).toEqual(Object.keys(document.components.schemas).toSorted())
  })

  test('has no leftovers of the generator', () => {
    const text = JSON.stringify(document)
    expect(document.openapi).toMatch(/^3\.1\./)
    expect(text).not.toContain('"not":{}')
    expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER))
    expect(text).not.toContain('allowEmptyValue')
    expect(text).not.toContain('"anyOf":[{"type":"string"},{"type":"null"}]')
  })

  test('tells the defaults of the service', () => {
    const limits = operations.flatMap(([name, { parameters = [] }]) =>
      parameters.filter((parameter) => parameter.name === 'limit').map((parameter) => [name, parameter] as const),
    )
    expect(Object.fromEntries(limits)['GET /v0/workflows']).toMatchObject({ schema: { default: 50, minimum: 1 } })
    expect(document.components.schemas['CatalogSearch']?.properties?.['limit']).toMatchObject({ default: 2 })
  })
})
