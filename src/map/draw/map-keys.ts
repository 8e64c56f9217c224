import type { MapLibreMap } from 'maplibre-gl'
import { createCrosshair } from '../crosshair.ts'
import { arrowStep } from './draw-keys.ts'
import type { DrawMode } from './draw-session.ts'
import { placeInWords } from './place-in-words.ts'
import { words } from './words.ts'

type MapKeysPorts = {
  mode: () => DrawMode | null
  /** Moves the chosen corner by pixels; false if none is chosen. */
  nudge: (by: readonly [number, number]) => boolean
  /** Chooses the first corner. */
  stepVertex: (by: 1) => void
  say: (text: string) => void
}

/** Keys pressed on the map itself: arrows move the crosshair of a tool, or the chosen corner; Enter and space press there. */
export function createMapKeys(map: MapLibreMap, { mode, nudge, stepVertex, say }: MapKeysPorts) {
  const crosshair = createCrosshair(map)
  const place = () => placeInWords(map, crosshair.place())
  return {
    hideCrosshair: crosshair.hide,
    /** Puts the keyboard on the map. */
    take: () => {
      map.getCanvas().focus()
      if (mode() === 'edit') stepVertex(1)
      else if (mode()) crosshair.show()
    },
    /** @returns whether the key meant something. */
    onKey: (event: KeyboardEvent): boolean => {
      const now = mode()
      if (!now) return false
      const arrow = arrowStep(event)
      if (arrow && now === 'edit') return nudge(arrow)
      if (arrow) {
        crosshair.moveBy(...arrow)
        say(words.crosshairAt(place()))
        return true
      }
      const isPress = (event.key === 'Enter' || event.key === ' ') && !event.ctrlKey && !event.metaKey
      if (!isPress || now === 'edit' || !crosshair.isShown) return false
      say(words.cornerSet(place()))
      crosshair.click()
      return true
    },
    stop: crosshair.remove,
  }
}
