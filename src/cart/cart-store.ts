import { useSyncExternalStore } from 'react'
import type { MultiPolygon, Polygon } from 'geojson'

/** One scene to be ordered over one area. The same scene over another area is another entry. */
export type CartScene = {
  sceneId: string
  collectionId: string
  title: string
  /** RFC 3339 */
  datetime: string
  area: Polygon | MultiPolygon
}

/** A picture to be taken, as the address of the form that describes it: what stands behind the `?` of `paths.newOrder`. */
export type CartPicture = { id: string; form: string }

export type CartEntry = CartScene | CartPicture

export const isPicture = (entry: CartEntry): entry is CartPicture => 'form' in entry

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

const keyOf = (entry: CartEntry) =>
  isPicture(entry) ? entry.id : `${entry.sceneId} ${JSON.stringify(entry.area.coordinates)}`

/** @returns how many were new. */
export function addToCart(added: readonly CartEntry[]): number {
  const known = new Set(entries.map(keyOf))
  const fresh = added.filter((entry) => !known.has(keyOf(entry)))
  if (fresh.length > 0) write([...entries, ...fresh])
  return fresh.length
}

/** Puts a new picture into the cart, in the place of the one with the same id when there is one. */
export function putPicture(picture: CartPicture): void {
  const isKnown = entries.some((entry) => keyOf(entry) === picture.id)
  write(isKnown ? entries.map((entry) => (keyOf(entry) === picture.id ? picture : entry)) : [...entries, picture])
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
