import { areaKm2 } from '#src/geo/area-km2.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { formatLengthKm } from '#src/geo/format-length.ts'
import { perimeterKm } from '#src/geo/perimeter-km.ts'
import { crossesItself } from '#src/geo/ring-crossings.ts'
import type { Area } from '#src/geo/rings.ts'
import { vertexCount } from '#src/geo/vertex-count.ts'
import { words } from './words.ts'

/** Size, length around and corners of an area; of one that can not be measured only what there is to say. */
export function figuresOf(area: Area, isMeasurable: boolean): string {
  const corners = words.corners(vertexCount(area))
  if (crossesItself(area)) return `${words.crossesItself} · ${corners}`
  if (!isMeasurable) return corners
  return [formatAreaKm2(areaKm2(area)), words.around(formatLengthKm(perimeterKm(area))), corners].join(' · ')
}
