import { existsSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { serve } from '@hono/node-server'
import { createClock } from '#sandbox/clock.ts'
import { createSandbox } from '#sandbox/create-sandbox.ts'
import { createGateway } from './gateway.ts'
import { createAppServer } from './serve-app.ts'

const { values: options } = parseArgs({
  options: {
    reset: { type: 'boolean', default: false },
    speed: { type: 'string', default: '1' },
    latency: { type: 'string', default: '0' },
    fail: { type: 'string', default: '0' },
    scenes: { type: 'string', default: '20000' },
    controls: { type: 'boolean', default: false },
  },
})

const port = wholeNumber(process.env.PORT ?? '8080', 'PORT')
const root = resolve(import.meta.dirname, '..')
const folder = resolve(process.env.SWATH_DATA ?? join(root, '.swath'))
const dist = resolve(process.env.SWATH_APP ?? join(root, 'dist'))
if (!existsSync(dist)) fail(`The app is not built: there is no ${dist}. Run "npm run build" first.`)
if (options.reset) rmSync(folder, { recursive: true, force: true })

const { fetch: api } = await createSandbox({
  folder,
  clock: createClock({ speed: Number(options.speed) }),
  scenes: wholeNumber(options.scenes, '--scenes'),
  token: process.env.SWATH_TOKEN || undefined,
  faults: { latencyMs: Number(options.latency), failRate: Number(options.fail), cutAfterBytes: 0 },
  controls: options.controls,
  secret: process.env.SWATH_SECRET || undefined,
  s3Endpoint: process.env.SWATH_S3_ENDPOINT || undefined,
})
const gateway = createGateway({ app: createAppServer(dist), api })
// The address of a screen carries the outline drawn on it; Node's own 16 kB end at some 1,500 corners.
const maxHeaderSize = 256 * 1024
const server = serve({ fetch: gateway.fetch, port, serverOptions: { maxHeaderSize } }, ({ port: given }) => {
  console.log(`Swath is at http://localhost:${given} (sandbox data in ${folder})`)
})
server.on('error', (error: NodeJS.ErrnoException) => {
  fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=8090 npm start` : error.message)
})
// Crash-only: work that is cut off starts over at the next start, so there is nothing to wait for.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))

function wholeNumber(text: string, name: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 0) fail(`${name} is "${text}"; it has to be a whole number.`)
  return value
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
