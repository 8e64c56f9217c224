/** What the map shows, roughly. */
export type View = { lngLat: readonly [lng: number, lat: number]; radiusKm: number }

/** Within the view a place counts as one with thirty times its inhabitants. */
export const mostNearness = 1.5
/** Of a view of half a continent nearness says little, of the whole Earth nothing. */
const fullUpToKm = 300

/** What a place is worth more for lying in view or near it, in the scale of the decimal logarithm of inhabitants. */
export function nearness({ lngLat: [lng0, lat0], radiusKm }: View, lng: number, lat: number): number {
  const weight = mostNearness * Math.min(1, fullUpToKm / Math.max(1, radiusKm))
  const x = (((((lng - lng0 + 180) % 360) + 360) % 360) - 180) * Math.cos((((lat + lat0) / 2) * Math.PI) / 180)
  const radii = (111.2 * Math.hypot(x, lat - lat0)) / Math.max(25, radiusKm)
  return weight / (1 + Math.max(0, radii - 1) ** 2)
}
