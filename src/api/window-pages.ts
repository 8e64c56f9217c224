import type { Satellite } from '#src/contract/satellites.ts'
import type { SceneSearch } from '#src/contract/scene-search.ts'
import type { Scene as StacScene } from '#src/contract/stac.ts'
import type { Client } from './client.ts'
import { compareKeys, orderKey, type ReadingOrder, type SceneCriteria, type ScenePage } from './scene-criteria.ts'

/** Read up to `edge`; the next window is `width` wide, and the scenes of `read` lie on the edge between. */
export type WindowCursor = { edge: number; width: number; read: readonly string[] } | 'start'

export const windowStart = 'start' satisfies WindowCursor

/** An answer this long may have been cut, and which scenes were left out is not said. */
const mostInWindow = 300
/** What a window should bring. */
const wantedInWindow = 100
/** The most the service gives. */
const mostAtOnce = 10_000

const dayMs = 86_400_000

type Axis = {
  order: ReadingOrder
  /** In the direction of reading. */
  first: number
  last: number
  firstWidth: number
  /** Whole steps; the narrowest window. */
  step: number
}

/**
 * Along what the windows go. By cloud only where all collections can be filtered by it; else by time, and the order by
 * cloud is made of what was read.
 */
function axisOf(criteria: SceneCriteria, canFilterCloud: boolean): Axis {
  const { fromMs, toMs, cloudUpTo = 100, order } = criteria
  if (order === 'clearest' && canFilterCloud) return { order, first: 0, last: cloudUpTo, firstWidth: 5, step: 1 }
  const isOldest = order === 'oldest'
  const [first, last] = isOldest ? [fromMs, toMs] : [toMs, fromMs]
  return { order: isOldest ? 'oldest' : 'newest', first, last, firstWidth: 60 * dayMs, step: 1000 }
}

/** One page of the search for analysis. */
export type WindowPage = ScenePage<WindowCursor>

/**
 * One page of `/v0/search`, which knows neither pages nor an order, only a limit. So it is asked window by window: one
 * whose answer reaches the limit is asked again narrower, and the next is as wide as this one's scenes suggest. A window is
 * answered at once, so scenes that arrive meanwhile are in it or not; none moves another. Windows share their edge.
 */
export async function readWindow(
  client: Pick<Client, 'sceneSearch'>,
  criteria: SceneCriteria,
  satellites: readonly Satellite[],
  cursor: WindowCursor,
  signal?: AbortSignal,
): Promise<WindowPage> {
  const wanted = chosenSatellites(satellites, criteria.collections)
  if (wanted.length === 0) return { scenes: [], reached: null, next: null }
  const canFilter = (id: string) => isQueryable(satellites, criteria.collections, id)
  const axis = axisOf(criteria, canFilter('eo:cloud_cover'))
  const from = cursor === windowStart ? { edge: axis.first, width: axis.firstWidth, read: [] } : cursor
  const { edge, read } = from
  const towards = Math.sign(axis.last - axis.first) || 1

  for (let { width } = from; ; width = Math.max(axis.step, Math.floor(width / 4 / axis.step) * axis.step)) {
    const isNarrowest = width <= axis.step
    const far = Math.abs(axis.last - edge) <= width ? axis.last : edge + towards * width
    const limit = isNarrowest ? mostAtOnce : mostInWindow
    const body = searchBody(criteria, axis, [Math.min(edge, far), Math.max(edge, far)], { wanted, canFilter, limit })
    const { items, pagination } = await client.sceneSearch.searchSatelliteImages(
      { body },
      { ...(signal && { signal }) },
    )
    const found = Object.values(items)
    const isCut = found.length >= Math.min(limit, pagination?.limit ?? limit)
    if (isCut && !isNarrowest) continue

    const known = new Set(read)
    const scenes = found
      .filter(({ id }) => !known.has(id) && known.add(id))
      .toSorted((a, b) => compareKeys(orderKey(a, axis.order), orderKey(b, axis.order), axis.order))
    const nextWidth = width * Math.min(4, Math.max(0.25, wantedInWindow / Math.max(1, found.length)))
    return {
      scenes,
      reached: axis.order === criteria.order ? far : null,
      isCut,
      next:
        far === axis.last
          ? null
          : {
              edge: far,
              width: Math.max(axis.step, Math.round(nextWidth / axis.step) * axis.step),
              read: found.filter((scene) => isOnEdge(scene, far, axis)).map(({ id }) => id),
            },
    }
  }
}

/** Also what does not say where it stands: it may come again. */
function isOnEdge(scene: StacScene, edge: number, { order }: Axis): boolean {
  const key = orderKey(scene, order)
  return Number.isNaN(key) || compareKeys(key, edge, order) >= 0
}

/** Whether `/v0/search` can be asked by a property: only when all chosen collections list it. */
export function isQueryable(satellites: readonly Satellite[], collections: readonly string[], id: string): boolean {
  return chosenSatellites(satellites, collections).every(({ queryables }) => queryables.includes(id))
}

type ChosenSatellite = { satellite_id: string; collection_id: string; queryables: readonly string[] }

function chosenSatellites(satellites: readonly Satellite[], collections: readonly string[]): ChosenSatellite[] {
  return satellites.flatMap(({ id, collections: own }) =>
    own
      .filter((collection) => collections.length === 0 || collections.includes(collection.id))
      .map((collection) => ({ satellite_id: id, collection_id: collection.id, queryables: collection.queryables })),
  )
}

function searchBody(
  { area, fromMs, toMs, cloudUpTo, offNadirUpTo, sunElevationFrom }: SceneCriteria,
  { order }: Axis,
  [low, high]: [number, number],
  asked: { wanted: readonly ChosenSatellite[]; canFilter: (id: string) => boolean; limit: number },
): SceneSearch {
  const isByCloud = order === 'clearest'
  const [start, end] = isByCloud ? [fromMs, toMs] : [low, high]
  const filters = [
    isByCloud
      ? { id: 'eo:cloud_cover', min: low, max: high }
      : cloudUpTo !== undefined && { id: 'eo:cloud_cover', min: 0, max: cloudUpTo },
    offNadirUpTo !== undefined && { id: 'view:off_nadir', min: -90, max: offNadirUpTo },
    sunElevationFrom !== undefined && { id: 'view:sun_elevation', min: sunElevationFrom, max: 90 },
  ].filter((filter) => filter !== false && asked.canFilter(filter.id))
  return {
    start_date: new Date(start).toISOString(),
    end_date: new Date(end).toISOString(),
    satellites: asked.wanted.map(({ satellite_id, collection_id }) => ({ satellite_id, collection_id })),
    geometry: area,
    ...(filters.length > 0 && { filters: filters as Exclude<(typeof filters)[number], false>[] }),
    limit: asked.limit,
  }
}
