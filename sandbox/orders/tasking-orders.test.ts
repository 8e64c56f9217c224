import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { MultiPolygon } from 'geojson'
import { searchScenes } from '#sandbox/database/scene-search.ts'
import { seededProjects } from '#sandbox/database/seed-projects.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import { centreOf } from '#sandbox/earth/scene.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { collectionOf, dayMs, openTestSandbox, squareAt } from '#sandbox/sandbox-for-tests.ts'
import type { TestSandbox } from '#sandbox/sandbox-for-tests.ts'
import { captureDiary } from '#sandbox/tasking/capture-diary.ts'
import { captureTask } from '#sandbox/work/capture-task.ts'
import { fulfilTask } from '#sandbox/work/fulfil-task.ts'
import { stripsOver } from '#sandbox/tasking/strips.ts'

type Uplift = { title: string; subtitle: string; percentage: number; amount: number }
type Task = {
  id: string
  status: string
  start_date: string
  end_date: string
  tokens_used: number
  number_of_strips: number
  delivery_status: string
}
type Item = {
  id: string
  type: string
  status: string
  payment_status: string
  base_amount: number
  final_amount: number
  tokens_used: number
  uplifts: Uplift[]
  cloud_cover: number
  feasibility_status: string
  occurrences: { start: string; end: string }[]
  no_of_occurrences: number
  tasks: Task[]
  validation_errors: Record<string, string[]>[]
}
type Order = { id: string; total_amount: number; order_items: Item[] }

/** Noon in May: long days over the fields of Brandenburg. */
const noon = Date.UTC(2027, 4, 3, 12)
const day = (number: number) => new Date(Date.UTC(2027, 4, 3 + number)).toISOString()
const natural = stableId('bandset', 'Natural colour')
const field = squareAt(13.05, 52.38, 0.006)

let it: TestSandbox
beforeAll(async () => {
  it = await openTestSandbox({ at: noon })
})
afterAll(() => it.end())

const picture = (more: object = {}) => ({
  project_id: seededProjects[0]!.id,
  usecase: 'test',
  geometry: collectionOf(field),
  bandset: { bandset_id: natural },
  recurrence: 'ONCE',
  start_date: day(2),
  end_date: day(30),
  ...more,
})
const submit = (items: object[], dry_run = false) =>
  it.call<Order>('POST', '/v0/orders', { dry_run, order_items: items })
const quoteOf = async (more: object) => {
  const { status, body, text } = await submit([picture(more)], true)
  expect([status, text]).toEqual([201, expect.any(String)])
  return body.order_items[0]!
}
const itemOf = async (id: string) => (await it.call<Item>('GET', `/v0/order-items/${id}`)).body
const catalogsOf = async (id: string) =>
  (
    await it.call<{
      catalogs: {
        area: number
        bandset_id: string
        details: { id: string; assets: { image: { 'eo:bands': { name: string }[] } } }
      }[]
    }>('POST', '/v0/catalogs/search', { order_item_ids: [id], limit: 100 })
  ).body.catalogs

test.each([
  ['a month', {}, 'Flexible', 0, 20],
  ['six days', { end_date: day(8) }, 'Expedited', 25, 100],
  ['two days', { end_date: day(4) }, 'Critical', 40, 100],
  ['one day next month', { start_date: day(20), end_date: day(21) }, 'Assured', 50, 100],
])(
  '%s: the tier follows from the dates, is priced, and decides about clouds',
  async (_, dates, title, percentage, cloudCover) => {
    const item = await quoteOf({ ...dates, cloud_cover: 20 })
    // 6 tokens for each of the 100 km2 that are billed at least.
    expect(item.base_amount).toBe(600)
    expect(item.uplifts[0]).toMatchObject({ title, percentage, amount: 6 * percentage })
    expect(item.uplifts[1]).toMatchObject({ title: 'Minimum area', amount: 0 })
    expect(item.final_amount).toBe(600 + 6 * percentage)
    expect(item.cloud_cover).toBe(cloudCover)
  },
)

