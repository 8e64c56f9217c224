import type { Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { NewAoi } from '#src/contract/aois.ts'
import { fieldProblems } from '#src/api/errors.ts'
import {
  archiveItem,
  box,
  clearestScene,
  firstProjectId,
  potsdam,
  refusalOf,
  square,
  startDesk,
} from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

const ring = (...corners: [number, number][]): Polygon => ({ type: 'Polygon', coordinates: [corners] })
const [lng, lat] = potsdam

/** Areas that no one can use, with a word that the reason says. */
const badAreas: [name: string, area: Polygon, word: RegExp][] = [
  [
    'crosses itself',
    ring([lng, lat], [lng + 0.02, lat + 0.02], [lng + 0.02, lat], [lng, lat + 0.02], [lng, lat]),
    /crosses itself/,
  ],
  ['is open', ring([lng, lat], [lng + 0.02, lat], [lng + 0.02, lat + 0.02], [lng, lat + 0.02]), /clos|end/i],
  ['is tiny', square(potsdam, 2), /only/],
  ['is huge', box([-40, -40, 40, 40]), /more than/],
  [
    'crosses the antimeridian',
    ring([179.9, -17], [-179.9, -17], [-179.9, -16.9], [179.9, -16.9], [179.9, -17]),
    /antimeridian/,
  ],
  ['leaves the world', box([190, 10, 191, 11]), /180|longitude/i],
  ['has two points', ring([lng, lat], [lng + 0.02, lat], [lng, lat]), /point|corner/i],
  ['has no ring', { type: 'Polygon', coordinates: [] }, /./],
]

let aoi: NewAoi
let projectId: string
let sceneId: string
beforeAll(async () => {
  projectId = await firstProjectId(desk)
  const scene = await clearestScene(desk, 'sentinel-2-l2a', '2025-01-01T00:00:00Z/..')
  sceneId = scene.id
  const { satellites } = await api.satellites.listSatellites()
  const { id } = satellites.find(({ collections }) => collections[0]!.id === 'sentinel-2-l2a')!
  aoi = {
    name: 'Wetland',
    description: '',
    satellite_id: id,
    provider: 'planetary',
    project_id: projectId,
    geometry: square(potsdam, 200),
    item_ids: [sceneId],
  }
})

async function refused(asked: Promise<unknown>) {
  const error = await refusalOf(asked)
  return { status: error.status, code: error.code, message: error.message, fields: fieldProblems(error) }
}

describe('an area that', () => {
  test.each(badAreas)('%s makes no AOI', async (_, geometry, word) => {
    const { status, code, fields } = await refused(api.aois.createAoi({ body: { ...aoi, geometry } }))
    expect({ status, code }).toEqual({ status: 400, code: 'BAD_REQUEST' })
    expect(fields.geometry).toMatch(word)
  })

  test.each(badAreas)('%s is not ordered', async (_, geometry, word) => {
    const { status, fields } = await refused(
      api.orders.submitOrder({ body: { order_items: [archiveItem(projectId, [sceneId], geometry)] } }),
    )
    expect(status).toBe(400)
    expect(fields['order_items[0].geometry.features[0]']).toMatch(word)
  })

  // Searches have no limits of size.
  test.each(badAreas.filter(([name]) => !/tiny|huge/.test(name)))('%s is not searched', async (_, geometry, word) => {
    const archive = await refused(api.archives.searchArchive({ body: { intersects: geometry } }))
    expect(archive.status).toBe(400)
    expect(archive.fields.intersects).toMatch(word)
    const catalogs = await refused(api.catalogs.searchCatalogs({ body: { intersects: geometry } }))
    expect(catalogs.fields.intersects).toMatch(word)
    const body = {
      start_date: '2025-01-01T00:00:00Z',
      end_date: '2026-01-01T00:00:00Z',
      geometry,
      satellites: [{ satellite_id: aoi.satellite_id, collection_id: 'sentinel-2-l2a' }],
    }
    const scenes = await refused(api.sceneSearch.searchSatelliteImages({ body }))
    expect(scenes.fields.geometry).toMatch(word)
  })

  test('nothing was made of them', async () => {
    expect((await api.aois.listAois({})).aois).toEqual([])
    expect((await api.orders.listOrders({ query: { limit: 100 } })).pagination!.total).toBe(6)
  })
})

describe('an AOI or an order is refused', () => {
  test('with every wrong field named at once', async () => {
    const body = { ...aoi, project_id: 'none', provider: 'pixxel' as const, item_ids: [sceneId, 'none'] }
    const { status, message, fields } = await refused(api.aois.createAoi({ body }))
    expect(status).toBe(400)
    expect(Object.keys(fields)).toEqual(['project_id', 'provider', 'item_ids[1]'])
    expect(message).toMatch(/^project_id: .*2 more/)
  })

  test('for a satellite that there is not', async () => {
    expect(Object.keys((await refused(api.aois.createAoi({ body: { ...aoi, satellite_id: 'none' } }))).fields)).toEqual(
      ['satellite_id'],
    )
  })

  test('for a scene of another satellite, or elsewhere', async () => {
    const firefly = await clearestScene(desk, 'pixxel-ff-l2a', '2025-01-01T00:00:00Z/..')
    const far = await clearestScene(desk, 'sentinel-2-l2a', '2020-01-01T00:00:00Z/..', [-119.6, 36.6])
    const { fields } = await refused(api.aois.createAoi({ body: { ...aoi, item_ids: [firefly.id, far.id] } }))
    expect(fields['item_ids[0]']).toMatch(/one satellite/)
    expect(fields['item_ids[1]']).toMatch(/does not meet/)
  })

  test('for more pixels than can be computed at once', async () => {
    const { id } = await clearestScene(desk, 'pixxel-ff-l2a', '2025-01-01T00:00:00Z/..')
    const item = archiveItem(projectId, [id], square(potsdam, 12_000))
    const { fields } = await refused(api.orders.submitOrder({ body: { order_items: [item] } }))
    expect(fields['order_items[0].item_ids[0]']).toMatch(/at most about \d+ km²/)
  })

  test('for a name that is taken: 409', async () => {
    await api.aois.createAoi({ body: aoi })
    expect(await refused(api.aois.createAoi({ body: aoi }))).toMatchObject({
      status: 409,
      code: 'CONFLICT',
      fields: { name: expect.any(String) as string },
    })
    expect((await api.aois.listAois({})).aois).toHaveLength(1)
    await desk.sandbox.queue.settled()
  })
})

describe('the shape of a request', () => {
  const refusedAsIs = async (path: string, body: unknown) => {
    const answer = await desk.ask('POST', path, body)
    const { error } = answer.body as {
      error: { code: string; message: string; details: { fields?: { field: string }[] } | null }
    }
    expect(Object.keys(error).toSorted()).toEqual(['code', 'details', 'message'])
    return {
      status: answer.status,
      code: error.code,
      message: error.message,
      fields: error.details?.fields?.map(({ field }) => field),
    }
  }

  test.each(['{"name": "x",}', '{', 'name=x', '[1, 2', '"'])('that is not JSON: %s', async (text) => {
    expect(await refusedAsIs('/v0/aois', text)).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: expect.stringMatching(/not valid JSON/) as string,
    })
  })

  test.each([
    ['no body', '/v0/aois', undefined, 'body'],
    ['a list for an object', '/v0/aois', [], 'body'],
    ['a number for a name', '/v0/aois', () => ({ ...aoi, name: 7 }), 'name'],
    ['no name', '/v0/aois', () => ({ ...aoi, name: undefined }), 'name'],
    ['an empty name', '/v0/aois', () => ({ ...aoi, name: '' }), 'name'],
    ['no scene', '/v0/aois', () => ({ ...aoi, item_ids: [] }), 'item_ids'],
    [
      'another geometry',
      '/v0/aois',
      () => ({ ...aoi, geometry: { type: 'Point', coordinates: [1, 2] } }),
      'geometry.type',
    ],
    [
      'a word for a coordinate',
      '/v0/aois',
      () => ({ ...aoi, geometry: { type: 'Polygon', coordinates: [[['a', 1]]] } }),
      'geometry.coordinates[0][0][0]',
    ],
    ['an order of nothing', '/v0/orders', { order_items: [] }, 'order_items'],
    [
      'an item without a project',
      '/v0/orders',
      () => ({ order_items: [{ ...archiveItem(projectId, [sceneId], square(potsdam, 200)), project_id: '' }] }),
      'order_items[0].project_id',
    ],
    [
      'an item with both scenes and bands',
      '/v0/orders',
      () => ({
        order_items: [{ ...archiveItem(projectId, [sceneId], square(potsdam, 200)), bandset: { bandset_id: 'x' } }],
      }),
      'order_items[0].bandset',
    ],
    [
      'an item with neither',
      '/v0/orders',
      () => ({ order_items: [{ ...archiveItem(projectId, [], square(potsdam, 200)), item_ids: undefined }] }),
      'order_items[0].bandset',
    ],
    ['both lists of ids', '/v0/catalogs/download', { catalog_ids: ['a'], order_item_ids: ['b'] }, 'catalog_ids'],
    ['no list of ids', '/v0/catalogs/download', {}, 'catalog_ids'],
    ['an empty list of ids', '/v0/catalogs/download', { catalog_ids: [] }, 'catalog_ids'],
    ['a limit of zero', '/v0/archives/search', { limit: 0 }, 'limit'],
    ['a broken limit', '/v0/archives/search', { limit: 1.5 }, 'limit'],
    ['a box of three numbers', '/v0/archives/search', { bbox: [1, 2, 3] }, 'bbox'],
    ['a box upside down', '/v0/archives/search', { bbox: [1, 5, 2, 4] }, 'bbox'],
    [
      'dates the wrong way round',
      '/v0/catalogs/search',
      { datetime: '2026-01-01T00:00:00Z/2025-01-01T00:00:00Z' },
      'datetime',
    ],
  ])('%s', async (_, path, body, field) => {
    const { status, code, message, fields } = await refusedAsIs(path, typeof body === 'function' ? body() : body)
    expect({ status, code }).toEqual({ status: 400, code: 'BAD_REQUEST' })
    expect(fields).toContain(field)
    expect(message.length).toBeGreaterThan(field.length + 5)
  })

  test('a field that there is not', async () => {
    expect(await refusedAsIs('/v0/archives/search', { colour: 'red' })).toMatchObject({
      status: 400,
      message: expect.stringContaining('colour') as string,
    })
  })

  test('a body of more than 16 MB is not read', async () => {
    const { status, body } = await desk.ask('POST', '/v0/archives/search', '{}', {
      'content-length': String(17 * 1024 * 1024),
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { message: expect.stringContaining('16 MB') as string } })
  })
})
