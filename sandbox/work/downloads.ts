import { createHash } from 'node:crypto'
import { timestamp } from '#sandbox/clock.ts'
import { anyOf } from '#sandbox/database/conditions.ts'
import type { DownloadRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { assetFileName } from './asset-file-name.ts'
import { catalogFiles } from './catalog-files.ts'
import type { WorkHandler } from './queue.ts'
import { runFiles } from './run-files.ts'

/** What a download holds, by kind. */
export type DownloadSubject = {
  'aoi-assets': { aoiId: string; assetIds: string[] }
  catalogs: { catalogIds: string[] }
  insight: { insightId: string; inputs: string[]; outputs: string[] | null }
  job: { jobId: string }
  task: { taskId: string }
}
export type DownloadKind = keyof DownloadSubject

export async function startDownload<Kind extends DownloadKind>(
  { database, queue, clock }: Sandbox,
  { id, kind, key, subject }: { id: string; kind: Kind; key: string; subject: DownloadSubject[Kind] },
): Promise<DownloadRow> {
  const now = timestamp(clock)
  const row: DownloadRow = {
    id,
    kind,
    subject_key: key,
    subject_json: JSON.stringify(subject),
    status: 'created',
    progress: 0,
    file: null,
    reason: null,
    created_at: now,
    updated_at: now,
  }
  await database.query.transaction().execute(async (trx) => {
    await trx.insertInto('downloads').values(row).execute()
    await queue.add(trx, 'package-download', id)
  })
  queue.wake()
  return row
}

export function findDownload({ database }: Sandbox, id: string): Promise<DownloadRow | undefined> {
  return database.query.selectFrom('downloads').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Packs the files of a download into one ZIP, computing those that no one has looked at yet. */
export function packageDownload(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  const update = (id: string, values: Partial<DownloadRow>) =>
    query
      .updateTable('downloads')
      .set({ ...values, updated_at: timestamp(sandbox.clock) })
      .where('id', '=', id)
      .execute()

  return {
    async run(id) {
      const download = await query.selectFrom('downloads').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      await update(id, { status: 'in_progress' })
      const entries = await entriesOf(download)
      if (entries.length === 0) throw new Error('there is no file to pack')
      // The same content keeps the same name, so that a repeated download costs no second copy.
      const name = `downloads/${createHash('sha256').update(JSON.stringify(entries)).digest('hex').slice(0, 24)}.zip`
      const task = {
        kind: 'zip',
        entries,
        modifiedMs: Date.parse(download.created_at),
        out: await sandbox.files.pathToWrite(name),
      } as const
      await sandbox.pixels.run(task, {
        onProgress: (fraction) => void update(id, { progress: Math.round(fraction * 100) }),
      })
      await update(id, { status: 'success', progress: 100, file: name })
    },
    async fail(id, reason) {
      await update(id, { status: 'failed', reason })
    },
  }

  async function entriesOf(download: DownloadRow): Promise<{ name: string; path: string }[]> {
    if (download.kind === 'aoi-assets') {
      const { assetIds } = JSON.parse(download.subject_json) as DownloadSubject['aoi-assets']
      const assets = await query
        .selectFrom('assets')
        .select('file')
        .where('id', 'in', anyOf(assetIds))
        .where('status', '=', 'success')
        .execute()
      return assets.flatMap(({ file }) => (file ? [{ name: assetFileName(file), path: sandbox.files.path(file) }] : []))
    }
    const ofRun = await runFiles(sandbox, download)
    if (ofRun) return ofRun
    const { catalogIds } = JSON.parse(download.subject_json) as DownloadSubject['catalogs']
    const catalogs = await query
      .selectFrom('catalogs')
      .selectAll()
      .where('id', 'in', anyOf(catalogIds))
      .orderBy('id')
      .execute()
    const entries = []
    for (const catalog of catalogs) {
      // Two order items may hold the same scene, cut differently.
      const isAlone = catalogs.every(({ id, scene_id }) => id === catalog.id || scene_id !== catalog.scene_id)
      const folder = isAlone ? catalog.scene_id : `${catalog.scene_id}_${catalog.order_item_id.slice(0, 8)}`
      for (const { name, path } of await catalogFiles(sandbox, catalog))
        entries.push({ name: `${folder}/${name}`, path })
    }
    return entries
  }
}
