import { useSyncExternalStore } from 'react'
import type { MultiPolygon, Polygon } from 'geojson'

/** One scene to be ordered over one area. The same scene over another area is another entry. */
export type CartEntry = {
  sceneId: string
  collectionId: string
  title: string
  /** RFC 3339 */
  datetime: string
  area: Polygon | MultiPolygon
}

const storageKey = 'swath.cart'
const listeners = new Set<() => void>()
let entries: readonly CartEntry[] = read()

function read(): readonly CartEntry[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? (stored as CartEntry[]) : []
  } catch {
    return []
  }
}

function write(next: readonly CartEntry[]) {
  entries = next
  try {
    localStorage.setItem(storageKey, JSON.stringify(next))
  } catch {
    // Storage can be full or closed to us; the cart then lives as long as the page.
  }
  for (const listener of listeners) listener()
}

const keyOf = (entry: CartEntry) => `${entry.sceneId} ${JSON.stringify(entry.area.coordinates)}`

/** @returns how many were new. */
export function addToCart(added: readonly CartEntry[]): number {
  const known = new Set(entries.map(keyOf))
  const fresh = added.filter((entry) => !known.has(keyOf(entry)))
  if (fresh.length > 0) write([...entries, ...fresh])
  return fresh.length
}

export function removeFromCart(removed: readonly CartEntry[]): void {
  const gone = new Set(removed.map(keyOf))
  write(entries.filter((entry) => !gone.has(keyOf(entry))))
}

// What another tab ordered must not be ordered here once more.
globalThis.addEventListener?.('storage', ({ key }: StorageEvent) => {
  if (key !== storageKey && key !== null) return
  entries = read()
  for (const listener of listeners) listener()
})

/** What waits to be ordered; survives a reload, shared by all tabs. */
export function useCart(): readonly CartEntry[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => entries,
  )
}
