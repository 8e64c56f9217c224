import { afterAll, describe, expect, test } from 'vitest'
import { refusalOf, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

test('ping says who answers', async () => {
  expect(await api.ping.ping()).toMatch(/sandbox/i)
})

describe('projects', () => {
  test('are counted and paged by page number', async () => {
    const all = await api.projects.listProjects({})
    expect(all.count).toBe(3)
    const pages = await Promise.all(
      [1, 2, 3, 4].map((page) => api.projects.listProjects({ query: { page_num: page, page_size: 1 } })),
    )
    expect(pages.flatMap(({ projects }) => projects.map(({ id }) => id))).toEqual(all.projects.map(({ id }) => id))
    expect(pages.map(({ count }) => count)).toEqual([3, 3, 3, 3])
  })

  test('one by its id, or 404', async () => {
    const { projects } = await api.projects.listProjects({})
    const { project } = await api.projects.getProjectById({ params: { id: projects[1]!.id } })
    expect(project.title).toBe(projects[1]!.title)
    expect(project.title).toBeTruthy()
    expect(await refusalOf(api.projects.getProjectById({ params: { id: 'nobody' } }))).toMatchObject({
      status: 404,
      code: 'NOT_FOUND',
    })
  })

  test.each([
    ['page_num=0', 'page_num'],
    ['page_size=ten', 'page_size'],
    ['limit=5', 'query'],
  ])('refuse ?%s', async (query, field) => {
    const { status, body } = await desk.ask('GET', `/v0/projects?${query}`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error: { code: 'BAD_REQUEST', details: { fields: [{ field }] } } })
  })
})

test('satellites tell their bands, collections and what these can be filtered by', async () => {
  const { satellites } = await api.satellites.listSatellites()
  expect(satellites.map(({ name }) => name)).toEqual(expect.arrayContaining(['Firefly', 'Sentinel-2']))
  const { collections } = await api.archives.listCollections({})
  const known = collections.map(({ id }) => id)
  for (const satellite of satellites) {
    const names = satellite.bands.map(({ name }) => name)
    expect(new Set(names).size).toBe(names.length)
    const { red, green, blue } = satellite.rgb_composite!
    expect(names).toEqual(expect.arrayContaining([red, green, blue]))
    const nm = (name: string | null | undefined) => satellite.bands.find((band) => band.name === name)!.wavelength!
    expect(nm(blue)).toBeLessThan(nm(green))
    expect(nm(green)).toBeLessThan(nm(red))
    expect(known).toContain(satellite.collections[0]!.id)
    expect(satellite.collections[0]!.queryables).toContain('eo:cloud_cover')
  }
  expect(satellites.find(({ name }) => name === 'Firefly')!.bands).toHaveLength(135)
})

test('bandsets hold bands of the satellite that takes them, 50 for each capture', async () => {
  const { bandsets } = await api.bandsets.listBandsets({})
  const { satellites } = await api.satellites.listSatellites()
  const firefly = new Map(
    satellites.find(({ name }) => name === 'Firefly')!.bands.map(({ name, wavelength }) => [name, wavelength]),
  )
  expect(bandsets.length).toBeGreaterThan(3)
  for (const { bands, captures } of bandsets) {
    expect(captures).toBe(Math.ceil(bands.length / 50))
    for (const { name, wavelength } of bands) expect(firefly.get(name)).toBe(wavelength)
  }
  expect(Math.max(...bandsets.map(({ bands }) => bands.length))).toBe(135)
})

