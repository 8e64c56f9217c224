import { keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import { useCallback, useMemo } from 'react'
import { sceneQueries } from '#src/api/find-scenes.ts'
import type { SceneCriteria } from '#src/api/scene-criteria.ts'
import type { Scene, SceneSource } from '#src/scenes/scene.ts'
import { laggard, mergeCatalogues, type Reading } from './merge-catalogues.ts'
import { useSettled } from '#src/ui/use-settled.ts'

/** How one of the two catalogues does. */
export type CatalogueState = {
  source: SceneSource
  /** Read to its end. */
  isComplete: boolean
  /** It has more at one moment than it gives at once: some are missing. */
  isCut: boolean
  error: Error | null
  isFetching: boolean
  retry: () => void
}

export type FoundScenes = {
  /** Which question this answers. */
  question: string
  /** All that was read and lies before the place that both catalogues have reached. */
  scenes: readonly Scene[]
  catalogues: readonly CatalogueState[]
  /** Nothing has come yet. */
  isPending: boolean
  /** The scenes answer an earlier question. */
  isStale: boolean
  /** All there is. */
  isComplete: boolean
  /** Reads one page more, if there is one and none is under way. */
  readOn: () => void
  isReading: boolean
  /** Asks anew, from the first page. */
  searchAgain: () => void
}

const settleMs = 300
const none: readonly Scene[] = []
const nowhere: SceneCriteria = {
  area: { type: 'Polygon', coordinates: [] },
  fromMs: 0,
  toMs: 0,
  collections: [],
  order: 'newest',
}

/** What both catalogues have for a question; null asks nothing. */
export function useFoundScenes(criteria: SceneCriteria | null): FoundScenes {
  // As text, so that an equal question in a new object is no new question.
  const text = useMemo(() => JSON.stringify(criteria), [criteria])
  const question = useSettled(text, settleMs)
  const settled = useMemo(() => JSON.parse(question) as SceneCriteria | null, [question])
  const asked = settled ?? nowhere
  const options = { enabled: settled !== null, placeholderData: keepPreviousData } as const
  const queries = useMemo(
    () => ({ archive: sceneQueries.archive(asked), analysis: sceneQueries.analysis(asked) }),
    [asked],
  )
  const archive = useInfiniteQuery({ ...queries.archive, ...options })
  const analysis = useInfiniteQuery({ ...queries.analysis, ...options })
  const client = useQueryClient()
  const searchAgain = useCallback(() => void client.resetQueries({ queryKey: sceneQueries.all() }), [client])

  const areAllOld = archive.isPlaceholderData && analysis.isPlaceholderData
  const archiveReading = useReading('archive', archive, areAllOld)
  const analysisReading = useReading('analysis', analysis, areAllOld)
  const { order } = asked
  const readings = useMemo(() => [archiveReading, analysisReading], [archiveReading, analysisReading])
  const scenes = useMemo(() => mergeCatalogues(readings, order), [readings, order])

  // One that has not given its first page is not waited for: the other goes on meanwhile.
  const begun = readings.map((reading) => (reading.pages.length === 0 ? { ...reading, isOver: true } : reading))
  const next = laggard(begun, order)
  const isReading = next === null ? archive.isFetching || analysis.isFetching : { archive, analysis }[next].isFetching
  const [readArchive, readAnalysis] = [archive.fetchNextPage, analysis.fetchNextPage]
  const readOn = useCallback(() => {
    if (next === 'archive') void readArchive({ cancelRefetch: false })
    if (next === 'analysis') void readAnalysis({ cancelRefetch: false })
  }, [next, readArchive, readAnalysis])

  const catalogues = [stateOf('archive', archive), stateOf('analysis', analysis)]
  return {
    question,
    scenes: criteria === null ? none : scenes,
    catalogues,
    isPending: settled === null || (scenes.length === 0 && catalogues.some(({ isFetching }) => isFetching)),
    isStale: question !== text || areAllOld,
    isComplete: catalogues.every(({ isComplete }) => isComplete),
    readOn,
    isReading,
    searchAgain,
  }
}

type CatalogueQuery = {
  data: { pages: (Reading['pages'][number] & { isCut?: boolean })[] } | undefined
  error: Error | null
  hasNextPage: boolean
  isFetching: boolean
  isFetchNextPageError: boolean
  isPlaceholderData: boolean
  refetch: () => unknown
  fetchNextPage: () => unknown
}

/** The answer to an earlier question only stands in until the first answer to this one comes. */
function useReading(source: SceneSource, query: CatalogueQuery, areAllOld: boolean): Reading {
  const { data, isPlaceholderData, hasNextPage, error } = query
  const isOver = error !== null || (data !== undefined && !hasNextPage)
  return useMemo(
    () => ({ source, isOver, pages: !data || (isPlaceholderData && !areAllOld) ? [] : data.pages }),
    [source, isOver, data, isPlaceholderData, areAllOld],
  )
}

function stateOf(source: SceneSource, query: CatalogueQuery): CatalogueState {
  const { data, error, hasNextPage, isFetching, isPlaceholderData, isFetchNextPageError } = query
  return {
    source,
    isComplete: data !== undefined && !isPlaceholderData && !hasNextPage && !error,
    isCut: data?.pages.some(({ isCut }) => isCut) ?? false,
    error,
    isFetching,
    // What was read stays: only the page that failed is asked for again.
    retry: () => void (isFetchNextPageError ? query.fetchNextPage() : query.refetch()),
  }
}
