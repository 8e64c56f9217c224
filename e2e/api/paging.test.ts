import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { archiveStart, readArchivePage } from '#src/api/archive-pages.ts'
import { collectionPage, eachOnce, scenesPerPage, type CollectionPage } from '#src/api/collection-pages.ts'
import { orderKey, type ReadingOrder, type SceneCriteria, type ScenePage } from '#src/api/scene-criteria.ts'
import { readWindow, windowStart, type WindowCursor } from '#src/api/window-pages.ts'
import type { Scene } from '#src/contract/stac.ts'
import { insertScenes } from '#sandbox/database/insert-scenes.ts'
import { potsdam, square, startDesk } from './sandbox-fixture.ts'

// Ten thousand scenes over one place, many of them at the same moment and with the same cloud, read to the end while others arrive.
const desk = await startDesk({ scenes: 0 })
afterAll(desk.close)
const { raw } = desk.sandbox.database
const { satellites } = await desk.api.satellites.listSatellites()
const collection = 'landsat-c2-l2'
const year = { fromMs: Date.parse('2025-01-01T00:00:00Z'), toMs: Date.parse('2025-12-31T23:59:59.999Z') }
const count = 10_000
const spanMs = year.toMs - year.fromMs

/** Every tenth moment is shared by many: more than a page in one strip. */
const moments = Array.from({ length: count }, (_, i) =>
  i < 450 ? year.fromMs + Math.floor(spanMs / 3) : i % 10 === 0 ? year.fromMs + (i % 400) * 60_000 : anywhere(i),
)
function anywhere(i: number): number {
  return year.fromMs + ((i * 2_654_435_761) % spanMs)
}
const cloudOf = (i: number) => (i % 8 === 0 ? 0 : (i % 1001) / 10)

function add(from: number, to: number, momentOf: (i: number) => number, cloud = cloudOf) {
  const ids: string[] = []
  for (let i = from; i < to; i++) ids.push(`S${String((i * 7919) % 1_000_003).padStart(7, '0')}`)
  insertScenes(
    desk.sandbox.database,
    ids.map((id, k) => ({
      id,
      collectionId: collection,
      datetimeMs: momentOf(from + k),
      cloudCoverPercent: cloud(from + k),
      offNadirDeg: 0,
      sunElevationDeg: 40,
      sunAzimuthDeg: 150,
      footprint: square(potsdam, 5000),
      epsg: 32633,
      seed: 1,
    })),
  )
  return ids
}

let initial: string[] = []
let added = count
let due: string[] = []
beforeEach(() => {
  raw.exec('DELETE FROM scenes; DELETE FROM scene_boxes')
  initial = add(0, count, (i) => moments[i]!)
  added = count
  due = []
})

/** Scenes arrive before, on and after the place that reading has reached. Those in what is still to be read are kept in mind. */
function arrive(reached: number, order: ReadingOrder) {
  const isByCloud = order === 'clearest'
  const time = isByCloud ? year.fromMs + spanMs / 2 : reached
  const times = [year.fromMs + 1000, time - 500, time - 1, time, time + 1, time + 500, year.toMs - 1000]
  const clouds = isByCloud ? [0, reached - 0.1, reached, reached, reached + 0.1, 100, 50] : times.map(() => 10)
  const within = (at: number, low: number, high: number) => Math.min(high, Math.max(low, at))
  const momentOf = (i: number) => Math.round(within(times[i - added]!, year.fromMs, year.toMs))
  const cloudAt = (i: number) => Math.round(within(clouds[i - added]!, 0, 100) * 10) / 10
  const keyOf = isByCloud ? cloudAt : momentOf
  const ids = add(added, added + times.length, momentOf, cloudAt)
  due.push(...ids.filter((_, k) => (order === 'newest' ? keyOf(added + k) < reached : keyOf(added + k) > reached)))
  added += times.length
}

async function readAll<Cursor>(
  order: ReadingOrder,
  read: (cursor: Cursor) => Promise<ScenePage<Cursor>>,
  start: Cursor,
) {
  const scenes: Scene[] = []
  let pages = 0
  for (let cursor: Cursor | null = start; cursor !== null; pages++) {
    const page: ScenePage<Cursor> = await read(cursor)
    scenes.push(...page.scenes)
    expect(page.isCut ?? false).toBe(false)
    cursor = page.next
    if (page.reached !== null && cursor !== null && pages % 3 === 0) arrive(page.reached, order)
  }
  return { scenes, pages }
}

const criteria = (order: ReadingOrder): SceneCriteria => ({
  area: square(potsdam, 1000),
  ...year,
  collections: [collection],
  order,
})

function expectWhole(scenes: readonly Scene[]) {
  const ids = scenes.map(({ id }) => id)
  expect(ids.length - new Set(ids).size, 'repeated').toBe(0)
  const seen = new Set(ids)
  expect(initial.filter((id) => !seen.has(id)).length, 'missing').toBe(0)
  expect(due.filter((id) => !seen.has(id)).length, 'arrived in time and missing').toBe(0)
  expect(due.length, 'arrived in time').toBeGreaterThan(30)
}

describe('ten thousand scenes are read without a gap and without a repeat while others arrive', () => {
  test.each(['newest', 'oldest', 'clearest'] as const)('from the archive, the %s first', async (order) => {
    const asked = criteria(order)
    const { scenes, pages } = await readAll(order, (cursor) => readArchivePage(desk.api, asked, cursor), archiveStart)
    expectWhole(scenes)
    expect(pages).toBeGreaterThan(100)
    const atStart = new Set(initial)
    const keys = scenes.filter(({ id }) => atStart.has(id)).map((scene) => orderKey(scene, order))
    expect(keys).toEqual(keys.toSorted((a, b) => (order === 'newest' ? b - a : a - b)))
  })

  test.each(['newest', 'oldest', 'clearest'] as const)('from the search for analysis, the %s first', async (order) => {
    const asked = criteria(order)
    const { scenes, pages } = await readAll<WindowCursor>(
      order,
      (cursor) => readWindow(desk.api, asked, satellites, cursor),
      windowStart,
    )
    expectWhole(scenes)
    expect(pages).toBeGreaterThan(30)
  })

  test('from a collection, the newest first', async () => {
    const pages: CollectionPage[] = []
    for (let offset: number | null = 0; offset !== null;) {
      const asked = { params: { cid: collection }, query: { limit: scenesPerPage, offset } }
      const page = collectionPage(await desk.api.archives.listCollectionItems(asked), offset)
      pages.push(page)
      offset = page.next
      if (offset !== null && pages.length % 3 === 0) arrive(orderKey(page.scenes.at(-1)!, 'newest'), 'newest')
    }
    const read = pages.flatMap(({ scenes }) => scenes)
    expect(read.length).toBeGreaterThan(new Set(read.map(({ id }) => id)).size)
    expectWhole(eachOnce(pages))
  })
})
