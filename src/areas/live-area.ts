import { useSyncExternalStore } from 'react'
import type { Area } from '#src/geo/rings.ts'

/** The area under the hand. It changes with every frame: only what shows it hears of it, not the whole screen. */
export type LiveArea = {
  set: (area: Area | null) => void
  get: () => Area | null
  subscribe: (listener: () => void) => () => void
}

export function createLiveArea(): LiveArea {
  const listeners = new Set<() => void>()
  let now: Area | null = null
  return {
    get: () => now,
    set: (area) => {
      now = area
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function useLiveArea({ subscribe, get }: LiveArea): Area | null {
  return useSyncExternalStore(subscribe, get)
}
