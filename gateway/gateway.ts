import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { securityHeaders } from './security-headers.ts'

/** Addresses that belong to the API; all others are the app's. */
const apiPaths = ['/ping', '/v0/*', '/files/*', '/sandbox/*']

/** One origin for both: the built app, and the API behind it. */
export function createGateway({
  app,
  api,
}: {
  app: (request: Request) => Promise<Response>
  api: (request: Request) => Promise<Response>
}): Hono {
  const gateway = new Hono()
  gateway.use(async (context, next) => {
    await next()
    for (const [name, value] of Object.entries(securityHeaders)) context.res.headers.set(name, value)
  })
  // Rasters and archives are compressed already, and a compressed answer could not be asked for by range.
  gateway.use('/v0/*', compress())
  gateway.use('/assets/*', compress())
  gateway.use('/basemap/*', compress())
  for (const path of apiPaths) gateway.all(path, (context) => api(context.req.raw))
  gateway.all('*', (context) => app(context.req.raw))
  return gateway
}
