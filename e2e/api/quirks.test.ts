import { afterAll, describe, expect, test } from 'vitest'
import { archiveItem, potsdam, square } from './sandbox-fixture.ts'
import { makeWorld } from './walk/world.ts'

// What the API does unlike itself. The walk shows that each operation answers; here, that the odd ones stay as odd as they
// are: the sandbox may be no kinder than the service, or an app that works here would fail there.

const world = await makeWorld()
const { desk, api, aoi } = world
afterAll(desk.close)

const get = async (path: string) => (await desk.ask('GET', path)).body as Record<string, unknown>
const post = (path: string, body: unknown) => desk.ask('POST', path, body)

describe('pages', () => {
  const insights = `/v0/aoi/${aoi.aoi_id}/insights`
  const jobs = `/v0/workflows/${world.workflowId}/jobs`

  test.each([
    ['/v0/aois', 10],
    [`/v0/aois/${aoi.aoi_id}/assets`, 10],
    [`/v0/aois/${aoi.aoi_id}/visualizations`, 10],
    ['/v0/indices', 10],
    ['/v0/orders', 10],
    ['/v0/order-items', 10],
    ['/v0/workflows', 50],
  ])('of %s are asked by offset and limit, %i when nothing is said, and tell the total', async (path, size) => {
    const total = expect.any(Number) as number
    expect((await get(path))['pagination']).toEqual({ limit: size, offset: 0, total })
    expect((await get(`${path}?limit=1&offset=1`))['pagination']).toEqual({ limit: 1, offset: 1, total })
  })

  test('of projects are counted by number, with a count in place of a pagination', async () => {
    expect(Object.keys(await get('/v0/projects?page_num=1&page_size=2')).toSorted()).toEqual(['count', 'projects'])
    expect((await desk.ask('GET', '/v0/projects?limit=2&offset=0')).status).toBe(400)
  })

  test('of the catalog hold two when nothing is said', async () => {
    const { body } = await post('/v0/catalogs/search', {})
    expect(body).toMatchObject({ pagination: { limit: 2, offset: 0 } })
    expect((body as { catalogs: unknown[] }).catalogs).toHaveLength(2)
  })

  test('of the archive have no total; a search to analyse has a skip, which can not be asked for', async () => {
    const archive = (await post('/v0/archives/search', { limit: 1 })).body as Record<string, unknown>
    expect(Object.keys(archive).toSorted()).toEqual(['features', 'links', 'type'])
    const search = {
      start_date: '2025-01-01T00:00:00Z',
      end_date: '2026-01-01T00:00:00Z',
      geometry: aoi.geometry,
      satellites: [{ satellite_id: world.satelliteId, collection_id: 'sentinel-2-l2a' }],
      limit: 1,
    }
    expect((await post('/v0/search', search)).body).toMatchObject({ items: {}, pagination: { limit: 1, skip: 0 } })
    expect((await post('/v0/search', { ...search, skip: 1 })).status).toBe(400)
  })

  test.each([insights, jobs, '/v0/catalogs/deliveries', '/v0/archives/collections'])(
    'are not made of %s',
    async (path) => {
      expect(Object.keys(await get(path))).toHaveLength(1)
      const { status } = await desk.ask('GET', `${path}?limit=1`)
      expect(status).toBe(400)
    },
  )
})

describe('addresses', () => {
  test.each([
    ['GET', `/v0/aois/${aoi.aoi_id}`],
    ['GET', '/v0/aoi'],
    ['GET', `/v0/aois/${aoi.aoi_id}/insights`],
    ['GET', `/v0/aoi/${aoi.aoi_id}/assets`],
    ['POST', `/v0/aoi/${aoi.aoi_id}/visualizations`],
    ['GET', `/v0/aois/${aoi.aoi_id}/visualizations/${world.visualizationId}`],
    ['GET', `/v0/stores/${world.storeId}`],
    ['GET', '/v0/catalogs'],
  ])('there is no %s %s', async (method, path) => {
    const { status, body } = await desk.ask(method, path, method === 'POST' ? {} : undefined)
    expect(status).toBe(404)
    expect(body).toMatchObject({ error: { message: `The API has no ${method} ${path}.` } })
  })

  test('the guide’s two paths list blocks by what they are for', async () => {
    const names = async (name: string) =>
      (await api.blocks.getBlock({ params: { name } })).blocks.map(({ spec }) => spec.name)
    const byMode = async (mode: 'insight' | 'workflow') =>
      (await api.blocks.listBlocks({ query: { mode } })).blocks.map(({ spec }) => spec.name)
    expect(await names('insights')).toEqual(await byMode('insight'))
    expect(await names('workflows')).toEqual(await byMode('workflow'))
    expect(await names('workflows')).not.toEqual(await names('insights'))
  })
})

test('a delivery is sent as cloud_info and answered as cloud_delivery', async () => {
  const to = { config: world.storeId, path: 'quirks' }
  const ids = { catalog_ids: [world.catalogId] }
  const wrong = await post('/v0/catalogs/deliveries', { deliveries: [{ ...ids, cloud_delivery: to }] })
  expect(wrong.status).toBe(400)
  expect(JSON.stringify(wrong.body)).toContain('deliveries[0].cloud_info')
  const { status, body } = await post('/v0/catalogs/deliveries', { deliveries: [{ ...ids, cloud_info: to }] })
  expect(status).toBe(201)
  expect(body).toMatchObject({ deliveries: [{ cloud_delivery: to }] })
  expect(JSON.stringify(body)).not.toContain('cloud_info')
})

