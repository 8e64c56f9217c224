import { useSyncExternalStore } from 'react'

const storageKey = 'swath.project'
const listeners = new Set<() => void>()
let chosen = read()

function read(): string | null {
  try {
    return localStorage.getItem(storageKey)
  } catch {
    return null
  }
}

/** Chooses the project that lists are about; null means all of them. Remembered on this machine. */
export function chooseProject(id: string | null): void {
  chosen = id
  try {
    if (id === null) localStorage.removeItem(storageKey)
    else localStorage.setItem(storageKey, id)
  } catch {
    // Storage can be closed to us; the choice then lives as long as the page.
  }
  for (const listener of listeners) listener()
}

/** Id of the chosen project, or null for all. */
export function useChosenProject(): string | null {
  return useSyncExternalStore(subscribe, () => chosen)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
