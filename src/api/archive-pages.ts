import type { ArchiveSearch } from '#src/contract/archive.ts'
import type { Client } from './client.ts'
import { compareKeys, orderKey, type ReadingOrder, type SceneCriteria, type ScenePage } from './scene-criteria.ts'

/**
 * How far the archive was read: up to `bound`, in the order's unit. `read` are the scenes at the bound, in the order they
 * came: the next page begins at the bound once more, since other scenes can lie on it, and skips them.
 */
export type ArchiveCursor = { bound: number | null; read: readonly { id: string; key: number }[] }

export const archiveStart: ArchiveCursor = { bound: null, read: [] }

/** Scenes asked for at once. A Firefly scene lists 135 bands, so larger pages are felt. */
const scenesPerPage = 100

/** So many scenes at the bound are read again rather than skipped: where the service's order among equals wavers, or one of them went, none is missed. */
const mostReadAgain = 50

/** Some services keep microseconds, of which we see milliseconds; a bound that much wider loses none between. */
const slack: Record<ReadingOrder, number> = { newest: 1, oldest: 1, clearest: 0.001 }

/** The service is known to have `lt` and `gt`, not `lte` and `gte`; figures are in hundredths at most, so this makes "at most" of them. */
const orEqual = 0.001

/**
 * One page of the archive. It gives neither a total nor a mark to go on from, and pages by offset: a scene that arrives
 * between two pages moves all others by one place. So each page is asked from the bound that the one before reached, and
 * the offset counts only scenes on that bound.
 */
export async function readArchivePage(
  client: Pick<Client, 'archives'>,
  criteria: SceneCriteria,
  cursor: ArchiveCursor,
  signal?: AbortSignal,
): Promise<ScenePage<ArchiveCursor>> {
  const { order } = criteria
  // What lies on the very bound may stand a fraction beyond it: it is known when it comes, and not skipped.
  const { bound: from } = cursor
  const inside = cursor.read.filter(({ key }) => from === null || compareKeys(key, from, order) > 0)
  const offset = Math.max(0, inside.length - mostReadAgain)
  const limit = scenesPerPage + cursor.read.length - offset
  const body: ArchiveSearch = { ...searchBody(criteria, from), limit, offset }
  const { features } = await client.archives.searchArchive({ body }, { ...(signal && { signal }) })

  const known = new Set(cursor.read.map(({ id }) => id))
  const scenes = features.filter(({ id }) => !known.has(id) && known.add(id))
  const read = [...cursor.read, ...scenes.map((scene) => ({ id: scene.id, key: orderKey(scene, order) }))]
  const keys = features.map((scene) => orderKey(scene, order))
  const last = keys.at(-1) ?? Number.NaN
  const isInOrder = keys.every((key, i) => i === 0 || compareKeys(keys[i - 1]!, key, order) <= 0)
  // A service may give fewer at once than it is asked for, hence not `limit`; and one that gives nothing new is at its end.
  if (features.length < scenesPerPage || scenes.length === 0) return { scenes, reached: null, next: null }
  // Not in the order asked for: then a bound means nothing, and places are all there is.
  if (!isInOrder) return { scenes, reached: null, next: { bound: from, read } }
  const bound = order === 'newest' ? last + slack[order] : last - slack[order]
  return { scenes, reached: last, next: { bound, read: read.filter(({ key }) => compareKeys(key, bound, order) >= 0) } }
}

function searchBody(criteria: SceneCriteria, bound: number | null): ArchiveSearch {
  const { area, fromMs, toMs, collections, cloudUpTo, offNadirUpTo, sunElevationFrom, order } = criteria
  const from = order === 'oldest' && bound !== null ? Math.max(fromMs, bound) : fromMs
  const to = order === 'newest' && bound !== null ? Math.min(toMs, bound) : toMs
  const cloud = {
    ...(order === 'clearest' && { gt: bound ?? -1 }),
    ...(cloudUpTo !== undefined && { lt: cloudUpTo + orEqual }),
  }
  const query = {
    ...(Object.keys(cloud).length > 0 && { 'eo:cloud_cover': cloud }),
    ...(offNadirUpTo !== undefined && { 'view:off_nadir': { lt: offNadirUpTo + orEqual } }),
    ...(sunElevationFrom !== undefined && { 'view:sun_elevation': { gt: sunElevationFrom - orEqual } }),
  }
  return {
    intersects: area,
    datetime: `${new Date(from).toISOString()}/${new Date(to).toISOString()}`,
    ...(collections.length > 0 && { collections: [...collections] }),
    ...(Object.keys(query).length > 0 && { query }),
    sortby: [
      ...(order === 'clearest' ? [{ field: 'eo:cloud_cover', direction: 'asc' as const }] : []),
      { field: 'datetime', direction: order === 'oldest' ? ('asc' as const) : ('desc' as const) },
    ],
  }
}
