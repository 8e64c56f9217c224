/** Where the map looks: what `#map=zoom/lat/lng/bearing/pitch` says. */
export interface Camera {
  center: [lng: number, lat: number]
  zoom: number
  bearing: number
  pitch: number
}

/** The hash with the camera written into it; other words of the hash stay. Bearing and pitch are left out when zero. */
export function withCamera(hash: string, { center: [lng, lat], zoom, bearing, pitch }: Camera): string {
  // So many digits that a step is less than a twentieth of a pixel at this zoom: with more, the edges of a raster's pixels
  // move, and a link shows another picture.
  const digits = Math.max(0, Math.ceil((zoom * Math.LN2 + Math.log(512 / 360 / 0.05)) / Math.LN10))
  // A hundredth of a zoom would move the edges of a large window by three pixels.
  const words = [round(zoom, 4), lat.toFixed(digits), lng.toFixed(digits), round(bearing, 1), Math.round(pitch)]
  while (words.length > 3 && Number(words.at(-1)) === 0) words.pop()
  const others = hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => part && !part.startsWith('map='))
  return `#${[...others, `map=${words.join('/')}`].join('&')}`
}

/** The camera in a hash; undefined if there is none or it makes no sense. */
export function readCamera(hash: string): Camera | undefined {
  const words = new URLSearchParams(hash.replace(/^#/, '')).get('map')?.split('/')
  if (!words || words.length < 3 || words.some((word) => word === '')) return undefined
  const [zoom = NaN, lat = NaN, lng = NaN, bearing = 0, pitch = 0] = words.map(Number)
  const isSound = zoom >= 0 && zoom <= 24 && Math.abs(lat) <= 90 && Number.isFinite(lng + bearing) && pitch >= 0
  return isSound && pitch <= 85 ? { center: [lng, lat], zoom, bearing, pitch } : undefined
}

const round = (value: number, digits: number) => Number(value.toFixed(digits))
