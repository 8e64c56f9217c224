import { unzipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import type { Asset } from '#src/contract/assets.ts'
import { askForAoi, assetsOf } from './havel-aoi.ts'
import { none, potsdam, refusalOf, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

const { aoi, sceneIds } = await askForAoi(desk)
let mosaics: Asset[]

describe('an AOI', () => {
  test('is acknowledged as started, with its area and middle', () => {
    expect(aoi).toMatchObject({ status: 'started', progress: 0, name: 'Havel meadows Ω' })
    expect(aoi.area_in_sq_m! / 640_000).toBeCloseTo(1, 2)
    expect(aoi.centroid![0]).toBeCloseTo(potsdam[0], 3)
    expect(Object.keys(aoi.images!).toSorted()).toEqual(sceneIds.toSorted())
  })

  test('is prepared: one mosaic for each scene, and the scene beside it', async () => {
    await desk.finishWork()
    const done = await api.aois.getAoi({ params: { aoi_id: aoi.aoi_id } })
    expect(done).toMatchObject({ status: 'success', progress: 100 })
    const assets = await assetsOf(desk, aoi.aoi_id)
    mosaics = assets.filter(({ asset_type: type }) => type === 'mosaic')
    expect(mosaics.map(({ status }) => status)).toEqual(['success', 'success'])
    expect(
      assets
        .filter(({ asset_type: type }) => type === 'stac_item')
        .map(({ name }) => name)
        .toSorted(),
    ).toEqual(sceneIds.toSorted())
    expect(mosaics.map(({ date }) => date)).toEqual(
      mosaics
        .map(({ date }) => date)
        .toSorted()
        .toReversed(),
    )
    expect(mosaics[0]!.band_list).toEqual(aoi.eo_bands)
  })

  test('is listed, by name, project, id and page', async () => {
    const list = async (query: object) => (await api.aois.listAois({ query })).aois.map(({ aoi_id: id }) => id)
    expect(await list({})).toEqual([aoi.aoi_id])
    expect(await list({ aoi_name: 'meadow' })).toEqual([aoi.aoi_id])
    expect(await list({ aoi_name: '%' })).toEqual([])
    expect(await list({ aoi_name: 'forest' })).toEqual([])
    expect(await list({ project_ids: `none,${aoi.project_id}` })).toEqual([aoi.aoi_id])
    expect(await list({ project_ids: 'none' })).toEqual([])
    expect(await list({ aoi_id: none })).toEqual([])
    expect(await list({ offset: 1 })).toEqual([])
    expect((await api.aois.listAois({})).pagination).toEqual({ limit: 10, offset: 0, total: 1 })
    expect((await desk.ask('GET', '/v0/aois?limit=none')).status).toBe(400)
  })
})

describe('the assets of an AOI', () => {
  test('come as one ZIP of their files', async () => {
    const params = { aoi_id: aoi.aoi_id }
    const { download_id: id, status } = await api.assets.createAoiDownload({
      params,
      body: { asset_ids: mosaics.map((asset) => asset.id) },
    })
    expect(status).toBe('CREATED')
    await desk.finishWork()
    const ready = await api.assets.getAoiDownload({ params: { ...params, download_id: id } })
    expect(ready.status).toBe('SUCCESS')
    const response = await desk.fetch(new Request(ready.signed_url!))
    expect(response.headers.get('content-disposition')).toContain("filename*=UTF-8''Havel%20meadows%20%CE%A9.zip")
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    expect(Object.keys(files).toSorted()).toEqual(sceneIds.map((scene) => `${scene}.tif`).toSorted())
    const first = await desk.fetch(new Request(mosaics[0]!.path!))
    const whole = Buffer.from(await first.arrayBuffer())
    expect(Object.values(files).some((bytes) => Buffer.from(bytes).equals(whole))).toBe(true)
  })

  test('are not packed when one is not of the AOI, has no file, or the id is of no download', async () => {
    const params = { aoi_id: aoi.aoi_id }
    expect(
      await refusalOf(api.assets.createAoiDownload({ params, body: { asset_ids: [mosaics[0]!.id, none] } })),
    ).toMatchObject({ status: 404, message: expect.stringContaining(none) as string })
    const item = (await assetsOf(desk, aoi.aoi_id)).find(({ asset_type: type }) => type === 'stac_item')!
    expect(await refusalOf(api.assets.createAoiDownload({ params, body: { asset_ids: [item.id] } }))).toMatchObject({
      status: 404,
    })
    expect(await refusalOf(api.assets.getAoiDownload({ params: { ...params, download_id: none } }))).toMatchObject({
      status: 404,
    })
    expect((await desk.ask('POST', `/v0/aois/${aoi.aoi_id}/downloads`, { asset_ids: [] })).status).toBe(400)
  })
})
