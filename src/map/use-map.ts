import type { MapEventType, MapLibreMap } from 'maplibre-gl'
import { use, useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import type { MapTheme } from './basemap-palette.ts'
import type { MapHost, MapState } from './map-host.ts'
import { MapContext } from './map-provider.tsx'

export function useMapHost(): MapHost {
  const host = use(MapContext)
  if (!host) throw new Error('The map is used outside of <MapProvider>')
  return host
}

/** The map and how often its style was loaded; `map` is null until the first style is there. */
export function useMapState(): MapState {
  const host = useMapHost()
  return useSyncExternalStore(host.subscribe, host.getState)
}

/** The map, or null until it can take layers. */
export function useMap(): MapLibreMap | null {
  return useMapState().map
}

/** Whether the basemap is dark or light: `OVERLAY_PALETTE[useMapTheme()]` has the colours to draw over it. */
export function useMapTheme(): MapTheme {
  return useMapState().theme
}

/** Calls `handler` on each such event of the map: `useMapEvent('moveend', …)`. */
export function useMapEvent<T extends keyof MapEventType>(type: T, handler: (event: MapEventType[T]) => void): void {
  const map = useMap()
  const latest = useEffectEvent(handler)
  useEffect(() => {
    if (!map) return
    const listener = (event: MapEventType[T]) => latest(event)
    map.on(type, listener)
    return () => {
      map.off(type, listener)
    }
  }, [map, type])
}
