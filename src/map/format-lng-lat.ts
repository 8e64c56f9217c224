/** "52.3906° N, 13.0645° E" with as many digits as the zoom can tell apart (a fifth of a pixel of 512-pixel tiles). */
export function formatLngLat({ lng, lat }: { lng: number; lat: number }, zoom: number): string {
  const digits = Math.min(6, Math.max(1, Math.ceil(Math.log10((512 * 2 ** zoom) / 360))))
  const part = (degrees: number, positive: string, negative: string) =>
    `${Math.abs(degrees).toFixed(digits)}° ${degrees < 0 ? negative : positive}`
  return `${part(lat, 'N', 'S')}, ${part(lng, 'E', 'W')}`
}
