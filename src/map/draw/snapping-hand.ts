import type { Position } from 'geojson'
import type { MapLibreMap } from 'maplibre-gl'
import type { RingRef } from '#src/geo/edit-vertices.ts'
import { polygonsOf, type Area } from '#src/geo/rings.ts'
import type { DrawMode } from './draw-session.ts'
import { snapped } from './snapping.ts'
import type { Hand } from './terra-draw-on-map.ts'

type SnappingHandPorts = {
  mode: () => DrawMode | null
  area: () => Area | null
  /** The ring that is held by a handle from there. */
  ringHeldAt: (event: Parameters<Hand['onGrab']>[0]) => RingRef | undefined
  /** The place the pointer snaps to. */
  onSnap: (place: Position | null) => void
}

/** The hand of all tools alike: what draws or pulls a corner snaps to the area's other outlines, and to what else there is. */
export function createSnappingHand(map: MapLibreMap, { mode, area, ringHeldAt, onSnap }: SnappingHandPorts) {
  let targets: readonly Area[] | null = []
  let held: RingRef | undefined
  let at: Position = []

  const others = () => {
    const own = area()
    return own ? polygonsOf(own).flatMap((part, i) => part.filter((_, j) => held?.part !== i || held.ring !== j)) : []
  }
  const hand: Hand = {
    onGrab: (event) => {
      held = mode() === 'edit' ? ringHeldAt(event) : undefined
    },
    onLetGo: () => {
      held = undefined
      onSnap(null)
    },
    seen: (event) => {
      const now = mode()
      // What is moved as a whole does not snap: the pointer holds it anywhere.
      const isSnapping = targets !== null && (now === 'edit' ? held !== undefined : now !== null && now !== 'freehand')
      const place = isSnapping && targets ? snapped(event, [...others(), ...targets], map) : undefined
      onSnap(place ? [place.lng, place.lat] : null)
      const { lng, lat } = place ?? event
      at = [lng, lat]
      return place ?? event
    },
  }
  return {
    ...hand,
    /** Where the tool last saw the pointer. */
    at: () => at,
    /** What there is to snap to besides the area itself; null: nothing snaps. */
    setTargets: (next: readonly Area[] | null) => {
      targets = next
    },
  }
}
