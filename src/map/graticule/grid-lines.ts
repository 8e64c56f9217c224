import type { MultiLineString, Position } from 'geojson'

/** West to east and south to north, running on past 180. */
export type Span = { west: number; south: number; east: number; north: number }

/** All of the Earth but its poles, where meridians would run together into a star. */
export const everywhere: Span = { west: -180, south: -80, east: 180, north: 80 }

/** From this step on all lines of the Earth are few. */
const COARSE_DEGREES = 5
/** The span changes every so many lines, as the map moves. */
const LINES_A_MOVE = 8
/** Beyond that there is no Mercator. */
const MOST_LATITUDE = 85

/** The span of the lines for what is seen: rounded outwards, so that it stays the same for a while. */
export function spanAround({ west, south, east, north }: Span, step: number): Span {
  if (step >= COARSE_DEGREES) return everywhere
  const tile = LINES_A_MOVE * step
  const [from, to] = [Math.floor(west / tile) * tile, Math.ceil(east / tile) * tile]
  const isAround = to - from >= 360
  return {
    west: isAround ? everywhere.west : from,
    east: isAround ? everywhere.east : to,
    south: Math.max(-MOST_LATITUDE, Math.floor(south / tile) * tile),
    north: Math.min(MOST_LATITUDE, Math.ceil(north / tile) * tile),
  }
}

/** Points so close that a parallel bends on the globe. */
const BEND_DEGREES = 5

/** Meridians and parallels at every multiple of `step` within a span. */
export function gridLines({ west, south, east, north }: Span, step: number): MultiLineString {
  // Around the Earth the first meridian is the last, too.
  const around = multiples(west, east, step).filter((lng) => lng - west < 360)
  const meridians = around.map((lng) => along(south, north).map((lat): Position => [lng, lat]))
  const parallels = multiples(south, north, step).map((lat) => along(west, east).map((lng): Position => [lng, lat]))
  return { type: 'MultiLineString', coordinates: [...meridians, ...parallels] }
}

/** The multiples of a step from one number to another, both included. */
export function multiples(from: number, to: number, step: number): number[] {
  // A hair of slack: 0.3 is not three times 0.1.
  const [first, last] = [Math.ceil(from / step - 1e-9), Math.floor(to / step + 1e-9)]
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step)
}

function along(from: number, to: number): number[] {
  const count = Math.max(1, Math.ceil((to - from) / BEND_DEGREES))
  return Array.from({ length: count + 1 }, (_, i) => from + ((to - from) * i) / count)
}
