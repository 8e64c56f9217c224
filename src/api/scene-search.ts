import { queryOptions } from '@tanstack/react-query'
import type { SceneSearch } from '#src/contract/scene-search.ts'
import { api } from './session.ts'
import { slimScene } from './slim-scene.ts'

export const sceneSearchQueries = {
  all: () => ['scene-search'] as const,
  /** Scenes of chosen satellites over a surface, to make an AOI of. The service answers a map with keys of its own; this is a list. */
  find: (search: SceneSearch) =>
    queryOptions({
      queryKey: [...sceneSearchQueries.all(), search],
      queryFn: async ({ signal }) => {
        const { items } = await api.sceneSearch.searchSatelliteImages({ body: search }, { signal })
        return Object.values(items).map(slimScene)
      },
      staleTime: 60_000,
    }),
}
