import * as z from 'zod'
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
  const storageKey = 'swath.downloads'
  const listeners = new Set<() => void>()
  let entries: readonly DownloadEntry[] = []
  entries = read()

  function read(): readonly DownloadEntry[] {
    try {
      const stored: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]')
      const list = Array.isArray(stored) ? stored.map((entry) => entrySchema.safeParse(entry)) : []
      return list.flatMap((parsed) => (parsed.success ? [parsed.data] : []))
    } catch {
      return entries
    }
  }

  function write(next: readonly DownloadEntry[]) {
    entries = next.slice(0, keepAtMost)
    try {
      storage().setItem(storageKey, JSON.stringify(entries))
    } catch {
      // Storage can be full or closed to us; the list then lives as long as the page.
    }
    tell()
  }

  function tell() {
    for (const listener of listeners) listener()
  }

  const find = (key: string) => entries.find((entry) => entry.key === key)
  const replace = (key: string, next: DownloadEntry) =>
    write(entries.map((entry) => (entry.key === key ? next : entry)))

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
    subscribe(listener) {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', onStorage)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', onStorage)
      }
    },
    snapshot: () => entries,
    find,
    askAgain,
    add(source, label) {
      const key = downloadKey(source)
      if (find(key)) return askAgain(key)
      write([{ key, source, label, state: 'preparing', askedMs: nowMs() }, ...entries])
    },
    remove: (key) => write(entries.filter((entry) => entry.key !== key)),
    removeFinished: () => write(entries.filter(({ state }) => state === 'preparing')),
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
      // Another tab may have been first, and its storage event not here yet.
      entries = read()
      const entry = waiting(seen)
      if (!entry) {
        tell()
        return false
      }
      const { trouble: _, ...rest } = entry
      replace(entry.key, { ...rest, state: 'saved', savedMs: nowMs() })
      return true
    },
  }

  function onStorage(event: StorageEvent) {
    if (event.key !== storageKey && event.key !== null) return
    entries = read()
    tell()
  }
}
