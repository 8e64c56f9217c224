import * as z from 'zod'
import { createKeptList } from '#src/kept/kept-list.ts'
import { downloadKey, downloadSourceSchema } from './download-source.ts'
import type { DownloadSource } from './download-source.ts'

const entrySchema = z.object({
  key: z.string(),
  source: downloadSourceSchema,
  /** What a person asked for, as "Potsdam, 14 March". */
  label: z.string(),
  state: z.enum(['preparing', 'saved', 'failed']),
  /** Epoch ms of the last time a person asked: where the waiting began. */
  askedMs: z.number(),
  /** The service's id of the download; absent until it answered, and once it has to be started anew. */
  id: z.string().optional(),
  savedMs: z.number().optional(),
  sizeBytes: z.number().optional(),
  /** Why it failed. */
  reason: z.string().optional(),
  /** While preparing: why there is no news. */
  trouble: z.string().optional(),
})
export type DownloadEntry = z.infer<typeof entrySchema>

export type DownloadList = {
  subscribe: (listener: () => void) => () => void
  /** Newest first. */
  snapshot: () => readonly DownloadEntry[]
  find: (key: string) => DownloadEntry | undefined
  /** Asks for a file; one that is being prepared already is left alone. */
  add: (source: DownloadSource, label: string) => void
  /** Prepares the file again after a failure, or fetches it again after it was saved. */
  askAgain: (key: string) => void
  remove: (key: string) => void
  removeFinished: () => void
  /** Changes an entry if it is still waiting for the same asking; what was removed or asked anew meanwhile is left alone. */
  update: (entry: DownloadEntry, change: Partial<Pick<DownloadEntry, 'id' | 'trouble' | 'sizeBytes'>>) => void
  fail: (entry: DownloadEntry, reason: string, options?: { keepId?: boolean }) => void
  /** True once for each asking, whichever tab comes first: only then may the file be saved. */
  claimSave: (entry: DownloadEntry) => boolean
}

const keepAtMost = 100

/** What was asked for, kept in `storage` so that it outlives the page. Signed addresses are never kept: they open the file. */
export function createDownloadList(storage: () => Storage, nowMs: () => number = Date.now): DownloadList {
  const list = createKeptList({
    key: 'swath.downloads',
    entryOf: (value) => entrySchema.safeParse(value).data,
    storage,
  })
  const write = (next: readonly DownloadEntry[]) => list.write(next.slice(0, keepAtMost))

  const find = (key: string) => list.read().find((entry) => entry.key === key)
  const replace = (key: string, next: DownloadEntry) =>
    write(list.read().map((entry) => (entry.key === key ? next : entry)))

  /** The entry as it now is, if it still waits for the asking that `seen` knew. */
  function waiting(seen: DownloadEntry): DownloadEntry | undefined {
    const current = find(seen.key)
    return current?.state === 'preparing' && current.askedMs === seen.askedMs ? current : undefined
  }

  const askAgain = (key: string) => {
    const entry = find(key)
    if (!entry || entry.state === 'preparing') return
    const { label, source, id } = entry
    // One tick later than before, so that an answer to the earlier asking can not be taken for one to this.
    const askedMs = Math.max(nowMs(), entry.askedMs + 1)
    replace(key, { key, source, label, state: 'preparing', askedMs, ...(id !== undefined && { id }) })
  }

  return {
    subscribe: list.subscribe,
    snapshot: list.read,
    find,
    askAgain,
    add(source, label) {
      const key = downloadKey(source)
      if (find(key)) return askAgain(key)
      write([{ key, source, label, state: 'preparing', askedMs: nowMs() }, ...list.read()])
    },
    remove: (key) => write(list.read().filter((entry) => entry.key !== key)),
    removeFinished: () => write(list.read().filter(({ state }) => state === 'preparing')),
    update(seen, change) {
      const entry = waiting(seen)
      if (entry) replace(entry.key, { ...entry, ...change })
    },
    fail(seen, reason, { keepId = false } = {}) {
      const entry = waiting(seen)
      if (!entry) return
      const { id, trouble: _, ...rest } = entry
      replace(entry.key, { ...rest, state: 'failed', reason, ...(keepId && id !== undefined && { id }) })
    },
    claimSave(seen) {
      // Another tab may have been first.
      list.refresh()
      const entry = waiting(seen)
      if (!entry) return false
      const { trouble: _, ...rest } = entry
      replace(entry.key, { ...rest, state: 'saved', savedMs: nowMs() })
      return true
    },
  }
}
