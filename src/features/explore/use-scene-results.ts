import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { archiveQueries, type SceneQuery } from '#src/api/archives.ts'
import { coveragePercent } from '#src/geo/coverage.ts'
import type { Area } from '#src/geo/rings.ts'
import { toScene, type Scene } from '#src/scenes/scene.ts'
import { useSettled } from './use-settled.ts'

const settleMs = 300
const none: readonly Scene[] = []

/** Scenes that answer a query, newest pages added by `fetchNextPage`; null asks nothing. */
export function useSceneResults(query: SceneQuery | null) {
  // As text, so that an equal question in a new object is no new question.
  const text = JSON.stringify(query)
  const settledText = useSettled(text, settleMs)
  const settled = useMemo(() => JSON.parse(settledText) as SceneQuery | null, [settledText])
  const result = useInfiniteQuery({
    ...archiveQueries.search(settled ?? {}),
    enabled: settled !== null,
    placeholderData: keepPreviousData,
  })
  const { data } = result
  const scenes = useMemo(() => data?.pages.flatMap(({ features }) => features.map(toScene)) ?? none, [data])
  return {
    ...result,
    scenes: query === null ? none : scenes,
    /** The answer shown belongs to an earlier question. */
    isStale: settledText !== text || result.isPlaceholderData,
  }
}

/** The ticked scenes, also those that the filters of the moment leave out or that lie on pages not loaded yet. */
export function usePickedScenes(keys: readonly string[], loaded: readonly Scene[]): readonly Scene[] {
  const known = useMemo(() => new Map(loaded.map((scene) => [scene.key, scene])), [loaded])
  const missing = useMemo(
    () => keys.filter((key) => !known.has(key)).map((key) => key.slice(key.indexOf('/') + 1)),
    [keys, known],
  )
  const { data } = useQuery({ ...archiveQueries.scenesByIds(missing), placeholderData: keepPreviousData })
  return useMemo(() => {
    const fetched = new Map((data?.features ?? []).map((item) => [toScene(item).key, toScene(item)]))
    return keys.flatMap((key) => known.get(key) ?? fetched.get(key) ?? [])
  }, [keys, known, data])
}

const measured = new WeakMap<Area, WeakMap<object, number>>()

/** How much of the area each scene covers, in percent, by scene key. Each pair is measured once. */
export function useCoverage(area: Area | null, scenes: readonly Scene[]): ReadonlyMap<string, number> {
  return useMemo(() => {
    if (!area) return new Map()
    const known = measured.get(area) ?? new WeakMap<object, number>()
    measured.set(area, known)
    return new Map(
      scenes.flatMap(({ key, item, footprint }) => {
        if (!footprint) return []
        const percent = known.get(item) ?? coveragePercent(area, footprint)
        known.set(item, percent)
        return [[key, percent] as const]
      }),
    )
  }, [area, scenes])
}
