import { randomBytes } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { createApp } from './app.ts'
import { createClock } from './clock.ts'
import type { Clock } from './clock.ts'
import { holdFolder } from './database/hold-folder.ts'
import { openDatabase } from './database/open.ts'
import type { Database } from './database/open.ts'
import { seed } from './database/seed.ts'
import { noFaults } from './faults.ts'
import type { Faults } from './faults.ts'
import { createFiles } from './files.ts'
import type { Sandbox } from './sandbox.ts'
import { createSecretBox } from './secret-box.ts'
import { captureTask } from './work/capture-task.ts'
import { catalogFiles } from './work/catalog-files.ts'
import { deliver } from './work/deliver.ts'
import { packageDownload } from './work/downloads.ts'
import { fulfilTask } from './work/fulfil-task.ts'
import { createPixelPool } from './work/pixel-pool.ts'
import { prepareAoi } from './work/prepare-aoi.ts'
import { createQueue } from './work/queue.ts'
import type { WorkHandler } from './work/queue.ts'
import { createQuicklooks } from './work/quicklooks.ts'
import { renderVisualization } from './work/render-visualization.ts'
import { runInsight } from './work/run-insight.ts'
import { runTask } from './work/run-task.ts'

export type SandboxOptions = {
  /** everything the sandbox keeps lies here */
  folder: string
  clock?: Clock
  /** scenes of a new workspace */
  scenes?: number
  /** when given, every request but ping needs it */
  token?: string | undefined
  faults?: Faults
  /** lets requests move the clock and cause faults: for tests only */
  controls?: boolean
  /** passphrase that seals the secrets of stores; without it a key file is made in the folder */
  secret?: string | undefined
  /** object store that S3 buckets are reached at; `{region}` stands for the store's region. Without it buckets are folders. */
  s3Endpoint?: string | undefined
}

export type RunningSandbox = {
  sandbox: Sandbox
  fetch(request: Request): Promise<Response>
  close(): Promise<void>
}

/** A whole sandbox without a port: opens or makes its data folder, goes on with unfinished work. */
export async function createSandbox({
  folder,
  clock = createClock(),
  scenes = 20_000,
  token,
  faults = { ...noFaults },
  controls = false,
  secret,
  s3Endpoint,
}: SandboxOptions): Promise<RunningSandbox> {
  mkdirSync(folder, { recursive: true })
  const release = holdFolder(folder)
  removeLeftovers(folder)
  const database = openDatabase(join(folder, 'sandbox.db'))
  seed(database, { scenes })

  const pixels = createPixelPool()
  const handlers: Record<string, WorkHandler> = {}
  const files = createFiles({ folder, clock, secret: signingSecret(database), produce })
  // As much at once as there are processors: what waits for pixels, disk or network keeps none of them busy itself.
  const queue = createQueue({ database, clock, handlers, concurrency: Math.max(2, availableParallelism()) })
  const secrets = createSecretBox({ folder, passphrase: secret })
  const sandbox: Sandbox = { database, clock, files, pixels, queue, secrets, s3Endpoint }
  const quicklook = createQuicklooks(database, pixels, () => files)
  Object.assign(handlers, {
    'prepare-aoi': prepareAoi(sandbox),
    'render-visualization': renderVisualization(sandbox),
    'capture-task': captureTask(sandbox),
    'fulfil-task': fulfilTask(sandbox),
    'package-download': packageDownload(sandbox),
    'run-insight': runInsight(sandbox),
    'run-task': runTask(sandbox),
    deliver: deliver(sandbox),
  })
  await queue.start()
  const app = createApp(sandbox, { token, faults, controls })
  return {
    sandbox,
    fetch: async (request) => app.fetch(request),
    async close() {
      await queue.stop()
      await pixels.close()
      await database.close()
      release()
    },
  }

  /** Files that are made when they are first asked for: quicklooks, and pictures of the seeded history. */
  async function produce(name: string): Promise<boolean> {
    const folderOfCatalog = /^(catalogs\/[\w-]+)\//.exec(name)?.[1]
    if (!folderOfCatalog) return quicklook(name)
    const catalog = await database.query
      .selectFrom('catalogs')
      .selectAll()
      .where('folder', '=', folderOfCatalog)
      .executeTakeFirst()
    if (!catalog) return false
    await catalogFiles(sandbox, catalog)
    return true
  }
}

/** Kept with the data, so that signed URLs outlive a restart. */
function signingSecret({ raw }: Database): string {
  raw
    .prepare("INSERT OR IGNORE INTO settings (key, value) VALUES ('signing-secret', ?)")
    .run(randomBytes(32).toString('hex'))
  return (raw.prepare("SELECT value FROM settings WHERE key = 'signing-secret'").get() as { value: string }).value
}

/** Half-written files of a killed process: nothing refers to them, and their work starts over. */
function removeLeftovers(folder: string) {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (/\.(part|spool|unpacked)$/.test(name)) rmSync(join(folder, name), { force: true })
  }
}
