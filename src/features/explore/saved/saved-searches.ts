import * as z from 'zod'

/** A search by the name someone gave it. `search` is what stands behind the `?` of Explore's address. */
const entrySchema = z.object({ id: z.string(), name: z.string(), search: z.string(), savedMs: z.number() })
export type SavedSearch = z.infer<typeof entrySchema>

export type SavedSearches = {
  subscribe: (listener: () => void) => () => void
  /** By name. */
  read: () => readonly SavedSearch[]
  /** Keeps a search; one of the same name makes room for it and is returned. */
  save: (name: string, search: string) => SavedSearch | undefined
  /** False when another one has that name. */
  rename: (id: string, name: string) => boolean
  remove: (id: string) => void
  /** Puts one back as it was, in place of the one that has its name now. */
  putBack: (entry: SavedSearch) => void
  /** Whether the browser keeps them beyond this page. */
  isKept: () => boolean
}

export const longestName = 80
const storageKey = 'swath.searches'

const isSameName = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0

/** Searches kept in `storage`, shared by all tabs. */
export function createSavedSearches(
  storage: () => Storage,
  now: () => number = Date.now,
  newId: () => string = () => crypto.randomUUID(),
): SavedSearches {
  const listeners = new Set<() => void>()
  let isKept = true
  let entries = stored()

  function stored(): readonly SavedSearch[] {
    try {
      const known: unknown = JSON.parse(storage().getItem(storageKey) ?? '[]')
      const parsed = Array.isArray(known) ? known.map((entry) => entrySchema.safeParse(entry)) : []
      return parsed.flatMap(({ data }) => data ?? [])
    } catch {
      return []
    }
  }

  function write(next: readonly SavedSearch[]) {
    entries = next.toSorted((a, b) => a.name.localeCompare(b.name))
    try {
      storage().setItem(storageKey, JSON.stringify(entries))
      isKept = true
    } catch {
      // Storage can be full or closed to us; the list then lives as long as the page.
      isKept = false
    }
    for (const listener of listeners) listener()
  }

  function onStorage({ key }: StorageEvent) {
    if (key !== storageKey && key !== null) return
    entries = stored()
    for (const listener of listeners) listener()
  }

  const nameOf = (text: string) => text.trim().slice(0, longestName)
  const others = (name: string) => entries.filter((entry) => !isSameName(entry.name, name))

  return {
    subscribe(listener) {
      if (listeners.size === 0) globalThis.addEventListener?.('storage', onStorage)
      listeners.add(listener)
      return () => {
        listeners.delete(listener)
        if (listeners.size === 0) globalThis.removeEventListener?.('storage', onStorage)
      }
    },
    read: () => entries,
    save(text, search) {
      const name = nameOf(text)
      const replaced = entries.find((entry) => isSameName(entry.name, name))
      write([...others(name), { id: newId(), name, search, savedMs: now() }])
      return replaced
    },
    rename(id, text) {
      const name = nameOf(text)
      if (entries.some((entry) => entry.id !== id && isSameName(entry.name, name))) return false
      write(entries.map((entry) => (entry.id === id ? { ...entry, name } : entry)))
      return true
    },
    remove: (id) => write(entries.filter((entry) => entry.id !== id)),
    putBack: (entry) => write([...others(entry.name).filter(({ id }) => id !== entry.id), entry]),
    isKept: () => isKept,
  }
}
