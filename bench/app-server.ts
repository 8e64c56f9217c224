import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { build } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** The app as it is shipped, but for the handle on its map. */
export async function buildApp(folder: string): Promise<string> {
  const outDir = join(folder, 'app')
  process.env.VITE_TEST_HANDLE = '1'
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  return outDir
}

/** The app and a sandbox on what lies in the folder. */
export async function startServer(folder: string, app: string) {
  const child = spawn(process.execPath, ['gateway/main.ts'], {
    cwd: root,
    env: { ...process.env, PORT: '0', SWATH_DATA: folder, SWATH_APP: app },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = await new Promise<string>((tell, fail) => {
    let printed = ''
    child.stdout.on('data', (chunk: Buffer) => {
      printed += chunk.toString()
      const address = /http:\/\/localhost:\d+/.exec(printed)
      if (address) tell(address[0])
    })
    child.on('exit', (code) => fail(new Error(`the server stopped with code ${code}: ${printed}`)))
  })
  return { url, stop: () => child.kill('SIGKILL') }
}
