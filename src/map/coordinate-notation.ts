import { useSyncExternalStore } from 'react'
import type { CoordinateStyle } from '#src/geo/format-coordinate.ts'

export const notations = ['decimal', 'dms', 'utm', 'mgrs'] as const satisfies readonly CoordinateStyle[]
/** How coordinates are written on and beside the map. */
export type Notation = (typeof notations)[number]

const storageKey = 'swath.coordinate-notation'
const listeners = new Set<() => void>()
let chosen = storedNotation()

export function useNotation(): Notation {
  return useSyncExternalStore(subscribe, () => chosen)
}

export function chooseNotation(notation: Notation): void {
  chosen = notation
  try {
    localStorage.setItem(storageKey, notation)
  } catch {
    // Storage can be closed to us; the choice then lives as long as the page.
  }
  for (const listener of listeners) listener()
}

function storedNotation(): Notation {
  try {
    const stored = localStorage.getItem(storageKey)
    return notations.find((notation) => notation === stored) ?? 'decimal'
  } catch {
    return 'decimal'
  }
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
