import { useSyncExternalStore } from 'react'
import { createKeptList } from '#src/kept/kept-list.ts'
import type { Destination } from './destination.ts'

const most = 6
const recent = createKeptList<Destination>({
  key: 'swath.recent-places',
  entryOf: (value) => (isDestination(value) ? value : undefined),
})

function isDestination(value: unknown): value is Destination {
  const { id, label, description, lngLat, box } = (value ?? {}) as Partial<Record<keyof Destination, unknown>>
  const isNumbers = (list: unknown, length: number) =>
    Array.isArray(list) && list.length === length && list.every(Number.isFinite)
  return [id, label, description].every((text) => typeof text === 'string') && isNumbers(lngLat, 2) && isNumbers(box, 4)
}

/** Puts a place first among those looked at lately, kept in this browser. */
export function remember(place: Destination): void {
  recent.write([place, ...recent.read().filter(({ id }) => id !== place.id)].slice(0, most))
}

export const useRecentPlaces = (): readonly Destination[] => useSyncExternalStore(recent.subscribe, recent.read)
