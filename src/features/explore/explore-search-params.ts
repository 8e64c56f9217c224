import * as z from 'zod'
import type { SceneQuery } from '#src/api/archives.ts'
import type { Area } from '#src/geo/rings.ts'

/** What the address of Explore says. The area stays text here: its corners are read where they are needed. */
export type ExploreParams = {
  area: string
  /** UTC days, both included; empty: the last twelve months. */
  from: string
  to: string
  /** Collection ids; none means all. */
  collections: readonly string[]
  /** Scenes with at most this much cloud, percent; 100: any. */
  cloud: number
  sort: SortOrder
  /** Key of the scene that is looked at. */
  scene: string
  /** Keys of the scenes that are ticked. */
  picked: readonly string[]
}

export const sortOrders = ['newest', 'oldest', 'clearest'] as const
export type SortOrder = (typeof sortOrders)[number]

export const anyCloud = 100

/** The service is known to have `lt` and not `lte`; cloud is told in tenths of a percent, so this makes "at most" of it. */
const atMost = 0.01

const day = z.iso.date().catch('')
const list = z
  .string()
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .catch([])
const schema = z.object({
  area: z.string().catch(''),
  from: day,
  to: day,
  collections: list,
  cloud: z.coerce.number().int().min(0).max(anyCloud).catch(anyCloud),
  sort: z.enum(sortOrders).catch('newest'),
  scene: z.string().catch(''),
  picked: list,
})

/** Values that make no sense are read as if they were not there. */
export function readExploreParams(search: URLSearchParams): ExploreParams {
  return schema.parse(Object.fromEntries(search))
}

/** Only what differs from the default is written, so that addresses stay short. */
export function writeExploreParams(params: ExploreParams): Record<string, string> {
  const { area, from, to, collections, cloud, sort, scene, picked } = params
  const written = {
    area,
    from,
    to,
    collections: collections.join(','),
    cloud: cloud === anyCloud ? '' : String(cloud),
    sort: sort === 'newest' ? '' : sort,
    scene,
    picked: picked.join(','),
  }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''))
}

/** The twelve months up to a day. */
export function lastTwelveMonths(today: string): { from: string; to: string } {
  const [year = '', ...monthAndDay] = today.split('-')
  const from = `${Number(year) - 1}-${monthAndDay.join('-')}`
  // A year before a leap day there is none.
  return { from: from.endsWith('-02-29') ? from.replace('-02-29', '-02-28') : from, to: today }
}

/** The days that count: those written, else the last twelve months. */
export function periodOf(
  { from, to }: Pick<ExploreParams, 'from' | 'to'>,
  today: string,
): { from: string; to: string } {
  const usual = lastTwelveMonths(today)
  return { from: from || usual.from, to: to || usual.to }
}

const sortings: Record<SortOrder, SceneQuery['sortby']> = {
  newest: [{ field: 'datetime', direction: 'desc' }],
  oldest: [{ field: 'datetime', direction: 'asc' }],
  clearest: [
    { field: 'eo:cloud_cover', direction: 'asc' },
    { field: 'datetime', direction: 'desc' },
  ],
}

/** What the archive is asked; null when the days are the wrong way round, which the form says. */
export function toSceneQuery(params: ExploreParams, area: Area, today: string): SceneQuery | null {
  const { from, to } = periodOf(params, today)
  if (from > to) return null
  return {
    intersects: area,
    datetime: `${from}T00:00:00Z/${to}T23:59:59Z`,
    ...(params.collections.length > 0 && { collections: [...params.collections] }),
    ...(params.cloud < anyCloud && { query: { 'eo:cloud_cover': { lt: params.cloud + atMost } } }),
    sortby: sortings[params.sort],
  }
}
