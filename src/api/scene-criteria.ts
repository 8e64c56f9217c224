import type { Scene as StacScene } from '#src/contract/stac.ts'
import type { Area } from '#src/geo/rings.ts'

/** The orders in which both catalogues can be read, page after page. Any other order is made of what was read. */
export type ReadingOrder = 'newest' | 'oldest' | 'clearest'

/** What is looked for in both catalogues, in units of people. */
export type SceneCriteria = {
  area: Area
  /** Epoch ms, both included. */
  fromMs: number
  toMs: number
  /** Collection ids; none means all. */
  collections: readonly string[]
  /** Whole percent; absent: any cloud, told or not. */
  cloudUpTo?: number
  /** Whole degrees. */
  offNadirUpTo?: number
  sunElevationFrom?: number
  order: ReadingOrder
}

/** What one request brought. */
export type ScenePage<Cursor> = {
  /** New ones only, in the order asked for; none that an earlier page had. */
  scenes: StacScene[]
  /** Everything that comes before this in the order was read: epoch ms, or percent of cloud. Null: nobody knows. */
  reached: number | null
  /** Where the next page begins; null at the end. */
  next: Cursor | null
  /** There is more in this page's stretch than the service gives at once. */
  isCut?: boolean
}

/** Where a scene stands in an order: epoch ms, or percent of cloud. NaN when it does not say. */
export function orderKey({ properties }: StacScene, order: ReadingOrder): number {
  if (order === 'clearest') return properties['eo:cloud_cover'] ?? Number.NaN
  return Date.parse(properties.datetime ?? properties.startdatetime ?? '')
}

/** Negative when `a` comes before `b`. */
export function compareKeys(a: number, b: number, order: ReadingOrder): number {
  return order === 'newest' ? b - a : a - b
}
