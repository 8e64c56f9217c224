/** A list that outlives the page, shared by all tabs of this browser. */
export type KeptList<Entry> = {
  subscribe: (listener: () => void) => () => void
  read: () => readonly Entry[]
  write: (next: readonly Entry[]) => void
  /** Looks into the storage: another tab may have written, and its event not be here yet. */
  refresh: () => void
  /** False where the storage is full or closed to us: the list then lives as long as the page. */
  isKept: () => boolean
}

type KeptListOptions<Entry> = {
  /** Where it lies in the storage. */
  key: string
  /** An older version or another hand may have left anything there; undefined leaves it out. */
  entryOf: (value: unknown) => Entry | undefined
  storage?: () => Storage
}

export function createKeptList<Entry>({
  key,
  entryOf,
  storage = () => localStorage,
}: KeptListOptions<Entry>): KeptList<Entry> {
  const listeners = new Set<() => void>()
  let entries: readonly Entry[] = []
  let text: string | null = null
  let isKept = true
  look()

  function look() {
    try {
      const now = storage().getItem(key)
      if (now === text) return
      text = now
      entries = entriesOf(now, entryOf)
    } catch {
      // Closed to us: what the page has stays.
    }
  }

  const tell = () => {
    for (const listener of listeners) listener()
  }
  const refresh = () => {
    // What could not be kept is not there to be found.
    if (isKept) look()
    tell()
  }
  const onStorage = (event: StorageEvent) => {
    if (event.key === key || event.key === null) refresh()
  }

  return {
    subscribe(listener) {
      if (listeners.size === 0) {
        globalThis.addEventListener?.('storage', onStorage)
        if (isKept) look()
      }
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', onStorage)
      }
    },
    read: () => entries,
    write(next) {
      entries = next
      try {
        const written = JSON.stringify(next)
        storage().setItem(key, written)
        text = written
        isKept = true
      } catch {
        isKept = false
      }
      tell()
    },
    refresh,
    isKept: () => isKept,
  }
}

function entriesOf<Entry>(text: string | null, entryOf: (value: unknown) => Entry | undefined): Entry[] {
  try {
    const stored: unknown = JSON.parse(text ?? '[]')
    return Array.isArray(stored) ? stored.flatMap((value) => entryOf(value) ?? []) : []
  } catch {
    return []
  }
}
