import { useSyncExternalStore } from 'react'
import type { MapTheme } from './basemap-palette.ts'

/** `auto` is what the system prefers, now and when it changes its mind. */
export function useResolvedTheme(setting: MapTheme | 'auto'): MapTheme {
  const prefersLight = useSyncExternalStore(subscribe, isLight)
  if (setting !== 'auto') return setting
  return prefersLight ? 'light' : 'dark'
}

const query = () => window.matchMedia('(prefers-color-scheme: light)')

const isLight = () => query().matches

function subscribe(listener: () => void): () => void {
  const preference = query()
  preference.addEventListener('change', listener)
  return () => preference.removeEventListener('change', listener)
}
