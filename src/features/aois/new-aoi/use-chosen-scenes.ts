import { useQuery } from '@tanstack/react-query'
import { archiveQueries } from '#src/api/archives.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import { sceneSearchQueries } from '#src/api/scene-search.ts'
import type { Area } from '#src/geo/rings.ts'
import { toScene } from '#src/scenes/scene.ts'

/** Before the first satellite that took such pictures. */
const longAgo = '1980-01-01T00:00:00Z'
const today = () => `${new Date().toISOString().slice(0, 10)}T23:59:59Z`

/** The scenes of the address. The archive knows those that can be ordered; open data is found by searching over the area. */
export function useChosenScenes(ids: readonly string[], area: Area | null) {
  const satellites = useQuery(satelliteQueries.list())
  const archived = useQuery(archiveQueries.scenesByIds(ids))
  const found = archived.data?.features ?? []
  const isMissing = archived.isSuccess && ids.some((id) => !found.some((item) => item.id === id))
  const collections = (satellites.data?.satellites ?? []).flatMap(({ id, collections: own }) =>
    own.map((collection) => ({ satellite_id: id, collection_id: collection.id })),
  )
  const open = useQuery({
    ...sceneSearchQueries.find({
      geometry: area ?? { type: 'Polygon', coordinates: [] },
      satellites: collections,
      start_date: longAgo,
      end_date: today(),
      limit: 10_000,
    }),
    enabled: isMissing && area !== null && collections.length > 0,
  })
  const all = [...found, ...(isMissing ? (open.data ?? []) : [])]
  const scenes = ids.flatMap((id) => {
    const item = all.find((candidate) => candidate.id === id)
    return item ? [toScene(item)] : []
  })
  const queries = [satellites, archived, ...(isMissing ? [open] : [])]
  return {
    scenes,
    satellites: satellites.data?.satellites ?? [],
    isLoading: ids.length > 0 && queries.some((query) => query.isLoading),
    error: queries.find((query) => query.error)?.error ?? null,
    retry: () => queries.forEach((query) => void (query.isError && query.refetch())),
  }
}
