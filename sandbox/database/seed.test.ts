import { expect, onTestFinished, test } from 'vitest'
import { openDatabase } from './open.ts'
import type { Database } from './open.ts'
import { growTo, seed } from './seed.ts'

function seeded(options?: { scenes?: number }): Database {
  const database = openDatabase(':memory:')
  onTestFinished(() => database.close())
  seed(database, options)
  return database
}

const all = ({ raw }: Database, sql: string) =>
  raw
    .prepare(sql)
    .all()
    .map((row) => Object.values(row).join(' '))
const count = (database: Database, table: string) => Number(all(database, `SELECT count(*) FROM ${table}`)[0])

test('a new workspace has at least 20,000 scenes of every satellite, over years and all continents', () => {
  const database = seeded()
  expect(count(database, 'scenes')).toBeGreaterThanOrEqual(20_000)
  const collections = database.raw.prepare('SELECT collection, count(*) AS n FROM scenes GROUP BY collection').all()
  expect(collections).toHaveLength(5)
  for (const { n } of collections) expect(Number(n)).toBeGreaterThan(1000)
  const years = all(database, "SELECT DISTINCT strftime('%Y', datetime_ms / 1000, 'unixepoch') FROM scenes ORDER BY 1")
  expect(years).toEqual(['2021', '2022', '2023', '2024', '2025', '2026'])
  const spread = database.raw
    .prepare(
      'SELECT min(min_lng) AS west, max(max_lng) AS east, min(min_lat) AS south, max(max_lat) AS north FROM scene_boxes',
    )
    .get()
  expect(spread!.west).toBeLessThan(-150)
  expect(spread!.east).toBeGreaterThan(170)
  expect(spread!.south).toBeLessThan(-40)
  expect(spread!.north).toBeGreaterThan(65)
})

test('the same ids come out each time, and a short archive is the beginning of a long one', () => {
  const [one, other] = [seeded({ scenes: 700 }), seeded({ scenes: 700 })]
  for (const table of [
    'scenes',
    'projects',
    'indices',
    'bandsets',
    'orders',
    'order_items',
    'order_tasks',
    'catalogs',
  ]) {
    const ids = all(one, `SELECT id FROM ${table} ORDER BY id`)
    expect(ids.length, table).toBeGreaterThan(0)
    expect(all(other, `SELECT id FROM ${table} ORDER BY id`), table).toEqual(ids)
  }
  const inOrder = 'SELECT id, datetime_ms, cloud_cover, footprint_json, seed FROM scenes ORDER BY number LIMIT 300'
  expect(all(seeded({ scenes: 300 }), inOrder)).toEqual(all(one, inOrder))
})

test('seeding again changes nothing', () => {
  const database = seeded({ scenes: 200 })
  const before = ['scenes', 'scene_boxes', 'projects', 'indices', 'catalogs'].map((table) => count(database, table))
  database.raw.exec('DELETE FROM catalogs WHERE number = (SELECT min(number) FROM catalogs)')
  seed(database, { scenes: 500 })
  expect(['scenes', 'scene_boxes', 'projects', 'indices', 'catalogs'].map((table) => count(database, table))).toEqual(
    before.with(-1, before.at(-1)! - 1),
  )
})

test('every scene has its box, so that none is missed by a search', () => {
  const database = seeded({ scenes: 500 })
  const missed = `SELECT id FROM scenes WHERE NOT EXISTS (
    SELECT 1 FROM scene_boxes WHERE scene = number
      AND min_lng <= json_extract(footprint_json, '$.coordinates[0][0][0]') AND max_lng >= json_extract(footprint_json, '$.coordinates[0][0][0]')
      AND min_lat <= json_extract(footprint_json, '$.coordinates[0][0][1]') AND max_lat >= json_extract(footprint_json, '$.coordinates[0][0][1]')
      AND abs(min_day - datetime_ms / 86400000.0) < 0.01)`
  expect(all(database, missed)).toEqual([])
})

test('an archive grows by the scenes that a longer one has besides', () => {
  const grown = seeded({ scenes: 300 })
  expect(growTo(grown, 700)).toBe(400)
  expect(growTo(grown, 500)).toBe(0)
  const ids = 'SELECT id FROM scenes ORDER BY number'
  expect(all(grown, ids)).toEqual(all(seeded({ scenes: 700 }), ids))
})
