import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { test as base } from '@playwright/test'
import type { Page } from '@playwright/test'

const root = resolve(import.meta.dirname, '..')

/** A server of the app and its sandbox, started as `npm start` does, with a data folder of its own. */
export type Server = {
  url: string
  folder: string
  /** Moves the sandbox's clock forward instead of waiting, lets the work end that is due, and tells what the clock shows: epoch ms. */
  advance(ms: number): Promise<number>
  faults(faults: { latencyMs?: number; failRate?: number; cutAfterBytes?: number }): Promise<void>
}

export const test = base.extend<{ page: Page }, { server: Server; serverName: string }>({
  /** Journeys that name another one get a server of their own: what they leave it to compute keeps nobody waiting. */
  serverName: ['shared', { option: true, scope: 'worker' }],
  server: [
    async ({ serverName: _ }, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'swath-e2e-'))
      const { url, process: child } = await start(folder)
      const post = async (path: string, body: unknown) => {
        const response = await fetch(url + path, {
          method: 'POST',
          body: JSON.stringify(body),
          headers: { 'content-type': 'application/json' },
        })
        if (!response.ok) throw new Error(`${path}: ${response.status}`)
        return (await response.json()) as { nowMs: number }
      }
      await use({
        url,
        folder,
        async advance(advanceMs) {
          const { nowMs } = await post('/sandbox/clock', { advanceMs })
          await post('/sandbox/settled', {})
          return nowMs
        },
        async faults(faults) {
          await post('/sandbox/faults', faults)
        },
      })
      child.kill('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  // Every journey fails on an error in the console, whatever else it looks at.
  page: async ({ page }, use) => {
    const errors: string[] = []
    page.on('pageerror', (error) => errors.push(String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' && !expected(message.text())) errors.push(message.text())
    })
    await use(page)
    if (errors.length > 0) throw new Error(`The page logged errors:\n${errors.join('\n')}`)
  },
})

/** The browser itself logs every refused request; those that a journey causes on purpose are no fault of the page. */
const expected = (text: string) =>
  /^Failed to load resource: (the server responded with a status of 4\d\d|net::ERR_CONNECTION_RESET)/.test(text)

async function start(folder: string): Promise<{ url: string; process: ChildProcess }> {
  const child = spawn(process.execPath, ['gateway/main.ts', '--controls', '--scenes', '3000'], {
    cwd: root,
    env: { ...process.env, PORT: '0', SWATH_DATA: folder, SWATH_APP: join(root, 'dist-test') },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((resolveUrl, reject) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /http:\/\/localhost:\d+/.exec(printed)
      if (address) resolveUrl(address[0])
    })
    child.on('exit', (code) => reject(new Error(`the server stopped with code ${code}: ${printed}`)))
  })
  return { url, process: child }
}

export { expect } from '@playwright/test'
export type { Page, Locator, Download } from '@playwright/test'