describe('a PUT both starts and asks:', () => {
  const insight = { aoi_id: aoi.aoi_id, insight_id: world.insightId }
  const job = { workflow_id: world.workflowId, job_id: world.jobId }
  const task = { ...job, task_id: world.taskId }
  type Answer = { id: string; status?: string | null | undefined; signed_url?: string | null | undefined }
  const puts: [string, () => Promise<Answer>][] = [
    ['an insight', () => api.insights.downloadInsight({ params: insight })],
    ['a job', () => api.jobs.downloadJob({ params: job })],
    ['a task', () => api.tasks.downloadTask({ params: task })],
  ]

  test.each(puts)('%s', async (_, put) => {
    const started = await put()
    expect(started).toMatchObject({ status: 'created', signed_url: null })
    await desk.finishWork()
    const asked = await put()
    expect(asked).toMatchObject({ id: started.id, status: 'success' })
    const file = await desk.fetch(new Request(asked.signed_url!))
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'application/zip'])
  })

  test('each names its workflow in its own way', async () => {
    expect(Object.keys(await api.jobs.downloadJob({ params: job }))).toContain('workflowId')
    expect(Object.keys(await api.tasks.downloadTask({ params: task }))).toContain('workflow_id')
  })
})

describe('one thing is said in several ways:', () => {
  test('a download of assets has a download_id and shouts, one of pictures has an id and does not', async () => {
    const assets = await post(`/v0/aois/${aoi.aoi_id}/downloads`, { asset_ids: world.mosaicIds })
    expect(assets).toMatchObject({
      status: 201,
      body: { download_id: expect.any(String) as string, status: 'CREATED' },
    })
    const pictures = await post('/v0/catalogs/download', { catalog_ids: [world.catalogId] })
    expect(pictures).toMatchObject({ status: 201, body: { id: expect.any(String) as string, status: 'created' } })
  })

  test('progress is a number, of a job a text', async () => {
    expect((await get(`/v0/aoi/${aoi.aoi_id}`))['progress']).toBe(100)
    expect(await get(`/v0/workflows/${world.workflowId}/jobs`)).toMatchObject({ jobs: [{ progress: '100' }] })
  })

  test('the ends of what worked', async () => {
    const [insight] = (await api.insights.listInsights({ params: { aoiId: aoi.aoi_id } })).insights
    const [delivery] = (await api.deliveries.listDeliveries({ query: { order_item_id: world.orderItemId } })).deliveries
    const item = await api.orders.getOrderItem({ params: { id: world.orderItemId } })
    const { status } = await api.aois.getAoi({ params: { aoi_id: aoi.aoi_id } })
    const words = [status, insight!.status, delivery!.status, item.status]
    expect(words).toEqual(['success', 'completed', 'SUCCESS', 'FULFILLED'])
  })

  test('a list of visualizations is called visualization, one project is wrapped, a blocks’s id is called string', async () => {
    expect(Object.keys(await get(`/v0/aois/${aoi.aoi_id}/visualizations`))).toContain('visualization')
    expect(Object.keys(await get(`/v0/projects/${world.projectId}`))).toEqual(['project'])
    const { id, spec } = await api.blocks.getBlockVersion({ params: { name: 'landcover', version: '1.0.0' } })
    const { body, status } = await post(`/v0/aoi/${aoi.aoi_id}/insights`, {
      block: { string: id, version: spec.version },
      input: [{ name: 'input_image', asset_source: { id: world.mosaicIds[0] } }],
      estimate: true,
    })
    expect({ body, status }).toMatchObject({ status: 200, body: { estimate: expect.any(Number) as number } })
  })

  test('days: with hyphens in assets, underscores in legends, day first in tasks', async () => {
    const { assets } = await api.assets.listAssets({ params: { aoi_id: aoi.aoi_id } })
    expect(assets[0]!.date).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    const { legend } = await api.visualizations.updateVisualizationMetadata({
      params: { aoi_id: aoi.aoi_id, visualization_id: world.visualizationId },
      body: { visualization_mode: 'dynamic', dynamic_bins: 5, legend: { [world.day]: null } },
    })
    for (const day of Object.keys(legend!)) expect(day).toMatch(/^\d{4}_\d{2}_\d{2}$/)
    const { bandsets } = await api.bandsets.listBandsets({})
    const { item_ids: _, ...area } = archiveItem(world.projectId, [], square(potsdam, 400))
    const year = new Date(desk.clock.nowMs()).getUTCFullYear() + 1
    const period = { start_date: `${year}-05-01T00:00:00Z`, end_date: `${year}-05-15T00:00:00Z` }
    const { order_items: placed } = await api.orders.submitOrder({
      body: { order_items: [{ ...area, ...period, recurrence: 'ONCE', bandset: { bandset_id: bandsets[0]!.id } }] },
    })
    const { tasks, start_date: start } = await api.orders.getOrderItem({ params: { id: placed[0]!.id! } })
    expect(start).toMatch(/^\d{4}-05-01/)
    expect(tasks![0]!.start_date).toBe(`01-05-${year}`)
  })

  test('sort_by takes both of its forms in catalogs, sortby only its own in the archive', async () => {
    const { body } = await post('/v0/catalogs/search', { sort_by: [{ area: 'DESC' }] })
    expect(await post('/v0/catalogs/search', { sort_by: [{ field: 'area', direction: 'desc' }] })).toMatchObject({
      body,
    })
    expect((await post('/v0/archives/search', { sort_by: [] })).status).toBe(400)
    expect((await post('/v0/catalogs/search', { sortby: [] })).status).toBe(400)
  })
})
