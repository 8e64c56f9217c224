import { unzipSync } from 'fflate'
import { afterAll, expect, test, vi } from 'vitest'
import { startDesk } from './sandbox-fixture.ts'

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