test('the price grows with the area above 100 km2, with the captures of the bandset and with the occurrences', async () => {
  const area = squareAt(13.05, 52.38, 0.1)
  const large = await quoteOf({ geometry: collectionOf(area) })
  expect(large.base_amount).toBeGreaterThan(6 * 300)
  expect(large.uplifts.map(({ title }) => title)).not.toContain('Minimum area')
  expect((await quoteOf({ bandset: { bandset_id: stableId('bandset', 'All bands') } })).base_amount).toBe(3 * 600)
  const recurring = await quoteOf({ recurrence: 'MONTHLY', end_date: undefined, no_of_occurrences: 4 })
  expect(recurring).toMatchObject({
    type: 'RECURRING',
    base_amount: 4 * 600,
    no_of_occurrences: 4,
    occurrences: [{ start: day(2) }, {}, {}, {}],
  })
})

test('a dry run keeps nothing', async () => {
  const count = async () =>
    Number(
      (
        it.sandbox.database.raw
          .prepare(
            'SELECT (SELECT count(*) FROM orders) + (SELECT count(*) FROM order_tasks) + (SELECT count(*) FROM work) AS n',
          )
          .get() as { n: number }
      ).n,
    )
  const before = await count()
  await quoteOf({})
  expect(await count()).toBe(before)
})

test.each([
  ['a start too soon', { start_date: day(1) }, 'order_items[0].start_date'],
  ['an unknown bandset', { bandset: { bandset_id: 'none' } }, 'order_items[0].bandset.bandset_id'],
  [
    'too many pictures',
    { recurrence: 'MONTHLY', end_date: undefined, no_of_occurrences: 500 },
    'order_items[0].no_of_occurrences',
  ],
  ['an end in the far future', { end_date: '2040-01-01T00:00:00Z' }, 'order_items[0].end_date'],
  [
    'more pixels than can be computed',
    { geometry: collectionOf(squareAt(13, 52, 0.4)), bandset: { bandset_id: stableId('bandset', 'All bands') } },
    'order_items[0].geometry',
  ],
])('%s is refused by field', async (_, more, where) => {
  const { status, text } = await submit([picture(more)], true)
  expect([status, text]).toEqual([400, expect.stringContaining(where)])
})

test('an unlikely picture says why, in the quote and on the item', async () => {
  const polar = {
    geometry: collectionOf(squareAt(19, 69.6, 0.01)),
    start_date: '2027-12-10T00:00:00Z',
    end_date: '2027-12-24T00:00:00Z',
  }
  const item = await quoteOf(polar)
  expect(item).toMatchObject({
    feasibility_status: 'FAILED',
    uplifts: expect.arrayContaining([
      expect.objectContaining({ title: 'Feasibility', amount: 0, subtitle: expect.stringContaining('sun') }),
    ]),
  })
  const { body } = await submit([picture(polar)])
  await it.pass(60_000)
  const placed = await itemOf(body.order_items[0]!.id)
  expect(placed).toMatchObject({
    status: 'FAILED',
    payment_status: 'REFUND',
    tokens_used: 0,
    tasks: [{ status: 'FAILED', tokens_used: 0 }],
  })
  expect(placed.validation_errors).toContainEqual({ feasibility_status: [expect.stringContaining('sun')] })
})

