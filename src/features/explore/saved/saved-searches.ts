import * as z from 'zod'
import { createKeptList } from '#src/kept/kept-list.ts'

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

const isSameName = (a: string, b: string) => a.localeCompare(b, undefined, { sensitivity: 'accent' }) === 0

/** Searches kept in `storage`, shared by all tabs. */
export function createSavedSearches(
  storage: () => Storage,
  now: () => number = Date.now,
  newId: () => string = () => crypto.randomUUID(),
): SavedSearches {
  const list = createKeptList({
    key: 'swath.searches',
    entryOf: (value) => entrySchema.safeParse(value).data,
    storage,
  })
  const write = (next: readonly SavedSearch[]) => list.write(next.toSorted((a, b) => a.name.localeCompare(b.name)))
  const nameOf = (text: string) => text.trim().slice(0, longestName)
  const others = (name: string) => list.read().filter((entry) => !isSameName(entry.name, name))

  return {
    subscribe: list.subscribe,
    read: list.read,
    save(text, search) {
      const name = nameOf(text)
      const replaced = list.read().find((entry) => isSameName(entry.name, name))
      write([...others(name), { id: newId(), name, search, savedMs: now() }])
      return replaced
    },
    rename(id, text) {
      const name = nameOf(text)
      if (list.read().some((entry) => entry.id !== id && isSameName(entry.name, name))) return false
      write(list.read().map((entry) => (entry.id === id ? { ...entry, name } : entry)))
      return true
    },
    remove: (id) => write(list.read().filter((entry) => entry.id !== id)),
    putBack: (entry) => write([...others(entry.name).filter(({ id }) => id !== entry.id), entry]),
    isKept: list.isKept,
  }
}
