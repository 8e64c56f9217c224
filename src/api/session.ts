import { createClient } from './client.ts'
import type { Client } from './client.ts'

/**
 * The client of this page. It asks the origin that served the page: the gateway there knows the service and holds the token,
 * so that no script of the page ever sees it.
 */
export const api: Client = createClient({
  baseUrl: globalThis.location?.origin ?? 'http://localhost:8080',
  fetch: (request) => fetch(request),
})
