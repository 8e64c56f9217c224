import { booleanIntersects } from '@turf/turf'
import type { MultiPolygon, Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { StacItem } from '#src/contract/stac.ts'
import { insertScenes } from '#sandbox/database/insert-scenes.ts'
import { box, potsdam, refusalOf, square, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

type Search = Parameters<typeof api.archives.searchArchive>[0]['body']
const find = async (body: Search) => (await api.archives.searchArchive({ body })).features
const ids = (scenes: StacItem[]) => scenes.map(({ id }) => id)
const cloud = ({ properties }: StacItem) => properties['eo:cloud_cover']!
const taken = ({ properties }: StacItem) => properties.datetime!

/** The whole archive, read page by page: what every search is compared with. */
let archive: StacItem[] = []
beforeAll(async () => {
  for (let offset = 0; ; offset += 1000) {
    const page = await find({ limit: 1000, offset })
    archive.push(...page)
    if (page.length < 1000) break
  }
})

test('pages hold every scene once, the newest first', () => {
  expect(archive).toHaveLength(1500)
  expect(new Set(ids(archive)).size).toBe(1500)
  expect(archive.map(taken)).toEqual(archive.map(taken).toSorted().toReversed())
})

describe('by place', () => {
  /** A sliver along a diagonal: its box meets many footprints that it does not. */
  const sliver: Polygon = { type: 'Polygon', coordinates: [[[11.5, 51.6], [14.6, 53.4], [14.6, 53.41], [11.5, 51.61], [11.5, 51.6]]] } // prettier-ignore
  const two: MultiPolygon = {
    type: 'MultiPolygon',
    coordinates: [square(potsdam, 800).coordinates, square([-119.6, 36.6], 800).coordinates],
  }

  test.each([
    ['a small square', square(potsdam, 800)],
    ['a sliver', sliver],
    ['two squares far apart', two],
    ['a continent, larger than the box index is used for', box([-12, 34, 40, 70])],
  ])('%s finds exactly the scenes whose footprint meets it', async (_, area) => {
    const expected = archive.filter(({ geometry }) => booleanIntersects(geometry as Polygon, area))
    expect(expected.length).toBeGreaterThan(20)
    expect(ids(await find({ intersects: area, limit: 1000 }))).toEqual(ids(expected))
  })

  test('a sliver finds fewer than its box', async () => {
    const inBox = await find({ bbox: [11.5, 51.6, 14.6, 53.41], limit: 1000 })
    expect(inBox.length).toBeGreaterThan((await find({ intersects: sliver, limit: 1000 })).length)
  })

  test('a box is the same as its polygon', async () => {
    const bbox = [13, 52.3, 13.1, 52.4] as const
    const byBox = ids(await find({ bbox: [...bbox], limit: 1000 }))
    expect(byBox).toEqual(ids(await find({ intersects: box(bbox), limit: 1000 })))
    expect(byBox.length).toBeGreaterThan(20)
  })

  test('a box over the antimeridian finds the scenes on both of its sides, and none between', async () => {
    const [model] = desk.sandbox.database.raw.prepare('SELECT * FROM scenes LIMIT 1').all() as [
      { collection: string; datetime_ms: number; epsg: number },
    ]
    const at = (id: string, area: Polygon) => ({
      id,
      collectionId: model.collection,
      datetimeMs: model.datetime_ms,
      cloudCoverPercent: 1,
      offNadirDeg: 0,
      sunElevationDeg: 40,
      sunAzimuthDeg: 150,
      footprint: area,
      epsg: model.epsg,
      seed: 1,
    })
    const places = { 'west-of-180': 179.6, 'east-of-180': -179.6, 'in-between': 0 }
    insertScenes(
      desk.sandbox.database,
      Object.entries(places).map(([id, lng]) => at(id, square([lng, -17.5], 5000))),
    )
    try {
      const asked = { ids: Object.keys(places) }
      expect(ids(await find({ ...asked, bbox: [179, -18, -179, -17] }))).toEqual(['east-of-180', 'west-of-180'])
      expect(ids(await find({ ...asked, bbox: [-179, -18, 179, -17] }))).toEqual(['in-between'])
      expect(ids(await find({ ...asked, bbox: [179, -18, 180, -17] }))).toEqual(['west-of-180'])
    } finally {
      desk.sandbox.database.raw.exec("DELETE FROM scenes WHERE id LIKE '%-of-180' OR id = 'in-between'")
    }
  })

  test('a line or a point finds nothing to look into: refused', async () => {
    expect(await refusalOf(find({ intersects: { type: 'Point', coordinates: [13, 52] } }))).toMatchObject({
      status: 400,
      message: expect.stringContaining('intersects') as string,
    })
  })
})

describe('by time', () => {
  const [start, end] = ['2025-06-01T00:00:00Z', '2025-07-01T00:00:00Z']
  const between = (from: string, to: string) =>
    archive.filter(
      (scene) => Date.parse(taken(scene)) >= Date.parse(from) && Date.parse(taken(scene)) <= Date.parse(to),
    )

  test.each([
    ['an interval', `${start}/${end}`, start, end],
    ['an interval with an offset', '2025-06-01T05:30:00+05:30/2025-07-01T02:00:00+02:00', start, end],
    ['open at its end', `${start}/..`, start, '2100-01-01T00:00:00Z'],
    ['open at its start', `../${end}`, '1900-01-01T00:00:00Z', end],
  ])('%s', async (_, datetime, from, to) => {
    const expected = between(from, to)
    expect(expected.length).toBeGreaterThan(10)
    expect(ids(await find({ datetime, limit: 1000 }))).toEqual(ids(expected.slice(0, 1000)))
  })

  test('a moment, to the millisecond', async () => {
    const scene = archive[400]!
    expect(ids(await find({ datetime: taken(scene) }))).toEqual(ids(between(taken(scene), taken(scene))))
    const later = new Date(Date.parse(taken(scene)) + 1).toISOString()
    expect(ids(await find({ datetime: later, ids: [scene.id] }))).toEqual([])
  })

  test.each([
    '2025-07-01T00:00:00Z/2025-06-01T00:00:00Z',
    '2025-06-01',
    'yesterday',
    '../..',
    '2025-06-01T00:00:00Z/a/b',
  ])('refuses %s', async (datetime) => {
    const { status, body } = await desk.ask('POST', '/v0/archives/search', { datetime })
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { details: { fields: [{ field: 'datetime' }] } } })
  })
})

