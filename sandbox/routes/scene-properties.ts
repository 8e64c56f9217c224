import { invalidField, quote } from '#sandbox/errors.ts'
import type { Comparison, Condition, SceneColumn } from '#sandbox/database/scene-search.ts'

/** Properties of a scene that can be compared and sorted by, and the column that holds them. */
const columns: Record<string, SceneColumn> = {
  datetime: 'datetime_ms',
  'eo:cloud_cover': 'cloud_cover',
  // The published example filters by this name, the items carry the other.
  cloudcover: 'cloud_cover',
  'view:off_nadir': 'off_nadir',
  'view:sun_elevation': 'sun_elevation',
  'view:sun_azimuth': 'sun_azimuth',
  collection: 'collection',
  id: 'id',
}

const texts: readonly SceneColumn[] = ['collection', 'id']

const comparisons: readonly Comparison[] = ['eq', 'neq', 'gt', 'gte', 'lt', 'lte']

/** Reads `datetime`, `properties.datetime` and the service's own `properties->>'datetime'`. */
export function columnOf(field: string, where: string): SceneColumn {
  const name = /^(?:properties(?:\.|->>))?'?([\w:]+)'?$/.exec(field)?.[1]
  const column = name ? columns[name] : undefined
  if (!column)
    throw invalidField(
      where,
      `Scenes have no property ${quote(field)} to go by. Known: ${Object.keys(columns).join(', ')}.`,
    )
  return column
}

/** A STAC `query` object as conditions: `{ "eo:cloud_cover": { "lt": 10 } }`. */
export function conditionsFrom(query: Record<string, Record<string, unknown>> = {}): Condition[] {
  return Object.entries(query).flatMap(([field, tests]) => {
    const column = columnOf(field, 'query')
    return Object.entries(tests).map(([operator, value]): Condition => {
      const comparison = comparisons.find((known) => known === operator)
      if (!comparison)
        throw invalidField('query', `${quote(operator)} is not a comparison. Known: ${comparisons.join(', ')}.`)
      if (column === 'datetime_ms') return { column, comparison, value: momentOf(value, field) }
      // SQLite takes any text to be more than any number.
      if (texts.includes(column) ? typeof value === 'string' : typeof value === 'number')
        return { column, comparison, value: value as string | number }
      throw invalidField('query', `${quote(field)} is compared with a ${texts.includes(column) ? 'text' : 'number'}.`)
    })
  })
}

function momentOf(value: unknown, field: string): number {
  const ms = Date.parse(String(value))
  if (Number.isNaN(ms))
    throw invalidField('query', `${quote(field)} is compared with a date and time such as 2024-05-06T00:00:00Z.`)
  return ms
}

/** A STAC `datetime`: a moment, `a/b`, `a/..` or `../b`. Both ends count. */
export function periodFrom(datetime: string | undefined): { fromMs?: number; toMs?: number } {
  if (datetime === undefined) return {}
  const [start = '..', end = start] = datetime.split('/')
  return {
    ...(start !== '..' && start !== '' && { fromMs: Date.parse(start) }),
    ...(end !== '..' && end !== '' && { toMs: Date.parse(end) }),
  }
}
