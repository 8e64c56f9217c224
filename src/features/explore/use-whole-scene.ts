import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { archiveQueries } from '#src/api/archives.ts'
import { sceneQueries } from '#src/api/find-scenes.ts'
import type { Area } from '#src/geo/rings.ts'
import { toScene, type Scene } from '#src/scenes/scene.ts'

/** Which scene an address means. */
export type SceneAddress = {
  collectionId: string
  id: string
  /** When it was taken, RFC 3339: says that the archive does not have it. */
  taken: string | null
  /** The area it was found over. */
  area: Area | null
}

/** The address of a scene found by a search, which goes on with the search. */
export function withWhatFindsIt(search: string, { sources, datetime }: Scene): string {
  if (sources.includes('archive')) return search
  const params = new URLSearchParams(search)
  params.set('taken', datetime)
  return `?${params}`
}

/**
 * A scene with all of its bands. The archive has most by their ids. The search for analysis knows no ids: what only it has
 * is looked for where and when it was found.
 */
export function useWholeScene({ collectionId, id, taken, area }: SceneAddress) {
  const takenMs = Date.parse(taken ?? '')
  const where = area && !Number.isNaN(takenMs) ? { area, takenMs } : null
  const archive = useQuery({ ...archiveQueries.scene(collectionId, id), enabled: where === null })
  const analysis = useQuery(sceneQueries.analysisScene(collectionId, id, where))
  const { data, error, refetch, isFetching } = where ? analysis : archive
  const source = where ? 'analysis' : 'archive'
  const scene = useMemo(() => (data ? toScene(data, [source]) : null), [data, source])
  return { scene, isGone: data === null, error, refetch, isFetching }
}
