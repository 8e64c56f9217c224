import type { MapLibreMap } from 'maplibre-gl'
import { groundDistance, roundScale } from './ground-distance.ts'

/** A round length on the ground that takes at most so many pixels in the middle of the view, and how many it takes. */
export function mapScale(map: MapLibreMap, maxWidthPx: number): { label: string; widthPx: number } {
  const { clientWidth, clientHeight } = map.getContainer()
  const [x, y] = [clientWidth / 2, clientHeight / 2]
  const [west, east] = [map.unproject([x - maxWidthPx / 2, y]), map.unproject([x + maxWidthPx / 2, y])]
  const { label, share } = roundScale(groundDistance([west.lng, west.lat], [east.lng, east.lat]))
  return { label, widthPx: share * maxWidthPx }
}
