import type { Cog } from './open-cog.ts'
import { pixelAreaM2 } from './raster-grid.ts'
import { readValues } from './read-window.ts'

export type ClassAreas = {
  /** For each class, in square metres of pixels on the ground. */
  areasM2: number[]
  /** Of all pixels with a value, whether or not a class holds them. */
  totalM2: number
}

export type ValueRange = { min: number; max: number }

/** Memory stays small whatever the size of the raster. */
const ROWS_AT_ONCE = 256

/** Counts the pixels of one band by class, at full resolution. */
export async function classAreas(
  cog: Cog,
  classes: readonly ValueRange[],
  { band = 0, signal }: { band?: number; signal?: AbortSignal } = {},
): Promise<ClassAreas> {
  const { width, height } = cog.info.grid
  const counts = classes.map(() => 0)
  let valid = 0
  for (let y = 0; y < height; y += ROWS_AT_ONCE) {
    const window = { x: 0, y, width, height: Math.min(ROWS_AT_ONCE, height - y) }
    const [values] = await readValues(cog, [band], signal ? { window, signal } : { window })
    for (const value of values!) {
      if (Number.isNaN(value)) continue
      valid++
      const at = classOf(value, classes)
      if (at >= 0) counts[at]!++
    }
  }
  const pixel = pixelAreaM2(cog.info.grid)
  return { areasM2: counts.map((count) => count * pixel), totalM2: valid * pixel }
}

/** Index of the class that holds a value, or -1: lower bounds belong to a class, the upper one only to the last. */
export function classOf(value: number, classes: readonly ValueRange[]): number {
  return classes.findIndex(
    ({ min, max }, i) => value >= min && (value < max || (i === classes.length - 1 && value === max)),
  )
}
