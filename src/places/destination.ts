import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import type { Bbox } from '#src/geo/bbox.ts'
import { formatCoordinate } from '#src/geo/format-coordinate.ts'
import { isLink } from '#src/geo/map-link.ts'
import { parseCoordinate } from '#src/geo/parse-coordinate.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Place } from './place-index.ts'
import { words } from './words.ts'

/** Somewhere to go: a place, or a coordinate as it was typed. */
export type Destination = {
  /** The same for the same place. */
  id: string
  label: string
  description: string
  lngLat: [lng: number, lat: number]
  /** What to look at: the country, the town with what lies around. */
  box: Bbox
}

const kmPerDegree = 111.195

/** Ten by ten kilometres are the 100 km² that the service bills at least. */
const leastHalfKm = 5

export function placeDestination(place: Place): Destination {
  const { name, alsoKnownAs, countryCode, country, region, lngLat, population, bbox } = place
  const where = [region, country].filter(Boolean).join(', ')
  const ofCountry = country === name ? words.country : words.region(country)
  return {
    id: `${name} ${countryCode} ${lngLat.join()}`,
    label: alsoKnownAs ? words.alsoKnownAs(name, alsoKnownAs) : name,
    description: bbox ? ofCountry : words.town(where, population),
    lngLat,
    // A city of a million reaches some nine kilometres from its middle.
    box: bbox ?? boxAround(lngLat, Math.max(leastHalfKm, 0.009 * Math.sqrt(population))),
  }
}

/** The coordinate that was typed, in any notation; or, of what only looks like one, in words what is wrong with it. */
export function coordinateDestination(text: string): Destination | { problem: string } | null {
  const parsed = parseCoordinate(text)
  if (parsed.ok) {
    const { lngLat, understoodAs } = parsed
    const label = formatCoordinate(lngLat)
    return { id: `at ${label}`, label, description: understoodAs, lngLat, box: boxAround(lngLat, leastHalfKm) }
  }
  const isMeant = isLink(text) || (/^[\s+−-]*\d|^\s*[NSEW]\s*\d/i.test(text) && !/\p{L}{4}/u.test(text))
  return isMeant ? { problem: parsed.message } : null
}

export const destinationArea = ({ box }: Destination): Area => bboxPolygon(box)

function boxAround([lng, lat]: [number, number], halfKm: number): Bbox {
  const dLat = halfKm / kmPerDegree
  const dLng = Math.min(90, dLat / Math.max(0.01, Math.cos((lat * Math.PI) / 180)))
  const wrapped = (value: number) => ((((value + 180) % 360) + 360) % 360) - 180
  return [wrapped(lng - dLng), Math.max(-90, lat - dLat), wrapped(lng + dLng), Math.min(90, lat + dLat)]
}
