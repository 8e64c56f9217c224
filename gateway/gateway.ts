import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { envelope } from '#sandbox/errors.ts'
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
  gateway.use(async (context, next) => (isForeign(context.req.raw) ? refused() : next()))
  // Rasters and archives are compressed already, and a compressed answer could not be asked for by range.
  gateway.use('/v0/*', compress())
  gateway.use('/assets/*', compress())
  gateway.use('/basemap/*', compress())
  for (const path of apiPaths) gateway.all(path, (context) => api(context.req.raw))
  gateway.all('*', (context) => app(context.req.raw))
  return gateway
}

/**
 * A page of another origin that wants to change something: a form may be sent here without asking, and where the sandbox
 * wants no token it would order in somebody's name. Programs say nothing of sites, and browsers say it of every request.
 */
function isForeign({ method, headers }: Request): boolean {
  const site = headers.get('sec-fetch-site')
  return method !== 'GET' && method !== 'HEAD' && site !== null && site !== 'same-origin' && site !== 'none'
}

const refused = () =>
  Response.json(
    envelope(403, 'Pages of other origins may not change anything here. Ask from this one, or from a program.'),
    {
      status: 403,
    },
  )
