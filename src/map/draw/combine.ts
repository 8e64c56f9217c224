import { areaKm2 } from '#src/geo/area-km2.ts'
import { cutOut, joinAreas } from '#src/geo/combine-areas.ts'
import type { Area } from '#src/geo/rings.ts'
import { roundedArea } from './draw-geometry.ts'
import { words } from './words.ts'

/** What a new shape does to the area that is there: takes its place, adds to it, or cuts a hole (or a bite) out of it. */
export type DrawCombine = 'replace' | 'add' | 'cut'

/** The area with a new shape, or in words why that can not be. */
export function combineShape(area: Area | null, shape: Area, how: DrawCombine): { area: Area } | { refusal: string } {
  if (!area || how === 'replace') return { area: shape }
  try {
    const combined = how === 'add' ? joinAreas(area, shape) : cutOut(area, shape)
    if (!combined) return { refusal: words.nothingLeft }
    const isUntouched = how === 'cut' && areaKm2(combined) > areaKm2(area) * (1 - 1e-9)
    return isUntouched ? { refusal: words.cutsNothing } : { area: roundedArea(combined) }
  } catch {
    // The clipper gives up on some outlines that cross themselves.
    return { refusal: words.unclear }
  }
}
