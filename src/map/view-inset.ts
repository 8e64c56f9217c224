import type { MapLibreMap } from 'maplibre-gl'
import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react'
import { useMap } from './use-map.ts'

/** What of the map lies under panels, in pixels. */
export interface ViewInset {
  top: number
  right: number
  bottom: number
  left: number
}

const none: ViewInset = { top: 0, right: 0, bottom: 0, left: 0 }
const insets = new WeakMap<MapLibreMap, ViewInset>()
const listeners = new Set<() => void>()

/** Tells the map how much of it panels cover, so that what is fitted comes to lie beside them. For the shell. */
export function useViewInset({ top, right, bottom, left }: ViewInset): void {
  const map = useMap()
  // Before the effects of screens, which may fit something as soon as the map is there.
  useLayoutEffect(() => {
    if (!map) return
    insets.set(map, { top, right, bottom, left })
    for (const listener of listeners) listener()
  }, [map, top, right, bottom, left])
}

type Cover = { right: number; bottom: number }
const covers = new WeakMap<MapLibreMap, Cover>()

/** Tells the map that another covers so many pixels of it: what is fitted then comes to lie beside that. */
export function cover(map: MapLibreMap, covered: Cover): () => void {
  covers.set(map, covered)
  return () => covers.delete(map)
}

/** What is to stay free when something is brought into view. */
export function fitInsetOf(map: MapLibreMap): ViewInset {
  const inset = insetOf(map)
  const { right, bottom } = covers.get(map) ?? { right: 0, bottom: 0 }
  return { ...inset, right: inset.right + right, bottom: inset.bottom + bottom }
}

function insetOf(map: MapLibreMap): ViewInset {
  return insets.get(map) ?? none
}

/** The part of the map that no panel covers, in pixels of the map, and how large the map is. */
export type ViewBox = { left: number; top: number; width: number; height: number; mapWidth: number; mapHeight: number }

/** Narrower than this nothing is seen beside the panels: then it is all of the map. */
const LEAST_PX = 80

export function viewBoxOf(map: MapLibreMap): ViewBox {
  const { clientWidth: mapWidth, clientHeight: mapHeight } = map.getContainer()
  const { top, right, bottom, left } = insetOf(map)
  const [width, height] = [mapWidth - left - right, mapHeight - top - bottom]
  const isWide = width >= LEAST_PX
  const isHigh = height >= LEAST_PX
  return {
    left: isWide ? left : 0,
    top: isHigh ? top : 0,
    width: isWide ? width : mapWidth,
    height: isHigh ? height : mapHeight,
    mapWidth,
    mapHeight,
  }
}

type Part = Pick<ViewBox, 'left' | 'top' | 'width' | 'height'>

/** The halves of what is seen: beside each other, or one over the other where it is higher than wide. */
export function halvesOf({ left, top, width, height }: ViewBox): [first: Part, second: Part] {
  if (height > width) {
    const half = { left, width, height: height / 2 }
    return [
      { ...half, top },
      { ...half, top: top + height / 2 },
    ]
  }
  const half = { top, height, width: width / 2 }
  return [
    { ...half, left },
    { ...half, left: left + width / 2 },
  ]
}

/** Follows the window and the panels; undefined while there is no map. */
export function useViewBox(): ViewBox | undefined {
  const map = useMap()
  const subscribe = useCallback(
    (listener: () => void) => {
      listeners.add(listener)
      map?.on('resize', listener)
      return () => {
        listeners.delete(listener)
        map?.off('resize', listener)
      }
    },
    [map],
  )
  // A text, since a snapshot has to be the same as long as nothing changes.
  const text = useSyncExternalStore(subscribe, () => (map ? JSON.stringify(viewBoxOf(map)) : ''))
  return text === '' ? undefined : (JSON.parse(text) as ViewBox)
}
