import { existsSync, rmSync } from 'node:fs'
import { serve } from '@hono/node-server'
import { createClock } from '#sandbox/clock.ts'
import { createSandbox } from '#sandbox/create-sandbox.ts'
import { holdFolder } from '#sandbox/database/hold-folder.ts'
import { UnusableFolder } from '#sandbox/database/unusable-folder.ts'
import { createGateway } from './gateway.ts'
import { createAppServer } from './serve-app.ts'
import { readSettings, WrongSetting } from './settings.ts'
import type { Settings } from './settings.ts'

try {
  await start(readSettings(process.argv.slice(2), process.env))
} catch (error) {
  if (error instanceof WrongSetting || error instanceof UnusableFolder) fail(error.message)
  throw error
}
// Crash-only: work that is cut off starts over at the next start, so there is nothing to wait for.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(0))

async function start({ port, host, folder, dist, reset, speed, sandbox }: Settings) {
  if (!existsSync(dist)) fail(`The app is not built: there is no ${dist}. Run "npm run build" first.`)
  if (reset && existsSync(folder)) {
    // Not under the feet of one that is running.
    holdFolder(folder)()
    rmSync(folder, { recursive: true, force: true })
  }
  const { fetch: api } = await createSandbox({ ...sandbox, folder, clock: createClock({ speed }) })
  const gateway = createGateway({ app: createAppServer(dist), api })
  // The address of a screen carries the outline drawn on it; Node's own 16 kB end at some 1,500 corners.
  const serverOptions = { maxHeaderSize: 256 * 1024 }
  const server = serve(
    { fetch: gateway.fetch, port, ...(host && { hostname: host }), serverOptions },
    ({ port: given }) => {
      console.log(`Swath is at http://localhost:${given} (sandbox data in ${folder})`)
    },
  )
  server.on('error', (error: NodeJS.ErrnoException) => {
    fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another: PORT=8090 npm start` : error.message)
  })
}

function fail(message: string): never {
  console.error(message)
  process.exit(1)
}
