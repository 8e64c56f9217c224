import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { useMap } from './use-map.ts'

/** Puts React content over the map and under the panels, placed in pixels of the map. The pointer reaches it, and not the map. */
export function OverMap({ children }: { children: ReactNode }) {
  const map = useMap()
  return map && createPortal(children, map.getContainer())
}