test('a picture is taken in its window, clear enough, with the ordered bands, and can be found in the archive', async () => {
  const { body } = await submit([picture()])
  const { id } = body.order_items[0]!
  expect(await itemOf(id)).toMatchObject({
    type: 'TASKING',
    status: 'ACTIVE',
    tasks: [{ status: 'SUBMITTED', start_date: '05-05-2027', end_date: '02-06-2027' }],
  })
  await it.pass(Date.parse(day(2)) - noon + 60_000)
  expect((await itemOf(id)).tasks).toMatchObject([{ status: 'IN_PROGRESS' }])
  // Processing takes 36 hours after the capture.
  const window = { startMs: Date.parse(day(2)), endMs: Date.parse(day(30)) }
  const capture = captureDiary(stripsOver(field), window, { cloudCoverPercent: 20, offNadirDeg: 20 }).at(-1)!
  await it.pass(capture.pass.ms + 1.4 * dayMs - it.clock.nowMs())
  expect((await itemOf(id)).tasks).toMatchObject([{ status: 'IN_PROGRESS' }])
  expect(await catalogsOf(id)).toEqual([])
  await it.pass(0.2 * dayMs)
  expect(await itemOf(id)).toMatchObject({
    status: 'FULFILLED',
    payment_status: 'PAID',
    tasks: [{ status: 'FULFILLED' }],
    validation_errors: [],
  })

  const [catalog, ...others] = await catalogsOf(id)
  expect(others).toEqual([])
  const bands = ['B006', 'B022', 'B062', 'B118']
  expect(catalog!.details.assets.image['eo:bands'].map(({ name }) => name)).toEqual(bands)
  const row = it.sandbox.database.raw.prepare('SELECT folder FROM catalogs WHERE order_item_id = ?').get(id) as {
    folder: string
  }
  const cog = await openCog(join(it.folder, row.folder, `${catalog!.details.id}.tif`))
  expect(cog.info.bands.map(({ name }) => name)).toEqual(bands)
  await cog.close()

  const found = searchScenes(it.sandbox.database, { area: field, ids: [catalog!.details.id], limit: 1, offset: 0 })
  expect(found).toHaveLength(1)
  expect(found[0]!.cloud_cover).toBeLessThanOrEqual(20)
  expect(found[0]!.datetime_ms).toBeGreaterThanOrEqual(Date.parse(day(2)))
  expect(found[0]!.datetime_ms).toBeLessThan(Date.parse(day(30)))
})

test('of a recurring item one picture after the other is taken; later ones wait until five days before', async () => {
  const start = Math.ceil((it.clock.nowMs() + dayMs) / dayMs) * dayMs
  const { body } = await submit([
    picture({
      recurrence: 'MONTHLY',
      start_date: new Date(start).toISOString(),
      end_date: undefined,
      no_of_occurrences: 2,
      cloud_cover: 60,
    }),
  ])
  const { id } = body.order_items[0]!
  await it.pass(0)
  expect(await itemOf(id)).toMatchObject({
    type: 'RECURRING',
    status: 'ACTIVE',
    tasks: [{ status: 'SUBMITTED' }, { status: 'DRAFT' }],
  })
  const second = Date.parse((await itemOf(id)).occurrences[1]!.start)
  await it.pass(second - 5.1 * dayMs - it.clock.nowMs())
  expect((await itemOf(id)).tasks).toMatchObject([{ status: 'FULFILLED' }, { status: 'DRAFT' }])
  await it.pass(0.2 * dayMs)
  expect((await itemOf(id)).tasks).toMatchObject([{ status: 'FULFILLED' }, { status: 'SUBMITTED' }])
  await it.pass(40 * dayMs)
  expect(await itemOf(id)).toMatchObject({
    status: 'FULFILLED',
    tasks: [{ status: 'FULFILLED' }, { status: 'FULFILLED' }],
  })
  expect(new Set((await catalogsOf(id)).map(({ details }) => details.id)).size).toBe(2)
})

const parts = [squareAt(13.05, 52.38, 0.004), squareAt(14.05, 52.38, 0.004)] as const
const bothParts: MultiPolygon = { type: 'MultiPolygon', coordinates: parts.map(({ coordinates }) => coordinates) }

/** The first window of seven days, from `fromDay` on, in which the weather lets exactly so many of the two parts be taken. */
function windowTaking(wanted: number, fromDay: number) {
  const limits = { cloudCoverPercent: 5, offNadirDeg: 12 }
  for (let startMs = fromDay * dayMs; ; startMs += dayMs) {
    const window = { startMs, endMs: startMs + 7 * dayMs }
    const taken = captureDiary(stripsOver(bothParts), window, limits).filter((attempt) => attempt.taken).length
    if (taken === wanted)
      return {
        ...picture({ geometry: collectionOf(...parts), cloud_cover: 5, off_nadir: 12 }),
        start_date: new Date(startMs).toISOString(),
        end_date: new Date(window.endMs).toISOString(),
      }
  }
}

