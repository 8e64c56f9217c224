/** Where Web Mercator ends: its world is a square. */
const mostLat = 85.051_128_779_806_6

/** A place on the square of Web Mercator: x from 0 at the antimeridian to 1 eastwards, y from 0 at the northern edge to 1. */
export function worldSquareOf(lng: number, lat: number): [x: number, y: number] {
  const within = Math.max(-mostLat, Math.min(mostLat, lat))
  return [(lng + 180) / 360, (1 - Math.asinh(Math.tan((within * Math.PI) / 180)) / Math.PI) / 2]
}
