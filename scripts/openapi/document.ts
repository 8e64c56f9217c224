import { OpenAPIGenerator } from '@orpc/openapi'
import type { OpenAPI } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import * as z from 'zod'
import { contract } from '#src/contract/contract.ts'
import { answerSchemas, requestSchemas } from './components.ts'
import { tidy } from './tidy.ts'

const converter = new ZodToJsonSchemaConverter({
  interceptors: [
    // Defaults are the service's business: schemas only mention them (`.meta({ default })`), which the converter skips.
    (options) => {
      const [required, json] = options.next()
      const mentioned = z.globalRegistry.get(options.schema)?.default
      return mentioned === undefined || typeof json === 'boolean'
        ? [required, json]
        : [required, { ...json, default: mentioned }]
    },
  ],
})

/** The contract as an OpenAPI 3.1 document. Its words are ours; the API it describes is Pixxel's. */
export async function createDocument(): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [converter] })
  const document = await generator.generate(contract, {
    info: {
      title: 'Swath contract of the Pixxel API',
      version: '0.1.0',
      description:
        'The Pixxel API v0 as Swath reads and the sandbox implements it. Requests are closed; answers may hold more.',
    },
    servers: [{ url: 'https://api.pixxel.space' }],
    security: [{ ApiKeyAuth: [] }],
    components: { securitySchemes: { ApiKeyAuth: { type: 'apiKey', name: 'Authorization', in: 'header' } } },
    commonSchemas: {
      ...Object.fromEntries(Object.entries(requestSchemas).map(([name, schema]) => [name, { schema }])),
      ...Object.fromEntries(
        Object.entries(answerSchemas).map(([name, schema]) => [name, { schema, strategy: 'output' as const }]),
      ),
    },
    customErrorResponseBodySchema: { $ref: '#/components/schemas/ErrorEnvelope' },
  })
  return tidy(document) as OpenAPI.Document
}
