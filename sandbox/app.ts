import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { onError } from '@orpc/server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { checkToken } from './auth.ts'
import { encodeError, envelope } from './errors.ts'
import { cut, meetFaults } from './faults.ts'
import type { Faults } from './faults.ts'
import { filesRoute } from './files.ts'
import { createRouter } from './routes/router.ts'
import type { Sandbox } from './sandbox.ts'

/** The largest body a request may have: an area of a few hundred thousand vertices. */
const maxBodyBytes = 16 * 1024 * 1024

/**
 * The API over HTTP, without a port: `app.request()` or `app.fetch()` answers. Signed files lie outside `/v0` and need no
 * token. With `controls`, `/sandbox/*` lets tests move the clock and cause faults.
 */
export function createApp(
  sandbox: Sandbox,
  { token, faults, controls = false }: { token?: string; faults: Faults; controls?: boolean },
): Hono {
  const app = new Hono()
  const api = new OpenAPIHandler(createRouter(), {
    customErrorResponseBodyEncoder: encodeError,
    // Around the handlers only: a request that can not be read is the asker's fault and no news for the log.
    clientInterceptors: [
      onError((error) => {
        if (!(error instanceof Error) || !('status' in error) || Number(error.status) >= 500) console.error(error)
      }),
    ],
  })

  app.on(['GET', 'HEAD'], `${filesRoute}*`, async (context) =>
    cut(await sandbox.files.serve(context.req.raw), faults.cutAfterBytes),
  )
  if (controls) addControls(app, sandbox, faults)

  app.use(async (context, next) => {
    const fault = await meetFaults(faults)
    if (fault) return fault
    const open = context.req.path === '/ping'
    const refused = open ? null : checkToken(context.req.header('authorization'), token)
    if (refused) return refused
    return next()
  })
  app.use(
    bodyLimit({
      maxSize: maxBodyBytes,
      onError: () =>
        Response.json(envelope(400, 'The body is larger than 16 MB. Send a simpler area.'), { status: 400 }),
    }),
  )
  app.all('*', async (context) => {
    const { origin, searchParams: search } = new URL(context.req.url)
    const { matched, response } = await api.handle(context.req.raw, { context: { sandbox, origin, search } })
    if (matched) return response
    return Response.json(envelope(404, `The API has no ${context.req.method} ${context.req.path}.`), { status: 404 })
  })
  return app
}

function addControls(app: Hono, sandbox: Sandbox, faults: Faults) {
  app.post('/sandbox/clock', async (context) => {
    const { advanceMs } = await context.req.json<{ advanceMs: number }>()
    sandbox.clock.advance(advanceMs)
    return context.json({ nowMs: sandbox.clock.nowMs() })
  })
  app.post('/sandbox/faults', async (context) => {
    Object.assign(faults, await context.req.json<Partial<Faults>>())
    return context.json(faults)
  })
  app.post('/sandbox/settled', async (context) => {
    await sandbox.queue.settled()
    return context.json({})
  })
}