describe('by property', () => {
  test.each([
    [{ 'eo:cloud_cover': { lt: 10 } }, (scene: StacItem) => cloud(scene) < 10],
    [{ 'eo:cloud_cover': { gt: 20, lte: 40 } }, (scene: StacItem) => cloud(scene) > 20 && cloud(scene) <= 40],
    [{ 'view:off_nadir': { eq: 0 } }, (scene: StacItem) => scene.properties['view:off_nadir'] === 0],
    [
      { 'view:sun_elevation': { gte: 50 }, cloudcover: { lt: 5 } },
      (scene: StacItem) => Number(scene.properties['view:sun_elevation']) >= 50 && cloud(scene) < 5,
    ],
    [{ collection: { neq: 'landsat-c2-l2' } }, (scene: StacItem) => scene.collection !== 'landsat-c2-l2'],
    [{ datetime: { gte: '2026-01-01T00:00:00Z' } }, (scene: StacItem) => taken(scene) >= '2026'],
  ])('%j', async (query, matches) => {
    const expected = archive.filter(matches)
    expect(expected.length).toBeGreaterThan(10)
    expect(ids(await find({ query, limit: 1000 }))).toEqual(ids(expected).slice(0, 1000))
  })

  test('several conditions hold together with place and time', async () => {
    const search = {
      intersects: square(potsdam, 800),
      collections: ['pixxel-ff-l2a', 'sentinel-2-l2a'],
      datetime: '2025-01-01T00:00:00Z/..',
      query: { 'eo:cloud_cover': { lt: 20 } },
    }
    const expected = archive.filter(
      (scene) =>
        search.collections.includes(scene.collection!) &&
        taken(scene) >= '2025' &&
        cloud(scene) < 20 &&
        booleanIntersects(scene.geometry as Polygon, search.intersects),
    )
    expect(expected.length).toBeGreaterThan(5)
    expect(ids(await find({ ...search, limit: 1000 }))).toEqual(ids(expected))
  })

  test.each([
    ['a property that scenes do not have', { query: { colour: { lt: 1 } } }],
    ['a comparison that there is not', { query: { 'eo:cloud_cover': { like: 1 } } }],
    ['a value that is none', { query: { 'eo:cloud_cover': { lt: null } } }],
    ['SQL in a name', { query: { 'cloud_cover; DROP TABLE scenes --': { lt: 1 } } }],
    ['SQL in a sort', { sortby: [{ field: 'id; DROP TABLE scenes', direction: 'asc' as const }] }],
  ])('refuses %s', async (_, body) => {
    expect(await refusalOf(find(body))).toMatchObject({
      status: 400,
      code: 'BAD_REQUEST',
      message: expect.stringMatching(/^(query|sortby):/) as string,
    })
  })

  test('an unknown collection is a 404, both kinds of place a 400', async () => {
    expect(await refusalOf(find({ collections: ['none'] }))).toMatchObject({ status: 404 })
    const { status, body } = await desk.ask('POST', '/v0/archives/search', {
      bbox: [0, 0, 1, 1],
      intersects: square(potsdam, 500),
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { details: { fields: [{ field: 'intersects' }] } } })
  })
})