test.each([
  [2, 'FULFILLED', 'PAID'],
  [1, 'PARTIALLY_FULFILLED', 'PAID'],
  [0, 'EXPIRED', 'REFUND'],
])('of two strips %i are clear within the window: %s', async (taken, status, payment_status) => {
  const request = windowTaking(taken, Math.ceil(it.clock.nowMs() / dayMs) + 2)
  const { body } = await submit([request])
  const { id } = body.order_items[0]!
  await it.pass(Date.parse(request.end_date) - it.clock.nowMs() + 3 * dayMs)
  const item = await itemOf(id)
  expect(item).toMatchObject({
    payment_status,
    tasks: [{ status, number_of_strips: 2 }],
    status: status === 'EXPIRED' ? 'FAILED' : status,
  })
  expect(await catalogsOf(id)).toHaveLength(taken)
  const told = item.validation_errors.flatMap((remark) => remark['tasks[0]'] ?? [])
  expect(told).toHaveLength(taken === 2 ? 0 : 1)
})

test('work that is done again after its end changes nothing', async () => {
  const start = Math.ceil(it.clock.nowMs() / dayMs) + 2
  const { body } = await submit([
    picture({
      start_date: new Date(start * dayMs).toISOString(),
      end_date: new Date((start + 28) * dayMs).toISOString(),
    }),
  ])
  const { id } = body.order_items[0]!
  await it.pass(32 * dayMs)
  const ended = await itemOf(id)
  expect(ended).toMatchObject({ status: 'FULFILLED', tasks: [{ status: 'FULFILLED' }] })
  await it.pass(dayMs)
  for (const handler of [captureTask, fulfilTask]) await handler(it.sandbox).run(ended.tasks[0]!.id)
  await it.pass(0)
  expect(await itemOf(id)).toEqual(ended)
})

test('new pictures and archive scenes go into one order, and each goes its own way', async () => {
  const [scene] = searchScenes(it.sandbox.database, { collections: ['sentinel-2-l2a'], limit: 1, offset: 0 })
  const geometry = collectionOf(squareAt(...centreOf(JSON.parse(scene!.footprint_json)), 0.004))
  const start = Math.ceil(it.clock.nowMs() / dayMs) + 2
  const archive = { project_id: seededProjects[0]!.id, usecase: 'test', geometry, item_ids: [scene!.id] }
  const fresh = picture({
    start_date: new Date(start * dayMs).toISOString(),
    end_date: new Date((start + 20) * dayMs).toISOString(),
  })
  const { body } = await submit([archive, fresh])
  expect(body.order_items.map(({ type }) => type)).toEqual(['ARCHIVE', 'TASKING'])
  expect(body.total_amount).toBe(body.order_items.reduce((sum, { final_amount }) => sum + final_amount, 0))
  await it.pass(60_000)
  expect(await itemOf(body.order_items[0]!.id)).toMatchObject({ status: 'FULFILLED' })
  expect(await itemOf(body.order_items[1]!.id)).toMatchObject({ status: 'ACTIVE' })
})

test('a new picture goes on where it was when the sandbox starts again', async () => {
  const first = await openTestSandbox({ at: noon })
  const { body } = await first.call<Order>('POST', '/v0/orders', { order_items: [picture()] })
  await first.pass(3 * dayMs)
  await first.close()
  const second = await openTestSandbox({ at: noon + 40 * dayMs, folder: first.folder })
  await second.pass(0)
  const item = await second.call<Item>('GET', `/v0/order-items/${body.order_items[0]!.id}`)
  expect(item.body).toMatchObject({ status: 'FULFILLED', tasks: [{ status: 'FULFILLED' }] })
  await second.end()
})
