// The model's own plane is the spherical Mercator: conformal and without zones, so noise and parcels are seamless
// worldwide. One true metre is `scaleAt(y)` model metres; patterns are therefore finer toward the poles.
export const earthRadiusM = 6378137
const toRadians = Math.PI / 180

export function mercatorX(lng: number): number {
  return earthRadiusM * lng * toRadians
}

export function mercatorY(lat: number): number {
  return earthRadiusM * Math.asinh(Math.tan(lat * toRadians))
}

export function longitudeOf(x: number): number {
  return x / earthRadiusM / toRadians
}

export function latitudeOf(y: number): number {
  return Math.atan(Math.sinh(y / earthRadiusM)) / toRadians
}

/** Model metres for one true metre (1 at the equator, 2 at 60 degrees). */
export function scaleAt(y: number): number {
  return Math.cosh(y / earthRadiusM)
}

export function fromLngLat(lng: number, lat: number): [x: number, y: number] {
  return [mercatorX(lng), mercatorY(lat)]
}
