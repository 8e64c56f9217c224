import type { RouteObject } from 'react-router'

const afterMs = 2500

/**
 * Loads the code of all screens, one after the other, once the first one stands: going to another is then immediate, also
 * while pictures hold the connections or the service was updated.
 */
export function warmScreens(routes: readonly RouteObject[]): void {
  setTimeout(() => void warm(routes), afterMs)
}

async function warm(routes: readonly RouteObject[]): Promise<void> {
  for (const { lazy, children } of routes) {
    // A failure shows when the screen is gone to, and is tried again then.
    if (typeof lazy === 'function') await lazy().catch(() => undefined)
    if (children) await warm(children)
  }
}