test('sorts by one property, then by the next', async () => {
  const sorted = await find({
    sortby: [
      { field: 'properties.eo:cloud_cover', direction: 'desc' },
      { field: "properties->>'datetime'", direction: 'asc' },
    ],
    limit: 1000,
  })
  const expected = archive.toSorted(
    (a, b) => cloud(b) - cloud(a) || Date.parse(taken(a)) - Date.parse(taken(b)) || (a.id < b.id ? -1 : 1),
  )
  expect(ids(sorted)).toEqual(ids(expected).slice(0, 1000))
})

test('pages of a sorted, filtered search fit together', async () => {
  const search = { intersects: square(potsdam, 800), sortby: [{ field: 'eo:cloud_cover', direction: 'asc' as const }] }
  const whole = ids(await find({ ...search, limit: 1000 }))
  const pages: string[] = []
  for (let offset = 0; offset < whole.length; offset += 7)
    pages.push(...ids(await find({ ...search, limit: 7, offset })))
  expect(pages).toEqual(whole)
})

test('by ids, those that are gone left out', async () => {
  const wanted = [archive[3]!.id, 'none', archive[900]!.id]
  expect(ids(await find({ ids: wanted })).toSorted()).toEqual([wanted[0], wanted[2]].toSorted())
  expect(await find({ ids: [] })).toEqual([])
  expect(await find({ collections: [] })).toEqual([])
})

describe('scenes to make an AOI of', () => {
  const satellites = async (...names: string[]) => {
    const { satellites: all } = await api.satellites.listSatellites()
    return all
      .filter(({ name }) => names.includes(name))
      .map(({ id, collections }) => ({ satellite_id: id, collection_id: collections[0]!.id }))
  }
  const period = { start_date: '2025-01-01T00:00:00Z', end_date: '2026-01-01T00:00:00Z' }
  const area = square(potsdam, 800)

  test('are found by satellite, period, place and filters', async () => {
    const { items, pagination } = await api.sceneSearch.searchSatelliteImages({
      body: {
        ...period,
        geometry: area,
        satellites: await satellites('Firefly', 'Sentinel-2'),
        filters: [{ id: 'eo:cloud_cover', min: 0, max: 30 }],
      },
    })
    const expected = archive.filter(
      (scene) =>
        ['pixxel-ff-l2a', 'sentinel-2-l2a'].includes(scene.collection!) &&
        taken(scene).startsWith('2025') &&
        cloud(scene) <= 30 &&
        booleanIntersects(scene.geometry as Polygon, area),
    )
    expect(expected.length).toBeGreaterThan(3)
    expect(Object.keys(items)).toEqual(ids(expected))
    expect(Object.values(items)).toEqual(expected)
    expect(pagination).toMatchObject({ skip: 0, total: expected.length })
  })

  test('end at the limit', async () => {
    const { items } = await api.sceneSearch.searchSatelliteImages({
      body: { ...period, geometry: area, satellites: await satellites('Firefly', 'Sentinel-2'), limit: 2 },
    })
    expect(Object.keys(items)).toHaveLength(2)
  })

  test('each wrong field is named', async () => {
    const [firefly] = await satellites('Firefly')
    const refused = await refusalOf(
      api.sceneSearch.searchSatelliteImages({
        body: {
          ...period,
          geometry: area,
          satellites: [
            { satellite_id: 'none', collection_id: 'none' },
            { ...firefly!, collection_id: 'sentinel-2-l2a' },
          ],
          filters: [
            { id: 'colour', min: 0, max: 1 },
            { id: 'eo:cloud_cover', min: 30, max: 10 },
          ],
        },
      }),
    )
    expect(refused.status).toBe(400)
    const { fields } = refused.details as { fields: { field: string }[] }
    expect(fields.map(({ field }) => field)).toEqual([
      'satellites[0].satellite_id',
      'satellites[1].collection_id',
      'filters[0].id',
      'filters[1].max',
    ])
  })

  test('dates the wrong way round are refused', async () => {
    const { status, body } = await desk.ask('POST', '/v0/search', {
      start_date: period.end_date,
      end_date: period.start_date,
      geometry: area,
      satellites: await satellites('Firefly'),
    })
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { details: { fields: [{ field: 'end_date' }] } } })
  })
})
