import type { MapLibreMap } from 'maplibre-gl'
import { adaptStyle } from './adapt-style.ts'
import type { MapTheme } from './basemap-palette.ts'
import { basemapStyle, type BasemapOptions } from './basemaps.ts'

export interface MapState {
  /** The map, once its first style is there to take layers. */
  map: MapLibreMap | null
  /** Goes up with each style loaded; everything drawn on the map before has to be drawn again. */
  styleRevision: number
  /** Whether the basemap is dark or light, for whoever draws over it. */
  theme: MapTheme
  /** Why there is no map, for the person looking. */
  failure: string | null
}

/** Owns the GL map outside of React, which may mount and unmount the canvas twice in one breath (StrictMode). */
export interface MapHost {
  getState: () => MapState
  subscribe: (listener: () => void) => () => void
  /** Shows the map in `parent`, making it the first time. The returned function takes it out again. */
  attach: (parent: HTMLElement, basemap: BasemapOptions) => () => void
  setBasemap: (basemap: BasemapOptions) => void
}

type CreateMap = (container: HTMLElement, basemap: BasemapOptions) => Promise<MapLibreMap>

/** MapLibre is 290 kB: it loads beside the interface instead of before it. */
const createMapLibre: CreateMap = async (container, basemap) => {
  const { createMap } = await import('./create-map.ts')
  return createMap(container, basemap)
}

export function createMapHost(create: CreateMap = createMapLibre): MapHost {
  const listeners = new Set<() => void>()
  let state: MapState = { map: null, styleRevision: 0, theme: 'dark', failure: null }
  let container: HTMLElement | undefined
  let current: { map: MapLibreMap; basemap: BasemapOptions } | undefined
  let wanted: BasemapOptions | undefined

  const change = (next: Partial<MapState>) => {
    state = { ...state, ...next }
    for (const listener of listeners) listener()
  }

  const start = async (element: HTMLElement, basemap: BasemapOptions) => {
    try {
      const map = await create(element, basemap)
      if (element !== container) return map.remove()
      current = { map, basemap }
      map.on('style.load', () => change({ map, styleRevision: state.styleRevision + 1 }))
      if (wanted) setBasemap(wanted)
    } catch (error) {
      change({ failure: error instanceof Error ? error.message : String(error) })
    }
  }

  const setBasemap = (basemap: BasemapOptions) => {
    wanted = basemap
    if (basemap.theme !== state.theme) change({ theme: basemap.theme })
    if (!current || !state.map || current.basemap === basemap) return
    adaptStyle(current.map, basemapStyle(current.basemap), basemapStyle(basemap))
    current.basemap = basemap
  }

  const stop = () => {
    const map = current?.map
    current = undefined
    container = undefined
    change({ map: null, failure: null })
    // Not before the layers that are still mounted have heard of it and taken themselves off.
    setTimeout(() => map?.remove())
  }

  return {
    getState: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    setBasemap,
    attach: (parent, basemap) => {
      if (!container) {
        container = document.createElement('div')
        container.className = 'swath-map-host'
        parent.append(container)
        wanted = basemap
        void start(container, basemap)
      } else {
        parent.append(container)
        current?.map.resize()
      }
      const shown = container
      return () => {
        shown.remove()
        // StrictMode and a moved canvas put it back at once; only a canvas that is really gone ends the map.
        queueMicrotask(() => {
          if (shown === container && !shown.isConnected) stop()
        })
      }
    },
  }
}
