import { createContext, useState, type ReactNode } from 'react'
import { createMapHost, type MapHost } from './map-host.ts'

export const MapContext = createContext<MapHost | null>(null)

/**
 * Goes above the router's outlet, so that a screen's panel and its layers can be one component, wherever the canvas is.
 * `host` is for tests.
 */
export function MapProvider({ host: given, children }: { host?: MapHost; children: ReactNode }) {
  const [host] = useState(() => given ?? createMapHost())
  return <MapContext value={host}>{children}</MapContext>
}
