import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { StacItemCollection } from '#src/contract/archive.ts'
import { collectionPage, eachOnce, scenesPerPage } from './collection-pages.ts'
import { api } from './session.ts'
import { slimScene } from './slim-scene.ts'

const slim = (page: StacItemCollection): StacItemCollection => ({ ...page, features: page.features.map(slimScene) })

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
      queryFn: async ({ signal, pageParam }) => {
        const page = { params: { cid: collectionId }, query: { limit: scenesPerPage, offset: pageParam } }
        return collectionPage(await api.archives.listCollectionItems(page, { signal }), pageParam)
      },
      initialPageParam: 0,
      getNextPageParam: ({ next }) => next,
      select: ({ pages }) => eachOnce(pages),
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
