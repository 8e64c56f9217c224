import { spawn } from 'node:child_process'
import { createServer } from 'vite'

// The sandbox behind Vite's hot-reloading server. Sandbox sources are watched too: Node restarts it when one changes.
const sandboxPort = '8081'
const sandbox = spawn(process.execPath, ['--watch', 'gateway/main.ts'], {
  stdio: 'inherit',
  env: { ...process.env, PORT: sandboxPort, SWATH_APP: 'public' },
})
const target = `http://localhost:${sandboxPort}`
const vite = await createServer({
  server: { port: Number(process.env.PORT ?? 8080), proxy: { '/v0': target, '/ping': target, '/files': target } },
})
await vite.listen()
vite.printUrls()
process.on('SIGINT', () => {
  sandbox.kill()
  process.exit(0)
})
