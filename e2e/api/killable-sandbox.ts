import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createClient } from '#src/api/client.ts'
import type { Client } from '#src/api/client.ts'

export type KillableSandbox = {
  api: Client
  fetch(request: Request): Promise<Response>
  /** SIGKILL: no handler runs, nothing is flushed. Resolves when the process is gone. */
  kill(): Promise<void>
}

/** The server as `npm start` runs it, in a process of its own, with its data in a folder. */
export async function spawnSandbox(
  folder: string,
  { scenes, until, reset = false }: { scenes: number; until?: 'listening' | 'started'; reset?: boolean },
): Promise<KillableSandbox> {
  const root = resolve(import.meta.dirname, '../..')
  // The page itself is not what is tried here; a stand-in saves building it.
  const app = `${folder}-app`
  mkdirSync(app, { recursive: true })
  writeFileSync(join(app, 'index.html'), '<!doctype html>')
  const args = [join(root, 'gateway/main.ts'), '--scenes', String(scenes), ...(reset ? ['--reset'] : [])]
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, PORT: '0', SWATH_DATA: folder, SWATH_APP: app, SWATH_TOKEN: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = once(child, 'exit')
  let output = ''
  let errors = ''
  child.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  const listening = new Promise<string>((found, failed) => {
    child.stdout.on('data', (text: Buffer) => {
      output += text.toString()
      const address = /http:\/\/localhost:[1-9]\d*/.exec(output)
      if (address) found(address[0])
    })
    child.on('exit', () => failed(new Error(`the sandbox ended: ${output}${errors}`)))
  })
  listening.catch(() => {})
  const baseUrl = until === 'started' ? 'http://localhost:1' : await listening
  const send = (request: Request) => fetch(request)
  return {
    api: createClient({ baseUrl, fetch: send }),
    fetch: send,
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}
