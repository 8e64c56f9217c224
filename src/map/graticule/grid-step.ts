import type { Notation } from '../coordinate-notation.ts'

/** From one line of the graticule to the next. */
export interface GridStep {
  degrees: number
  /** What a label needs: so many digits behind the point, or minutes, or seconds, too. */
  digits: number | 'minutes' | 'seconds'
}

/** Nearer to each other, lines and their labels would run together. */
const LEAST_GAP_PX = 80

const whole = [30, 15, 10, 5, 2, 1].map((degrees): GridStep => ({ degrees, digits: 0 }))
const decimal = [
  ...whole,
  ...[1, 2, 3, 4, 5].flatMap((digits) => [5, 2, 1].map((n): GridStep => ({ degrees: n / 10 ** digits, digits }))),
]
const sexagesimal = [
  ...whole,
  ...[30, 20, 10, 5, 2, 1].map((minutes): GridStep => ({ degrees: minutes / 60, digits: 'minutes' })),
  ...[30, 20, 10, 5, 2, 1].map((seconds): GridStep => ({ degrees: seconds / 3600, digits: 'seconds' })),
]

/** The finest step between meridians that leaves room between them: a round one in the notation. */
export function gridStep(pxPerDegree: number, notation: Notation): GridStep {
  const steps = notation === 'dms' ? sexagesimal : decimal
  return steps.findLast(({ degrees }) => degrees * pxPerDegree >= LEAST_GAP_PX) ?? { degrees: 30, digits: 0 }
}

/** "52.35° N", "52°21'N"; the equator, Greenwich and its other side without a letter. */
export function gridLabel(degrees: number, axis: 'lng' | 'lat', { digits }: GridStep): string {
  const value = Math.abs(degrees)
  const side = axis === 'lat' ? (degrees < 0 ? 'S' : 'N') : degrees < 0 ? 'W' : 'E'
  const letter = value === 0 || value === 180 ? '' : side
  if (typeof digits === 'number') return `${value.toFixed(digits)}°${letter && ` ${letter}`}`
  const seconds = Math.round(value * 3600)
  const [whole, minutes, rest] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  const padded = (of: number) => String(of).padStart(2, '0')
  return `${whole}°${padded(minutes)}'${digits === 'seconds' ? `${padded(rest)}"` : ''}${letter}`
}
