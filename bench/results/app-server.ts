import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { build } from 'vite'
import { openDatabase } from '#sandbox/database/open.ts'
import { insertScenes } from '#sandbox/database/insert-scenes.ts'
import { seed } from '#sandbox/database/seed.ts'
import { area, scenesOverOneArea } from './one-area.ts'

const root = resolve(import.meta.dirname, '../..')

/** The app as it is shipped, but for the handle on its map; beside it two pages with outlines only, the app's layer and a bare map, on the same basemap. */
export async function buildApp(folder: string): Promise<string> {
  const outDir = join(folder, 'app')
  process.env.VITE_TEST_HANDLE = '1'
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const page = resolve(import.meta.dirname, 'page')
  await build({
    root: page,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2023',
      rolldownOptions: { input: ['ours', 'peer'].map((name) => join(page, `${name}.html`)) },
    },
  })
  return outDir
}

/** Fills a sandbox with so many scenes over one area. @returns the outlines of some collections, newest first, as the app lists them. */
export async function fillSandbox(folder: string, scenes: number, collections: readonly string[]) {
  const database = openDatabase(join(folder, 'sandbox.db'))
  seed(database, { scenes: 3000 })
  insertScenes(database, scenesOverOneArea(scenes))
  const footprints = database.raw
    .prepare(
      `SELECT footprint_json FROM scenes WHERE number IN
       (SELECT scene FROM scene_boxes WHERE max_lng >= ${area.west} AND min_lng <= ${area.east} AND max_lat >= ${area.south} AND min_lat <= ${area.north})
       AND collection IN (${collections.map(() => '?').join(', ')})
       ORDER BY datetime_ms DESC`,
    )
    .all(...collections)
    .map(({ footprint_json }) => JSON.parse(String(footprint_json)) as GeoJSON.Polygon)
  await database.close()
  return footprints
}

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
