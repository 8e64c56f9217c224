/** IUGG mean radius of the Earth. */
const EARTH_RADIUS_M = 6_371_008.8

type LngLat = [lng: number, lat: number]

/** Metres along the great circle between two places, on the sphere (haversine). */
export function groundDistance([lng1, lat1]: LngLat, [lng2, lat2]: LngLat): number {
  const half = (degrees: number) => Math.sin((degrees * Math.PI) / 360) ** 2
  const cos = (degrees: number) => Math.cos((degrees * Math.PI) / 180)
  return 2 * EARTH_RADIUS_M * Math.asin(Math.sqrt(half(lat2 - lat1) + cos(lat1) * cos(lat2) * half(lng2 - lng1)))
}

/** The largest 1, 2 or 5 times a power of ten that fits into `metres`, in words, and what share of them it takes. */
export function roundScale(metres: number): { label: string; share: number } {
  const power = 10 ** Math.floor(Math.log10(metres))
  const length = ([5, 2].find((step) => step * power <= metres) ?? 1) * power
  const label = length >= 1000 ? `${length / 1000} km` : `${Number(length.toPrecision(1))} m`
  return { label, share: length / metres }
}