describe('archive collections', () => {
  test('are listed, all or chosen', async () => {
    const { collections } = await api.archives.listCollections({})
    expect(collections).toHaveLength(5)
    const [first, second] = collections.map(({ id }) => id)
    const chosen = await api.archives.listCollections({ query: { ids: `${second}, ${first}` } })
    expect(chosen.collections.map(({ id }) => id).toSorted()).toEqual([first, second].toSorted())
    expect((await api.archives.listCollections({ query: { ids: 'none' } })).collections).toEqual([])
    expect((await desk.ask('GET', '/v0/archives/collections?id=x')).status).toBe(400)
  })

  test('one by its id, with the period of its scenes, or 404', async () => {
    const { extent, summaries } = await api.archives.getCollection({ params: { cid: 'pixxel-ff-l2a' } })
    const [first, last] = extent!.temporal!.interval![0]!
    const { features } = await api.archives.searchArchive({
      body: { collections: ['pixxel-ff-l2a'], sortby: [{ field: 'datetime', direction: 'asc' }], limit: 1000 },
    })
    expect(features.length).toBeGreaterThan(400)
    expect(features[0]!.properties.datetime).toBe(first)
    expect(features.at(-1)!.properties.datetime).toBe(last)
    expect(summaries).toMatchObject({ gsd: [5] })
    expect(await refusalOf(api.archives.getCollection({ params: { cid: 'none' } }))).toMatchObject({ status: 404 })
  })

  test('list their scenes page by page, newest first', async () => {
    const page = (offset: number, limit?: number) =>
      api.archives.listCollectionItems({
        params: { cid: 'sentinel-2-l2a' },
        query: { offset, ...(limit && { limit }) },
      })
    const all = (await page(0, 1000)).features
    expect((await page(0)).features).toHaveLength(10)
    expect((await page(7, 5)).features.map(({ id }) => id)).toEqual(all.slice(7, 12).map(({ id }) => id))
    expect((await page(all.length - 2, 5)).features).toHaveLength(2)
    expect((await page(all.length, 5)).features).toEqual([])
    const moments = all.map(({ properties }) => properties.datetime!)
    expect(moments).toEqual(moments.toSorted().toReversed())
    expect(new Set(all.map(({ collection }) => collection))).toEqual(new Set(['sentinel-2-l2a']))
  })

  test('of which nobody knows have no scenes, and pages end at 1000', async () => {
    // No 404 is declared for this operation.
    expect(await refusalOf(api.archives.listCollectionItems({ params: { cid: 'none' } }))).toMatchObject({
      status: 400,
    })
    const tooMany = api.archives.listCollectionItems({ params: { cid: 'sentinel-2-l2a' }, query: { limit: 1001 } })
    expect(await refusalOf(tooMany)).toMatchObject({ status: 400, details: { fields: [{ field: 'limit' }] } })
  })

  test('give one scene by its id, and a quicklook that is a PNG of it', async () => {
    const { features } = await api.archives.listCollectionItems({ params: { cid: 'pixxel-td2-l2a' } })
    const { id, geometry } = features[3]!
    const scene = await api.archives.getCollectionItem({ params: { cid: 'pixxel-td2-l2a', id } })
    expect(scene.geometry).toEqual(geometry)
    expect(Object.keys(scene.assets!)).toContain('thumbnail')
    const quicklook = await desk.fetch(new Request(scene.assets!.thumbnail!.href!))
    expect(quicklook.headers.get('content-type')).toBe('image/png')
    expect([...new Uint8Array(await quicklook.arrayBuffer()).slice(1, 4)]).toEqual([...Buffer.from('PNG')])

    const missing = [
      { cid: 'pixxel-td2-l2a', id: 'none' },
      { cid: 'sentinel-2-l2a', id },
      { cid: 'none', id },
    ]
    for (const params of missing) {
      expect(await refusalOf(api.archives.getCollectionItem({ params }))).toMatchObject({ status: 404 })
    }
  })
})

test('an address that the API does not have is a 404 in the envelope', async () => {
  expect(await desk.ask('GET', '/v0/nothing')).toMatchObject({ status: 404, body: { error: { code: 'NOT_FOUND' } } })
  expect(await desk.ask('DELETE', '/v0/projects')).toMatchObject({ status: 404 })
})
