import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { StacItemCollection } from '#src/contract/archive.ts'
import { api } from './session.ts'
import { slimScene } from './slim-scene.ts'

/** Scenes asked for at once. A Firefly scene lists 135 bands, 30 kB, so larger pages are felt on the way. */
const scenesPerPage = 100

const slim = (page: StacItemCollection): StacItemCollection => ({ ...page, features: page.features.map(slimScene) })

/** The archive gives no total: a page that is not full is the last one. */
function nextOffset(last: StacItemCollection, _pages: unknown, offset: number): number | undefined {
  return last.features.length < scenesPerPage ? undefined : offset + scenesPerPage
}

export const archiveQueries = {
  all: () => ['archives'] as const,

  collections: () =>
    queryOptions({
      queryKey: [...archiveQueries.all(), 'collections'],
      queryFn: ({ signal }) => api.archives.listCollections({ query: {} }, { signal }),
      staleTime: 10 * 60_000,
    }),

  collection: (id: string) =>
    queryOptions({
      queryKey: [...archiveQueries.all(), 'collection', id],
      queryFn: ({ signal }) => api.archives.getCollection({ params: { cid: id } }, { signal }),
      staleTime: 10 * 60_000,
    }),

  /** The scenes of one collection, page by page. */
  collectionScenes: (collectionId: string) =>
    infiniteQueryOptions({
      queryKey: [...archiveQueries.all(), 'collection', collectionId, 'scenes'],
      queryFn: async ({ signal, pageParam }) =>
        slim(
          await api.archives.listCollectionItems(
            { params: { cid: collectionId }, query: { limit: scenesPerPage, offset: pageParam } },
            { signal },
          ),
        ),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
    }),

  /** One scene whole, with all of its bands. The scenes of lists come slim. */
  scene: (collectionId: string, id: string) =>
    queryOptions({
      queryKey: [...archiveQueries.all(), 'scene', collectionId, id],
      queryFn: ({ signal }) => api.archives.getCollectionItem({ params: { cid: collectionId, id } }, { signal }),
      staleTime: 10 * 60_000,
    }),

  /** Scenes by their ids, in one answer; those that are gone are left out. */
  scenesByIds: (ids: readonly string[]) =>
    queryOptions({
      queryKey: [...archiveQueries.all(), 'scenes', ids],
      queryFn: async ({ signal }) =>
        slim(await api.archives.searchArchive({ body: { ids: [...ids], limit: Math.max(1, ids.length) } }, { signal })),
      enabled: ids.length > 0,
      staleTime: 10 * 60_000,
    }),
}
