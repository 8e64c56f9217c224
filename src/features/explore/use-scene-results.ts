import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useState } from 'react'
import { archiveQueries } from '#src/api/archives.ts'
import { toScene, type Scene, type SceneSource } from '#src/scenes/scene.ts'
import type { FoundScenes } from './use-found-scenes.ts'

export type SceneResults = Pick<FoundScenes, 'catalogues' | 'isPending' | 'isStale' | 'isComplete' | 'searchAgain'> & {
  /** What the list and the map show, in the order chosen. */
  rows: readonly Scene[]
  /** Scenes known to fit, those not shown yet included. */
  fittingCount: number
  /** Scenes read, fitting or not. */
  readCount: number
  hasMore: boolean
  /** Shows more rows; they are there at once when they were read ahead. May be called as often as one likes. */
  fetchMore: () => void
  isFetchingMore: boolean
  /** Reads all there is, up to a limit, so that what is counted is counted over all. */
  readAll: () => void
  isReadingAll: boolean
}

type View = {
  /** What the catalogues can not be asked, or were not. */
  fits: (scene: Scene) => boolean
  /** An order that the catalogues can not be read in: made of what was read. Null: as they come. */
  compare: ((a: Scene, b: Scene) => number) | null
}

const rowsAtOnce = 100
/** To put in order what the catalogues give in another one, so many are read at least. */
const shownTogether = 1000
/** When few fit, the search goes on by itself up to here. */
const mostReadUnasked = 5000
/** Beyond it the page would hold more than it can keep quick. */
const mostReadAtAll = 20_000

type Demand = { question: string; rows: number; read: number; isAllWanted: boolean }
const atFirst = (question: string): Demand => ({
  question,
  rows: rowsAtOnce,
  read: mostReadUnasked,
  isAllWanted: false,
})

/** The rows of what was found; reads one page ahead of what is shown. */
export function useSceneResults(found: FoundScenes, { fits, compare }: View): SceneResults {
  const { scenes, question, isStale, isComplete, isReading, readOn } = found
  const [demanded, setDemand] = useState(() => atFirst(question))
  const demand = demanded.question === question ? demanded : atFirst(question)
  const { rows: wanted, read: mostRead, isAllWanted } = demand
  // What is read to its end need not be kept back.
  const shownMost = compare || isComplete ? Math.max(wanted, shownTogether) : wanted

  const fitting = useMemo(() => scenes.filter(fits), [scenes, fits])
  const rows = useMemo(
    () => (compare ? fitting.toSorted(compare) : fitting).slice(0, shownMost),
    [fitting, compare, shownMost],
  )

  const canReadOn = !isStale && !isComplete && found.catalogues.some(({ isComplete: isAll, error }) => !isAll && !error)
  const isWanting = canReadOn && scenes.length < mostRead && (isAllWanted || fitting.length < shownMost + rowsAtOnce)
  useEffect(() => {
    if (isWanting && !isReading) readOn()
  }, [isWanting, isReading, readOn])

  return {
    ...found,
    rows,
    fittingCount: fitting.length,
    readCount: scenes.length,
    hasMore: rows.length < fitting.length || canReadOn,
    fetchMore: () =>
      setDemand({
        ...demand,
        rows: rows.length + rowsAtOnce,
        read: scenes.length < mostRead ? mostRead : scenes.length + mostReadUnasked,
      }),
    isFetchingMore: isWanting && fitting.length < shownMost,
    readAll: () => setDemand({ ...demand, read: mostReadAtAll, isAllWanted: true }),
    isReadingAll: isWanting && isAllWanted,
  }
}

/** Reads on by itself until so many scenes are there, for what shows them as a whole. */
export function useReadAhead(
  { scenes, isStale, isComplete, isReading, catalogues, readOn }: FoundScenes,
  most: number,
) {
  const isWanting = !isStale && !isComplete && scenes.length < most && catalogues.every(({ error }) => !error)
  useEffect(() => {
    if (isWanting && !isReading) readOn()
  }, [isWanting, isReading, readOn])
}

const ofArchive: readonly SceneSource[] = ['archive']

/** The ticked scenes, also those that the filters of the moment leave out or that lie on pages not loaded yet. */
export function usePickedScenes(keys: readonly string[], loaded: readonly Scene[]): readonly Scene[] {
  const known = useMemo(() => new Map(loaded.map((scene) => [scene.key, scene])), [loaded])
  const missing = useMemo(
    () => keys.filter((key) => !known.has(key)).map((key) => key.slice(key.indexOf('/') + 1)),
    [keys, known],
  )
  const { data } = useQuery({ ...archiveQueries.scenesByIds(missing), placeholderData: keepPreviousData })
  const fetched = useMemo(
    () => new Map((data?.features ?? []).map((item) => toScene(item, ofArchive)).map((scene) => [scene.key, scene])),
    [data],
  )
  return useMemo(() => keys.flatMap((key) => known.get(key) ?? fetched.get(key) ?? []), [keys, known, fetched])
}
