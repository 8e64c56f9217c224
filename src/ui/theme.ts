import { useSyncExternalStore } from 'react'

/** `auto` follows the system. */
export type ThemeChoice = 'dark' | 'light' | 'auto'

const storageKey = 'swath.theme'
const listeners = new Set<() => void>()

/** The theme chosen on this machine; dark until one is. */
export function readTheme(): ThemeChoice {
  const stored = localStorage.getItem(storageKey)
  return stored === 'light' || stored === 'auto' ? stored : 'dark'
}

/** Shows a theme and remembers it. */
export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey, choice)
  applyStoredTheme()
}

/** Shows the remembered theme; called once before the first paint. */
export function applyStoredTheme(): void {
  document.documentElement.dataset.theme = readTheme()
  for (const listener of listeners) listener()
}

/** What is on the screen now, for what is drawn outside CSS: canvas charts, the map. */
export function useShownTheme(): 'dark' | 'light' {
  return useSyncExternalStore(subscribe, shownTheme)
}

/** The choice itself, for the setting. */
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, readTheme)
}

/** The value of a colour token as `rgb(…)`, which canvas and WebGL understand. */
export function tokenColour(token: `--${string}`): string {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function shownTheme(): 'dark' | 'light' {
  const choice = document.documentElement.dataset.theme
  if (choice !== 'auto') return choice === 'light' ? 'light' : 'dark'
  return matchMedia('(prefers-color-scheme: light)').matches ? 'light' : 'dark'
}

function subscribe(listener: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: light)')
  listeners.add(listener)
  system.addEventListener('change', listener)
  return () => {
    listeners.delete(listener)
    system.removeEventListener('change', listener)
  }
}
