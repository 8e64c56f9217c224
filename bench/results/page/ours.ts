import { createElement, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { BrowserRouter } from 'react-router'
import { MapCanvas } from '#src/map/map-canvas.tsx'
import { MapProvider } from '#src/map/map-provider.tsx'
import { FootprintsLayer } from '#src/scenes/footprints.layer.tsx'
import { toScene, type Scene } from '#src/scenes/scene.ts'
import type {} from './peer.ts'

const none: string[] = []
const item = { collection: 'bench', properties: { datetime: '2026-10-01T10:00:00Z' } }

let scenes: readonly Scene[] = []
const listeners = new Set<() => void>()
const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The app's layer of outlines on the app's map, without what is around them. */
function Outlines() {
  const shown = useSyncExternalStore(subscribe, () => scenes)
  return createElement(FootprintsLayer, {
    scenes: shown,
    selectedKeys: none,
    hoveredKey: null,
    onPress: () => undefined,
  })
}

window.outlines = {
  show: (footprints) => {
    scenes = footprints.map((geometry, i) => toScene({ ...item, id: `${i}`, geometry }))
    for (const listener of listeners) listener()
  },
}

createRoot(document.getElementById('map')!).render(
  createElement(
    BrowserRouter,
    null,
    createElement(MapProvider, null, createElement(MapCanvas), createElement(Outlines)),
  ),
)
