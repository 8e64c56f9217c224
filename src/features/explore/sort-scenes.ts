import type { Scene } from '#src/scenes/scene.ts'
import type { SortOrder } from './explore-search-params.ts'

/**
 * How rows are put in an order that the catalogues can not be read in; null for those they can. Scenes that lack the figure
 * come last, equals keep the order they came in.
 * @param coverage percent of the area, by scene key
 */
export function sceneComparison(
  sort: SortOrder,
  coverage: ReadonlyMap<string, number>,
): ((a: Scene, b: Scene) => number) | null {
  if (sort === 'coverage') return falling(({ key }) => coverage.get(key))
  if (sort === 'finest') return rising(({ gsdM }) => gsdM)
  if (sort === 'steepest') return rising(({ offNadirDeg }) => offNadirDeg && Math.abs(offNadirDeg))
  if (sort === 'sunniest') return falling(({ sunElevationDeg }) => sunElevationDeg)
  return null
}

type Figure = (scene: Scene) => number | undefined

function rising(figure: Figure) {
  return (a: Scene, b: Scene): number => orInfinity(figure(a)) - orInfinity(figure(b)) || 0
}

function falling(figure: Figure) {
  return rising((scene) => {
    const value = figure(scene)
    return value === undefined ? undefined : -value
  })
}

const orInfinity = (value: number | undefined) => value ?? Number.MAX_VALUE
