import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { ArchiveSearch, StacItemCollection } from '#src/contract/archive.ts'
import { api } from './session.ts'

/** Scenes asked for at once. A Firefly scene lists 135 bands, so larger pages are felt. */
const scenesPerPage = 100

/** What is looked for; pages are added by the query. */
export type SceneQuery = Omit<ArchiveSearch, 'limit' | 'offset'>

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
      queryFn: ({ signal, pageParam }) =>
        api.archives.listCollectionItems(
          { params: { cid: collectionId }, query: { limit: scenesPerPage, offset: pageParam } },
          { signal },
        ),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
    }),

  scene: (collectionId: string, id: string) =>
    queryOptions({
      queryKey: [...archiveQueries.all(), 'scene', collectionId, id],
      queryFn: ({ signal }) => api.archives.getCollectionItem({ params: { cid: collectionId, id } }, { signal }),
      staleTime: 10 * 60_000,
    }),

  /** Scenes that can be ordered, page by page. */
  search: (search: SceneQuery) =>
    infiniteQueryOptions({
      queryKey: [...archiveQueries.all(), 'search', search],
      queryFn: ({ signal, pageParam }) =>
        api.archives.searchArchive({ body: { ...search, limit: scenesPerPage, offset: pageParam } }, { signal }),
      initialPageParam: 0,
      getNextPageParam: nextOffset,
      staleTime: 60_000,
    }),

  /** Scenes by their ids, in one answer; those that are gone are left out. */
  scenesByIds: (ids: readonly string[]) =>
    queryOptions({
      queryKey: [...archiveQueries.all(), 'scenes', ids],
      queryFn: ({ signal }) =>
        api.archives.searchArchive({ body: { ids: [...ids], limit: Math.max(1, ids.length) } }, { signal }),
      enabled: ids.length > 0,
      staleTime: 10 * 60_000,
    }),
}
