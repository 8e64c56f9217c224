import type { useMap } from '#src/map/use-map.ts'
import type { View } from './nearness.ts'

/** The equator, at zoom 0. */
const equatorPx = 512
const equatorKm = 40_075

/** What a map shows: its middle, and how far its corners are. */
export function viewOf(map: NonNullable<ReturnType<typeof useMap>>): View {
  const { lng, lat } = map.getCenter()
  const { clientWidth, clientHeight } = map.getContainer()
  const kmPerPx = (equatorKm * Math.cos((lat * Math.PI) / 180)) / (equatorPx * 2 ** map.getZoom())
  return { lngLat: [lng, lat], radiusKm: (Math.hypot(clientWidth, clientHeight) / 2) * kmPerPx }
}
