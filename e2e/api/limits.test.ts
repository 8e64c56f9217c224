import type { MultiPolygon } from 'geojson'
import { afterAll, describe, expect, test } from 'vitest'
import { askForAoi, satelliteOf } from './havel-aoi.ts'
import { none, potsdam, square, startDesk } from './sandbox-fixture.ts'

// Requests that are valid and very large, and those that only a careless reader would take: none may fail inside.
const desk = await startDesk()
afterAll(desk.close)
const { api } = desk
const { aoi } = await askForAoi(desk)
await desk.finishWork()

/** More than SQLite takes as parameters. */
const many = Array.from({ length: 40_000 }, (_, i) => `${none}-${i}`)

describe('forty thousand ids', () => {
  test('find what there is among them', async () => {
    const { features } = await api.archives.searchArchive({ body: { limit: 1 } })
    const found = await api.archives.searchArchive({ body: { ids: [...many, features[0]!.id] } })
    expect(found.features.map(({ id }) => id)).toEqual([features[0]!.id])
    const { catalogs } = await api.catalogs.searchCatalogs({ body: { limit: 1 } })
    const body = { ids: [...many, catalogs[0]!.id], limit: 10 }
    expect((await api.catalogs.searchCatalogs({ body })).catalogs.map(({ id }) => id)).toEqual([catalogs[0]!.id])
  })

  test.each([
    ['/v0/catalogs/download', { catalog_ids: many }, 400],
    [`/v0/aois/${aoi.aoi_id}/downloads`, { asset_ids: many }, 404],
  ])('that are not there are refused by %s', async (path, body, status) => {
    expect((await desk.ask('POST', path, body)).status).toBe(status)
  })

  test('in an address find nothing', async () => {
    const ids = many.map((_, i) => i).join(',')
    expect((await api.orders.listOrderItems({ query: { ids } })).order_items).toEqual([])
    expect((await api.aois.listAois({ query: { project_ids: ids } })).aois).toEqual([])
  })
})

test('an area of three thousand parts is searched', async () => {
  const parts = Array.from({ length: 3000 }, (_, i) => {
    const place = [-60 + (i % 60) * 0.02, 10 + Math.floor(i / 60) * 0.02] as const
    return square(place, 200).coordinates
  })
  const area: MultiPolygon = { type: 'MultiPolygon', coordinates: [...parts, square(potsdam, 500).coordinates] }
  const inPart = await api.archives.searchArchive({ body: { intersects: square(potsdam, 500), limit: 1000 } })
  const { features } = await api.archives.searchArchive({ body: { intersects: area, limit: 1000 } })
  const ids = features.map(({ id }) => id)
  expect(inPart.features.length).toBeGreaterThan(3)
  expect(ids).toEqual(expect.arrayContaining(inPart.features.map(({ id }) => id)))
})

test('the largest page number there is has nothing on it', async () => {
  const query = { page_num: Number.MAX_SAFE_INTEGER, page_size: Number.MAX_SAFE_INTEGER }
  expect((await api.projects.listProjects({ query })).projects).toEqual([])
})

test('a body of more than 16 MB is not read, whether or not it says how long it is', async () => {
  const chunk = new TextEncoder().encode(' '.repeat(1024 * 1024))
  let sent = 0
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (++sent > 40) controller.close()
      else controller.enqueue(chunk)
    },
  })
  const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' } as RequestInit
  const response = await desk.fetch(new Request('http://sandbox.test/v0/archives/search', init))
  expect(response.status).toBe(400)
  expect(await response.json()).toMatchObject({ error: { message: expect.stringContaining('16 MB') as string } })
  expect(sent).toBeLessThan(20)
})

test.each([
  ['eo:cloud_cover', 'lt', '24', 'number'],
  ['id', 'eq', 24, 'text'],
  ['collection', 'eq', true, 'text'],
])('a scene is not found by a %s that is compared with the wrong kind', async (field, operator, value, kind) => {
  const { status, body } = await desk.ask('POST', '/v0/archives/search', { query: { [field]: { [operator]: value } } })
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { message: expect.stringContaining(`compared with a ${kind}`) as string } })
})

test('order items are found by the day or the moment they were made, in any zone, and by nothing that is neither', async () => {
  const of = async (created_at: string) =>
    (await api.orders.listOrderItems({ query: { created_at, limit: 100 } })).order_items.map(({ id }) => id)
  const { order_items: all } = await api.orders.listOrderItems({ query: { limit: 100 } })
  const { id, created_at: made } = all[0]!
  const [day, ms] = [made!.slice(0, 10), Date.parse(made!)]
  const inDelhi = (at: number) => new Date(at + 5.5 * 3_600_000).toISOString().replace('Z', '+05:30')
  expect(await of(`${day},${day}`)).toContain(id)
  expect(await of(`${inDelhi(ms)}/${inDelhi(ms)}`)).toContain(id)
  expect(await of(`${inDelhi(ms + 1)}/${inDelhi(ms + 1000)}`)).not.toContain(id)
  expect((await desk.ask('GET', '/v0/order-items?created_at=may,june')).status).toBe(400)
  expect((await desk.ask('GET', '/v0/order-items?created_at=2026-13-01,2026-14-01')).status).toBe(400)
})

test('a name is found by any part of it, signs that SQL reads in its own way included', async () => {
  const { name, project_id, geometry, images, satellite_id } = aoi
  const made = {
    description: '',
    satellite_id: satellite_id!,
    provider: 'planetary' as const,
    project_id: project_id!,
    geometry: geometry as ReturnType<typeof square>,
    item_ids: Object.keys(images!).slice(0, 1),
  }
  await api.aois.createAoi({ body: { ...made, name: 'field_1 at 50 %' } })
  await desk.finishWork()
  const named = async (aoi_name: string) =>
    (await api.aois.listAois({ query: { aoi_name } })).aois.map((one) => one.name)
  expect(await named('FIELD_1')).toEqual(['field_1 at 50 %'])
  expect(await named('50 %')).toEqual(['field_1 at 50 %'])
  expect(await named('_')).not.toContain(name)
  expect((await api.workflows.listWorkflows({ query: { name: '%' } })).workflows).toEqual([])
})

test('a visualization at another resolution is refused rather than made at that of the satellite', async () => {
  const { id: satellite_id } = await satelliteOf(desk, 'sentinel-2-l2a')
  const { indices } = await api.indices.listIndices({ query: { satellite_id, limit: 1 } })
  const path = `/v0/aois/${aoi.aoi_id}/visualizations`
  const { status, body } = await desk.ask('POST', path, { index_id: indices[0]!.id, resolution: 25 })
  expect(status).toBe(400)
  expect(body).toMatchObject({ error: { details: { fields: [{ field: 'resolution' }] } } })
  expect((await desk.ask('POST', path, { index_id: indices[0]!.id, resolution: 10 })).status).toBe(201)
  await desk.finishWork()
})
