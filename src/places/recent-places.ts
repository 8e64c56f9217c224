import { useSyncExternalStore } from 'react'
import type { Destination } from './destination.ts'

const storageKey = 'swath.recent-places'
const most = 6
const listeners = new Set<() => void>()
let recent: readonly Destination[] = read()

function read(): readonly Destination[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(storageKey) ?? '[]')
    return Array.isArray(stored) ? stored.filter(isDestination).slice(0, most) : []
  } catch {
    return []
  }
}

/** What an older version or another hand left in the storage is looked at before it is used. */
function isDestination(value: unknown): value is Destination {
  const { id, label, description, lngLat, box } = (value ?? {}) as Partial<Record<keyof Destination, unknown>>
  const isNumbers = (list: unknown, length: number) =>
    Array.isArray(list) && list.length === length && list.every(Number.isFinite)
  return [id, label, description].every((text) => typeof text === 'string') && isNumbers(lngLat, 2) && isNumbers(box, 4)
}

/** Puts a place first among those looked at lately, kept in this browser. */
export function remember(place: Destination): void {
  recent = [place, ...recent.filter(({ id }) => id !== place.id)].slice(0, most)
  try {
    localStorage.setItem(storageKey, JSON.stringify(recent))
  } catch {
    // Storage can be full or closed to us; the list then lives as long as the page.
  }
  for (const listener of listeners) listener()
}

export function useRecentPlaces(): readonly Destination[] {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => recent,
  )
}
