import type { Town } from './towns.ts'
import { townsAround } from './towns.ts'

/** A main road between two towns, in model metres. `halfWidthM` is true metres. */
export type Road = { x1: number; y1: number; x2: number; y2: number; halfWidthM: number }

const cellM = 20_000
const linksPerTown = 2
const roads = new Map<string, readonly Road[]>()

/** Each town is linked to its nearest neighbours among those at least as large as a third of it, as markets are. */
function roadsOf(town: Town, candidates: readonly Town[]): Road[] {
  return (
    candidates
      .filter((other) => other !== town && other.population * 3 > town.population)
      .map((other) => ({ other, squared: (other.x - town.x) ** 2 + (other.y - town.y) ** 2 }))
      // Suburbs that grew together need no road between them.
      .filter(({ other, squared }) => squared > (0.8 * (town.radiusM + other.radiusM)) ** 2)
      .toSorted((a, b) => a.squared - b.squared)
      .slice(0, linksPerTown)
      .map(({ other }) => ({
        x1: town.x,
        y1: town.y,
        x2: other.x,
        y2: other.y,
        halfWidthM: Math.min(town.population, other.population) > 40_000 ? 8 : 4,
      }))
  )
}

/** The roads that may pass a point: those of all towns within a cell or two; one list for the whole 20 km cell. */
export function roadsAround(x: number, y: number): readonly Road[] {
  const column = Math.floor(x / cellM)
  const row = Math.floor(y / cellM)
  const key = `${column},${row}`
  const known = roads.get(key)
  if (known) return known
  const candidates = new Set<Town>()
  for (let c = -2; c <= 2; c++) {
    for (let r = -2; r <= 2; r++) {
      for (const town of townsAround((column + c + 0.5) * cellM, (row + r + 0.5) * cellM)) {
        // Cells list every town that reaches into them; only the cell of the centre counts here.
        if (Math.floor(town.x / cellM) === column + c && Math.floor(town.y / cellM) === row + r) candidates.add(town)
      }
    }
  }
  const all = [...candidates]
  const found = all
    .filter((town) => Math.abs(town.x / cellM - column - 0.5) < 2 && Math.abs(town.y / cellM - row - 0.5) < 2)
    .flatMap((town) => roadsOf(town, all))
    .filter((road) => touches(road, column * cellM, row * cellM))
  if (roads.size > 4000) roads.clear()
  roads.set(key, found)
  return found
}

function touches({ x1, y1, x2, y2 }: Road, left: number, bottom: number): boolean {
  const slack = 1500
  return (
    Math.max(x1, x2) > left - slack &&
    Math.min(x1, x2) < left + cellM + slack &&
    Math.max(y1, y2) > bottom - slack &&
    Math.min(y1, y2) < bottom + cellM + slack
  )
}

/**
 * Metres (of the model) from the nearest road's middle, positive on its left and negative on its right, so that values
 * between nodes cross zero on the road; `farM` when there is none near. Also its half width.
 */
export function nearestRoad(
  list: readonly Road[],
  x: number,
  y: number,
  farM: number,
): { offsetM: number; halfWidthM: number } {
  let best = farM * farM
  let offsetM = farM
  let halfWidthM = 5
  for (const road of list) {
    const dx = road.x2 - road.x1
    const dy = road.y2 - road.y1
    const px = x - road.x1
    const py = y - road.y1
    const along = Math.min(1, Math.max(0, (px * dx + py * dy) / (dx * dx + dy * dy || 1)))
    const ex = px - along * dx
    const ey = py - along * dy
    const squared = ex * ex + ey * ey
    if (squared < best) {
      best = squared
      offsetM = dx * ey - dy * ex > 0 ? Math.sqrt(squared) : -Math.sqrt(squared)
      halfWidthM = road.halfWidthM
    }
  }
  return { offsetM, halfWidthM }
}
