import { createDocument } from './openapi/document.ts'

// `npm run --silent openapi > openapi.json`: the contract as an OpenAPI 3.1 document.
process.stdout.write(`${JSON.stringify(await createDocument(), null, 2)}\n`)
