import * as z from 'zod'
import type { ReadingOrder, SceneCriteria } from '#src/api/scene-criteria.ts'
import type { Area } from '#src/geo/rings.ts'
import { colourings, type Colouring } from '#src/scenes/footprint-colours.ts'
import { eachFacet, facets, noFacets, type ChosenFacets } from './facets/facets.ts'

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
  /** Degrees at most; 90: any. */
  offNadir: number
  /** Degrees at least; 0: any. */
  sun: number
  /** Metres at most; 0: any. */
  gsd: number
  /** A stretch within the days, as brushed over the timeline: `2026-05-01_2026-05-31`; empty: all of them. */
  during: string
  /** What of the found is wanted. */
  only: ChosenFacets
  sort: SortOrder
  /** Key of the scene that is looked at. */
  scene: string
  /** Keys of the scenes that are ticked. */
  picked: readonly string[]
  /** What the colour of outlines tells. */
  colour: Colouring
  /** Of quicklooks on the map, percent. */
  opacity: number
  /** The two picked scenes are held against each other. */
  compare: boolean
}

/** The catalogues are read in the first three orders; the others are made of what was read. */
export const sortOrders = ['newest', 'oldest', 'clearest', 'coverage', 'finest', 'steepest', 'sunniest'] as const
export type SortOrder = (typeof sortOrders)[number]

export const anyCloud = 100
export const anyOffNadir = 90
export const opaque = 100

/** Filters that nothing was asked of. */
export const noFilters = {
  from: '',
  to: '',
  collections: [] as readonly string[],
  cloud: anyCloud,
  offNadir: anyOffNadir,
  sun: 0,
  gsd: 0,
  during: '',
  only: noFacets,
}

const day = z.iso.date().catch('')
const list = z
  .string()
  .transform((text) => [...new Set(text.split(',').filter(Boolean))])
  .catch([])
const whole = (min: number, max: number, none: number) => z.coerce.number().int().min(min).max(max).catch(none)
const stretch = z.tuple([z.iso.date(), z.iso.date()]).refine(([first, last]) => first <= last)
const schema = z.object({
  area: z.string().catch(''),
  from: day,
  to: day,
  collections: list,
  cloud: whole(0, anyCloud, anyCloud),
  offNadir: whole(0, anyOffNadir, anyOffNadir),
  sun: whole(0, 90, 0),
  gsd: z.coerce.number().min(0).max(10_000).catch(0),
  during: z
    .string()
    .refine((text) => stretch.safeParse(text.split('_')).success)
    .catch(''),
  sort: z.enum(sortOrders).catch('newest'),
  scene: z.string().catch(''),
  picked: list,
  colour: z.enum(colourings).catch('none'),
  opacity: whole(0, opaque, opaque),
  compare: z
    .literal('1')
    .transform(() => true)
    .catch(false),
})

/** Values that make no sense are read as if they were not there. */
export function readExploreParams(search: URLSearchParams): ExploreParams {
  const only = eachFacet((facet) => readList(search.get(`only.${facet}`)))
  return { ...schema.parse(Object.fromEntries(search)), only }
}

/** Only what differs from the default is written, so that addresses stay short. */
export function writeExploreParams(params: ExploreParams): Record<string, string> {
  const {
    area,
    from,
    to,
    collections,
    cloud,
    offNadir,
    sun,
    gsd,
    during,
    only,
    sort,
    scene,
    picked,
    colour,
    opacity,
    compare,
  } = params
  const unless = (value: number, usual: number) => (value === usual ? '' : String(value))
  const written = {
    area,
    from,
    to,
    collections: collections.join(','),
    cloud: unless(cloud, anyCloud),
    offNadir: unless(offNadir, anyOffNadir),
    sun: unless(sun, 0),
    gsd: unless(gsd, 0),
    during,
    ...Object.fromEntries(facets.map((facet) => [`only.${facet}`, only[facet].map(escaped).join(',')])),
    sort: sort === 'newest' ? '' : sort,
    scene,
    picked: picked.join(','),
    colour: colour === 'none' ? '' : colour,
    opacity: unless(opacity, opaque),
    compare: compare ? '1' : '',
  }
  return Object.fromEntries(Object.entries(written).filter(([, value]) => value !== ''))
}

/** What is worth keeping of a search: all but what was done with its scenes. As text of an address; empty without an area. */
export function searchToKeep(params: ExploreParams): string {
  if (params.area === '') return ''
  return new URLSearchParams(writeExploreParams({ ...params, scene: '', picked: [], compare: false })).toString()
}

/** Names of satellites may have commas. */
const escaped = (value: string) => value.replaceAll(/[%,]/g, encodeURIComponent)

function readList(text: string | null): string[] {
  return [...new Set((text ?? '').split(',').filter(Boolean))].flatMap((value) => {
    try {
      return decodeURIComponent(value)
    } catch {
      return []
    }
  })
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

/** The stretch that was brushed, as days within the period; the whole period when none was. */
export function daysOf(params: Pick<ExploreParams, 'from' | 'to' | 'during'>, today: string) {
  const { from, to } = periodOf(params, today)
  if (params.during === '') return { from, to }
  const [first = from, last = to] = params.during.split('_')
  // A stretch outside of the period, as after a change of the dates, is none.
  return first > to || last < from ? { from, to } : { from: first < from ? from : first, to: last > to ? to : last }
}

/** What the catalogues are asked; null when the days are the wrong way round, which the form says. */
export function toCriteria(params: ExploreParams, area: Area, today: string): SceneCriteria | null {
  const { from, to } = daysOf(params, today)
  if (from > to) return null
  const { collections, cloud, offNadir, sun, sort } = params
  return {
    area,
    fromMs: Date.parse(`${from}T00:00:00Z`),
    toMs: Date.parse(`${to}T23:59:59.999Z`),
    collections: [...collections],
    ...(cloud < anyCloud && { cloudUpTo: cloud }),
    ...(offNadir < anyOffNadir && { offNadirUpTo: offNadir }),
    ...(sun > 0 && { sunElevationFrom: sun }),
    order: readingOrder(sort),
  }
}

/** The order in which the catalogues are read for a sort. */
export function readingOrder(sort: SortOrder): ReadingOrder {
  return sort === 'oldest' || sort === 'clearest' ? sort : 'newest'
}
