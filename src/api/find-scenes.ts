import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query'
import type { Area } from '#src/geo/rings.ts'
import { archiveStart, readArchivePage, type ArchiveCursor } from './archive-pages.ts'
import { satelliteQueries } from './satellites.ts'
import type { SceneCriteria, ScenePage } from './scene-criteria.ts'
import { api } from './session.ts'
import { slimScene } from './slim-scene.ts'
import { readWindow, windowStart, type WindowCursor } from './window-pages.ts'

/** What was found stays as it is until it is asked anew: rows that change under the hand help nobody, and thousands are much to ask again. */
const asFound = {
  staleTime: Infinity,
  refetchOnWindowFocus: false,
  refetchOnReconnect: false,
  structuralSharing: false,
}

/** As text: an area may have a thousand corners, and a key of objects is written out anew whenever it is looked at. */
const keyOf = (catalogue: 'archive' | 'analysis', criteria: SceneCriteria) =>
  ['scenes', catalogue, JSON.stringify(criteria)] as const

const slim = <Cursor>(page: ScenePage<Cursor>): ScenePage<Cursor> => ({ ...page, scenes: page.scenes.map(slimScene) })

/** The two catalogues, read in one order, each page by page in its own way. */
export const sceneQueries = {
  all: () => ['scenes'] as const,

  /** What can be ordered. */
  archive: (criteria: SceneCriteria) =>
    infiniteQueryOptions({
      queryKey: keyOf('archive', criteria),
      queryFn: async ({ signal, pageParam }) => slim(await readArchivePage(api, criteria, pageParam, signal)),
      initialPageParam: archiveStart,
      getNextPageParam: ({ next }): ArchiveCursor | null => next,
      ...asFound,
    }),

  /** What an AOI can be made of. */
  analysis: (criteria: SceneCriteria) =>
    infiniteQueryOptions({
      queryKey: keyOf('analysis', criteria),
      queryFn: async ({ client, signal, pageParam }) => {
        // The search is tried again as a whole; tries within tries would keep a failure back for long.
        const { satellites } = await client.ensureQueryData({ ...satelliteQueries.list(), retry: false })
        return slim(await readWindow(api, criteria, satellites, pageParam, signal))
      },
      initialPageParam: windowStart as WindowCursor,
      getNextPageParam: ({ next }): WindowCursor | null => next,
      ...asFound,
    }),

  /** One scene whole, that only the search for analysis has: it knows no ids, so it is asked by place and time. Null: it has it no more. */
  analysisScene: (collectionId: string, id: string, where: { area: Area; takenMs: number } | null) =>
    queryOptions({
      queryKey: ['scenes', 'analysis', 'scene', collectionId, id, JSON.stringify(where)],
      queryFn: async ({ client, signal }) => {
        const { satellites } = await client.ensureQueryData({ ...satelliteQueries.list(), retry: false })
        const { area, takenMs } = where!
        // Some services keep microseconds.
        const [fromMs, toMs] = [takenMs - 1000, takenMs + 1000]
        const criteria: SceneCriteria = { area, fromMs, toMs, collections: [collectionId], order: 'newest' }
        const { scenes } = await readWindow(api, criteria, satellites, windowStart, signal)
        return scenes.find((scene) => scene.id === id) ?? null
      },
      enabled: where !== null,
      staleTime: 10 * 60_000,
    }),
}
