import { unzipSync } from 'fflate'
import { afterAll, expect, test, vi } from 'vitest'
import { ApiError } from '#src/api/errors.ts'
import { satelliteOf } from './havel-aoi.ts'
import { clearestScene, firstProjectId, potsdam, square, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

test('a picture of the past, asked for by many at once, is computed once and is whole for all', async () => {
  const run = vi.spyOn(desk.sandbox.pixels, 'run')
  const { catalogs } = await api.catalogs.searchCatalogs({ body: { collections: ['sentinel-2-l2a'], limit: 1 } })
  const [{ id, details }] = catalogs as [(typeof catalogs)[0]]
  const image = () => desk.fetch(new Request(details!.assets!.image!.href!))
  const download = async () => (await api.downloads.createDownload({ body: { catalog_ids: [id] } })).id
  const [one, other, first, second] = await Promise.all([image(), image(), download(), download()])
  expect([one.status, other.status]).toEqual([200, 200])
  const [bytes, same] = await Promise.all(
    [one, other].map(async (response) => Buffer.from(await response.arrayBuffer())),
  )
  expect(bytes!.length).toBeGreaterThan(100_000)
  expect(bytes!.equals(same!)).toBe(true)

  await desk.finishWork()
  for (const downloadId of [first, second]) {
    const { status, signed_url: url } = await api.downloads.getDownload({ params: { download_id: downloadId } })
    expect(status).toBe('success')
    const files = unzipSync(new Uint8Array(await (await desk.fetch(new Request(url!))).arrayBuffer()))
    expect(Buffer.from(files[`${details!.id}/${details!.id}.tif`]!).equals(bytes!)).toBe(true)
  }
  expect(run.mock.calls.filter(([task]) => task.kind === 'scene-raster')).toHaveLength(1)
})

test('many searches at once are all answered, each with its own page', async () => {
  const pages = await Promise.all(
    Array.from({ length: 40 }, (_, i) => api.archives.searchArchive({ body: { limit: 5, offset: i * 5 } })),
  )
  expect(new Set(pages.flatMap(({ features }) => features.map(({ id }) => id))).size).toBe(200)
})

test('of two who take the same name at the same moment one is told that it is taken', async () => {
  const scene = await clearestScene(desk, 'sentinel-2-l2a', '2022-01-01T00:00:00Z/..')
  const { id: satelliteId } = await satelliteOf(desk, 'sentinel-2-l2a')
  const aoi = {
    name: 'Twins',
    description: '',
    satellite_id: satelliteId,
    provider: 'planetary' as const,
    project_id: await firstProjectId(desk),
    geometry: square(potsdam, 100),
    item_ids: [scene.id],
  }
  const index = {
    name: 'Twins',
    description: '',
    expression: 'B03',
    expression_type: 'index' as const,
    colormap: 'viridis',
    rescale: [0, 1],
    satellite_id: satelliteId,
  }
  const outcome = (asked: Promise<unknown>) =>
    asked.then(
      () => 'made',
      (error: unknown) => (error instanceof ApiError ? error.status : error),
    )
  const twice = (ask: () => Promise<unknown>) => Promise.all([outcome(ask()), outcome(ask())])
  expect((await twice(() => api.aois.createAoi({ body: aoi }))).toSorted()).toEqual([409, 'made'])
  expect((await twice(() => api.indices.createIndex({ body: index }))).toSorted()).toEqual([409, 'made'])
  const store = {
    name: 'Twins',
    type: 'S3' as const,
    configs: { bucket: 'twins', region: 'eu-central-1' },
    secrets: { access_key_id: 'a', secret_access_key: 's' },
  }
  expect((await twice(() => api.stores.createStore({ body: store }))).toSorted()).toEqual([409, 'made'])
  await desk.finishWork()
  const { aois } = await api.aois.listAois({ query: { aoi_name: 'Twins' } })
  expect(aois).toMatchObject([{ status: 'success' }])
  const { indices } = await api.indices.listIndices({ query: { type: 'custom' } })
  expect(indices).toHaveLength(1)
  const params = { aoi_id: aois[0]!.aoi_id }
  const visualize = () => api.visualizations.createVisualization({ params, body: { index_id: indices[0]!.id } })
  expect((await twice(visualize)).toSorted()).toEqual([409, 'made'])
  await desk.finishWork()
})
