import { randomUUID } from 'node:crypto'
import type { DownloadRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { startDownload } from './downloads.ts'
import type { DownloadKind, DownloadSubject } from './downloads.ts'

/** How long a failed download is told as failed before the same PUT tries again. */
const failedForMs = 30_000

/** For the PUTs that both start and ask: the download under way or ready for the same files, else a new one. */
export async function startOrFindDownload<Kind extends DownloadKind>(
  sandbox: Sandbox,
  kind: Kind,
  key: string,
  subject: DownloadSubject[Kind],
): Promise<DownloadRow> {
  const { database, clock } = sandbox
  const known = await database.query
    .selectFrom('downloads')
    .selectAll()
    .where('kind', '=', kind)
    .where('subject_key', '=', key)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  const usable = known && (known.status !== 'failed' || clock.nowMs() - Date.parse(known.updated_at) < failedForMs)
  return usable ? known : startDownload(sandbox, { id: randomUUID(), kind, key, subject })
}
