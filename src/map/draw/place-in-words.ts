import type { LngLat, MapLibreMap } from 'maplibre-gl'
import { wrapLongitude } from '#src/geo/antimeridian.ts'
import { formatLngLat } from '../format-lng-lat.ts'

/** A place with as many digits as the map of the moment shows. */
export function placeInWords(map: MapLibreMap, { lng, lat }: Pick<LngLat, 'lng' | 'lat'>): string {
  return formatLngLat({ lng: wrapLongitude(lng), lat }, map.getZoom())
}
