import type { Scene } from '#src/scenes/scene.ts'

/** What the found scenes are told apart by. */
export const facets = ['satellite', 'source', 'level', 'cloud', 'gsd', 'month'] as const
export type Facet = (typeof facets)[number]

export type EachFacet<Value> = Record<Facet, Value>

export function eachFacet<Value>(make: (facet: Facet) => Value): EachFacet<Value> {
  return {
    satellite: make('satellite'),
    source: make('source'),
    level: make('level'),
    cloud: make('cloud'),
    gsd: make('gsd'),
    month: make('month'),
  }
}

/** The values of each facet that are wanted; none means all. */
export type ChosenFacets = EachFacet<readonly string[]>

export const noFacets: ChosenFacets = eachFacet(() => [])

/** Upper ends of the classes of cloud, percent. */
export const cloudClasses = [10, 20, 50, 100] as const

/** What a scene does not tell. */
export const untold = '?'

/** The value of a scene, as the address writes it. */
export function facetValue(scene: Scene, facet: Facet): string {
  const { satellite, sources, level, cloudCoverPercent, gsdM, datetime } = scene
  if (facet === 'satellite') return satellite || untold
  if (facet === 'source') return sources.length > 1 ? 'both' : (sources[0] ?? untold)
  if (facet === 'level') return level ?? untold
  if (facet === 'gsd') return gsdM === undefined ? untold : String(gsdM)
  if (facet === 'month') return datetime.slice(0, 7) || untold
  if (cloudCoverPercent === undefined) return untold
  return String(cloudClasses.find((upTo) => cloudCoverPercent <= upTo) ?? cloudClasses.at(-1))
}

/** Whether a scene has a wanted value in every facet. */
export function fitsFacets(scene: Scene, chosen: ChosenFacets): boolean {
  return facets.every((facet) => isWanted(scene, facet, chosen))
}

function isWanted(scene: Scene, facet: Facet, chosen: ChosenFacets): boolean {
  const wanted = chosen[facet]
  return wanted.length === 0 || wanted.includes(facetValue(scene, facet))
}

type Counted = { value: string; count: number }

export type FacetCounts = EachFacet<readonly Counted[]>

/**
 * How many scenes each value has. Those of a facet are counted as if nothing were chosen in it, so that one sees what
 * another choice would bring. A chosen value is listed though it has none.
 */
export function countFacets(scenes: readonly Scene[], chosen: ChosenFacets): FacetCounts {
  const counts = eachFacet((facet) => new Map(chosen[facet].map((value) => [value, 0])))
  for (const scene of scenes) {
    const missed = facets.filter((facet) => !isWanted(scene, facet, chosen))
    for (const facet of missed.length === 0 ? facets : missed.length === 1 ? missed : []) {
      const value = facetValue(scene, facet)
      counts[facet].set(value, (counts[facet].get(value) ?? 0) + 1)
    }
  }
  return eachFacet((facet) => [...counts[facet]].map(([value, count]) => ({ value, count })).toSorted(byRank(facet)))
}

/** Names by how many they have, figures by size, months the newest first; what is not told comes last. */
function byRank(facet: Facet) {
  return (a: Counted, b: Counted): number => {
    if (a.value === untold || b.value === untold) return Number(a.value === untold) - Number(b.value === untold)
    if (facet === 'cloud' || facet === 'gsd') return Number(a.value) - Number(b.value)
    if (facet === 'month') return a.value < b.value ? 1 : -1
    return b.count - a.count || (a.value < b.value ? -1 : 1)
  }
}
