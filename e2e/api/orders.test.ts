import type { Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import {
  archiveItem,
  clearestScene,
  firstProjectId,
  none,
  potsdam,
  refusalOf,
  square,
  startDesk,
} from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

const seededOrders = 6
const small = square(potsdam, 150)
let projectId: string
let sentinel: string
let demonstrator: string

beforeAll(async () => {
  projectId = await firstProjectId(desk)
  sentinel = (await clearestScene(desk, 'sentinel-2-l2a', '2022-01-01T00:00:00Z/..')).id
  demonstrator = (await clearestScene(desk, 'pixxel-td2-l2a', '2022-01-01T00:00:00Z/..')).id
})

const submit = (items: (ReturnType<typeof archiveItem> & { name?: string })[], dryRun = false) =>
  api.orders.submitOrder({ body: { dry_run: dryRun, order_items: items } })

describe('a quote', () => {
  test('prices area by scene, and keeps nothing', async () => {
    const large = square(potsdam, 6000)
    const { order_items: items, total_amount: total } = await submit([archiveItem(projectId, [sentinel], large)], true)
    const [item] = items
    expect(item!.area).toBe(Math.round(utmAreaKm2(large)))
    expect(item!.final_amount).toBeCloseTo(utmAreaKm2(large) * 0.5, 1)
    expect(item!.uplifts).toEqual([])
    expect(total).toBe(item!.final_amount)
    expect((await api.orders.listOrders({ query: {} })).pagination!.total).toBe(seededOrders)
    await desk.finishWork()
    expect(
      (
        await api.catalogs.searchCatalogs({
          body: { item_ids: [sentinel], datetime: '2022-01-01T00:00:00Z/..', limit: 50 },
        })
      ).catalogs.filter(({ created_at: at }) => at! > '2026-11-02'),
    ).toEqual([])
  })

  test('bills 100 km² at least, and says so', async () => {
    const { order_items: items } = await submit([archiveItem(projectId, [sentinel], small)], true)
    expect(items[0]).toMatchObject({ final_amount: 50, area: 1 })
    expect(items[0]!.uplifts![0]!.subtitle).toMatch(/100 km²/)
  })

  test('adds up scenes and items', async () => {
    const both = await submit(
      [archiveItem(projectId, [sentinel, demonstrator], small), archiveItem(projectId, [sentinel], small)],
      true,
    )
    expect(both.order_items.map(({ final_amount: amount }) => amount)).toEqual([450, 50])
    expect(both.total_amount).toBe(500)
  })
})

describe('an order', () => {
  let orderId: string
  let itemId: string

  test('is acknowledged before it is worked on', async () => {
    const order = await submit([{ ...archiveItem(projectId, [sentinel], small), name: 'Havel, "summer"' }])
    orderId = order.id!
    const [item] = order.order_items
    itemId = item!.id!
    expect(order.status).toBe('PAID')
    expect(item).toMatchObject({ type: 'ARCHIVE', status: 'ACTIVE', order_id: orderId, project_id: projectId })
    const before = await api.orders.getOrderItem({ params: { id: itemId } })
    expect(before.tasks!.map(({ status }) => status)).toEqual(['SUBMITTED'])
    expect(before.tasks![0]!.start_date).toMatch(/^\d{2}-\d{2}-\d{4}$/)
  })

  test('is worked on when the clock says so, not before', async () => {
    const state = async () => (await api.orders.getOrderItem({ params: { id: itemId } })).tasks![0]!.status
    await desk.sandbox.queue.settled()
    expect(await state()).toBe('SUBMITTED')
    desk.clock.advance(5000)
    await desk.sandbox.queue.settled()
    expect(await state()).toBe('FULFILLED')
    expect((await api.orders.getOrder({ params: { id: orderId } })).order_items[0]!.status).toBe('FULFILLED')
  })

  test('is the newest of the list, which is paged', async () => {
    const { orders, pagination } = await api.orders.listOrders({ query: { limit: 3 } })
    expect(orders[0]!.id).toBe(orderId)
    expect(pagination).toEqual({ limit: 3, offset: 0, total: seededOrders + 1 })
    const rest = await api.orders.listOrders({ query: { limit: 10, offset: 3 } })
    expect(new Set([...orders, ...rest.orders].map(({ id }) => id)).size).toBe(seededOrders + 1)
    expect((await api.orders.listOrders({ query: { user_id: none } })).orders).toEqual([])
  })

  test('has items found by every filter', async () => {
    const list = async (query: Record<string, string>) =>
      (await api.orders.listOrderItems({ query: { ...query, limit: 100 } })).order_items.map(({ id }) => id)
    const all = await list({})
    expect(all).toHaveLength(seededOrders + 1)
    expect(all[0]).toBe(itemId)
    expect(await list({ ids: `${itemId},none` })).toEqual([itemId])
    expect(await list({ order_ids: orderId })).toEqual([itemId])
    expect(await list({ type: 'ARCHIVE', status: 'FULFILLED, FAILED' })).toHaveLength(seededOrders + 1)
    expect(await list({ status: 'ACTIVE' })).toEqual([])
    expect(await list({ type: 'TASKING' })).toEqual([])
    expect(await list({ created_by: none })).toEqual([])
    const ofProject = await list({ project_ids: projectId })
    expect(ofProject).toContain(itemId)
    expect(ofProject.length).toBeLessThan(all.length)
    expect(await list({ area: '0,1' })).toEqual([itemId])
    expect(await list({ created_at: '2026-11-20T00:00:00Z,2100-01-01T00:00:00Z' })).toContain(itemId)
  })

  test('with a broken range, or that there is not, is refused', async () => {
    expect(await refusalOf(api.orders.listOrderItems({ query: { area: '10' } }))).toMatchObject({
      status: 400,
      message: expect.stringMatching(/^area/) as string,
    })
    expect(await refusalOf(api.orders.listOrderItems({ query: { area: 'a,b' } }))).toMatchObject({ status: 400 })
    expect(await refusalOf(api.orders.listOrderItems({ query: { created_at: 'x' } }))).toMatchObject({ status: 400 })
    expect((await desk.ask('GET', '/v0/orders?limit=0')).status).toBe(400)
    expect(await refusalOf(api.orders.getOrder({ params: { id: none } }))).toMatchObject({ status: 404 })
    // No 404 is declared for this one.
    expect(await refusalOf(api.orders.getOrderItem({ params: { id: none } }))).toMatchObject({
      status: 400,
      message: expect.stringContaining(none) as string,
    })
  })

  test('names every wrong field of every item, and is then not placed at all', async () => {
    const good = archiveItem(projectId, [sentinel], small)
    const error = await refusalOf(
      submit([good, { ...good, project_id: 'none' }, { ...good, item_ids: ['none', sentinel] }]),
    )
    expect(error.status).toBe(400)
    expect((error.details as { fields: { field: string }[] }).fields.map(({ field }) => field)).toEqual([
      'order_items[1].project_id',
      'order_items[2].item_ids[0]',
    ])
    expect((await api.orders.listOrders({ query: {} })).pagination!.total).toBe(seededOrders + 1)
  })

  test('of which one scene does not reach the whole area gets the part that it covers', async () => {
    const { features } = await api.archives.searchArchive({ body: { ids: [sentinel] } })
    const ring = (features[0]!.geometry as Polygon).coordinates[0] as [number, number][]
    const corner = ring.reduce((least, point) => (point[0] + point[1] < least[0] + least[1] ? point : least))
    const area = square(corner, 400)
    const order = await submit([archiveItem(projectId, [sentinel], area)])
    await desk.finishWork()
    const { catalogs } = await api.catalogs.searchCatalogs({ body: { order_ids: [order.id!] } })
    expect(catalogs).toHaveLength(1)
    const [km2, whole] = [catalogs[0]!.area!, utmAreaKm2(area)]
    expect(km2).toBeGreaterThan(0.1 * whole)
    expect(km2).toBeLessThan(0.5 * whole)
  })

  test('is told in the report, as a table that a spreadsheet can read', async () => {
    const file = await api.reports.downloadOrderReport({ query: { tz: 'Asia/Kolkata' } })
    expect(file.type).toMatch(/^text\/csv/)
    const lines = (await file.text()).trim().split('\r\n')
    expect(lines).toHaveLength(1 + seededOrders + 2)
    const row = lines.find((line) => line.includes(itemId))!
    expect(row).toContain('"Havel, ""summer"""')
    const { created_at: at } = await api.orders.getOrderItem({ params: { id: itemId } })
    const inIndia = new Date(Date.parse(at!) + 5.5 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ')
    expect(row).toContain(inIndia)
    expect(await refusalOf(api.reports.downloadOrderReport({ query: { tz: 'Atlantis/Main' } }))).toMatchObject({
      status: 400,
    })
  })

  test('can not start a formula in that spreadsheet', async () => {
    await submit([{ ...archiveItem(projectId, [sentinel], small), name: '=1+1' }])
    const report = await (await api.reports.downloadOrderReport({})).text()
    expect(report).toContain(",'=1+1,")
    expect(report).not.toContain(',=1+1')
    await desk.finishWork()
  })
})
