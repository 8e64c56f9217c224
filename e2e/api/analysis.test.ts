import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Aoi } from '#src/contract/aois.ts'
import type { Asset } from '#src/contract/assets.ts'
import type { Index } from '#src/contract/indices.ts'
import type { Visualization } from '#src/contract/visualizations.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { clearestScene, firstProjectId, potsdam, refusalOf, square, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

const area = square(potsdam, 400)
const satellite = async (collection: string) => {
  const { satellites } = await api.satellites.listSatellites()
  return satellites.find(({ collections }) => collections[0]!.id === collection)!
}

let aoi: Aoi
let mosaics: Asset[]
let ndvi: Index
let sceneIds: string[]

beforeAll(async () => {
  const scenes = await Promise.all(
    ['2025-06-01T00:00:00Z/2026-09-01T00:00:00Z', '2022-06-01T00:00:00Z/2022-09-01T00:00:00Z'].map((period) =>
      clearestScene(desk, 'sentinel-2-l2a', period),
    ),
  )
  sceneIds = scenes.map(({ id }) => id)
  const { id } = await satellite('sentinel-2-l2a')
  const body = {
    name: 'Havel meadows Ω',
    description: 'Wet',
    satellite_id: id,
    provider: 'planetary' as const,
    project_id: await firstProjectId(desk),
    geometry: area,
    item_ids: sceneIds,
  }
  aoi = await api.aois.createAoi({ body })
})

const assetsOf = async (aoiId: string) =>
  (await api.assets.listAssets({ params: { aoi_id: aoiId }, query: { limit: 100 } })).assets
const none = '00000000-0000-4000-a000-000000000000'

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
    const assets = await assetsOf(aoi.aoi_id)
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
    expect(await list({ aoi_name: '%' })).toEqual([aoi.aoi_id])
    expect(await list({ aoi_name: 'forest' })).toEqual([])
    expect(await list({ project_ids: `none,${aoi.project_id}` })).toEqual([aoi.aoi_id])
    expect(await list({ project_ids: 'none' })).toEqual([])
    expect(await list({ aoi_id: none })).toEqual([])
    expect(await list({ offset: 1 })).toEqual([])
    expect((await api.aois.listAois({})).pagination).toEqual({ limit: 10, offset: 0, total: 1 })
    expect((await desk.ask('GET', '/v0/aois?limit=none')).status).toBe(400)
  })

  test('that there is not: 404 everywhere', async () => {
    const params = { aoi_id: none }
    const asked = [
      api.aois.getAoi({ params }),
      api.assets.listAssets({ params }),
      api.assets.createAoiDownload({ params, body: { asset_ids: ['a'] } }),
      api.assets.getAoiDownload({ params: { ...params, download_id: 'd' } }),
      api.visualizations.createVisualization({ params, body: { index_id: 'i' } }),
    ]
    for (const refused of asked) expect(await refusalOf(refused)).toMatchObject({ status: 404, code: 'NOT_FOUND' })
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
    const item = (await assetsOf(aoi.aoi_id)).find(({ asset_type: type }) => type === 'stac_item')!
    expect(await refusalOf(api.assets.createAoiDownload({ params, body: { asset_ids: [item.id] } }))).toMatchObject({
      status: 404,
    })
    expect(await refusalOf(api.assets.getAoiDownload({ params: { ...params, download_id: none } }))).toMatchObject({
      status: 404,
    })
    expect((await desk.ask('POST', `/v0/aois/${aoi.aoi_id}/downloads`, { asset_ids: [] })).status).toBe(400)
  })
})

describe('indices', () => {
  test('come with a library for each satellite, paged and filtered', async () => {
    const { id } = await satellite('sentinel-2-l2a')
    const list = (query: object) => api.indices.listIndices({ query: { satellite_id: id, limit: 500, ...query } })
    const { indices, pagination } = await list({})
    expect(pagination!.total).toBe(indices.length)
    expect(indices.length).toBeGreaterThan(20)
    expect(new Set(indices.map(({ satellite_id: of }) => of))).toEqual(new Set([id]))
    expect((await list({ limit: 3, offset: 2 })).indices).toEqual(indices.slice(2, 5))
    const composites = (await list({ expression_type: 'composite' })).indices
    expect(composites.length).toBeGreaterThan(2)
    expect(new Set(composites.map(({ expression_type: type }) => type))).toEqual(new Set(['composite']))
    expect((await list({ type: 'custom' })).indices).toEqual([])
    ndvi = indices.find(({ name }) => name === 'NDVI')!
    expect((await list({ index_id: ndvi.id })).indices).toEqual([ndvi])
    expect((await desk.ask('GET', '/v0/indices?type=mine')).status).toBe(400)
  })

  test('of one’s own are kept, with the bands they read', async () => {
    const { id } = await satellite('sentinel-2-l2a')
    const body = {
      name: 'Ufer/Ω',
      description: '',
      expression: '(B03 - B08) / (B03 + B08)',
      expression_type: 'index' as const,
      colormap: 'viridis',
      rescale: [-0.5, 0.5],
      satellite_id: id,
    }
    const made = await api.indices.createIndex({ body })
    expect(made).toMatchObject({ type: 'custom', bands: ['B03', 'B08'], rescale: [-0.5, 0.5] })
    expect((await api.indices.listIndices({ query: { type: 'custom' } })).indices).toEqual([made])
    expect(await refusalOf(api.indices.createIndex({ body }))).toMatchObject({ status: 409 })
  })

  test.each([
    ['a band that the satellite lacks', { expression: 'B99 / B03' }, 'expression', /B99.*character 1/],
    ['half a formula', { expression: '(B03 - B08' }, 'expression', /character/],
    ['a composite of two', { expression: '[B04, B03]', expression_type: 'composite' as const }, 'expression', /./],
    ['a range upside down', { rescale: [1, 0] }, 'rescale', /below/],
    ['a colour map that there is not', { colormap: 'sunset' }, 'colormap', /sunset/],
    ['a satellite that there is not', { satellite_id: none }, 'satellite_id', /none|No satellite/],
  ])('with %s are refused', async (_, change, field, reason) => {
    const { id } = await satellite('sentinel-2-l2a')
    const body = {
      name: 'Bad',
      description: '',
      expression: 'B03',
      expression_type: 'index' as const,
      colormap: 'viridis',
      rescale: [0, 1],
      satellite_id: id,
      ...change,
    }
    const error = await refusalOf(api.indices.createIndex({ body }))
    expect(error.status).toBe(400)
    const { fields } = error.details as { fields: { field: string; reason: string }[] }
    expect(fields[0]!.field).toBe(field)
    expect(fields[0]!.reason).toMatch(reason)
  })
})

describe('a visualization', () => {
  let made: Visualization
  const place = () => ({ aoi_id: aoi.aoi_id, visualization_id: made.id })
  const legendDates = () => mosaics.map(({ date }) => date!.replaceAll('-', '_'))

  /** NDVI of every valid pixel of a mosaic, worked out here from the delivered file. */
  async function ndviOf(asset: Asset): Promise<{ values: number[]; pixelAreaSqM: number }> {
    const response = await desk.fetch(new Request(asset.path!))
    const path = join(desk.folder, `check-${asset.date}.tif`)
    writeFileSync(path, Buffer.from(await response.arrayBuffer()))
    const cog = await openCog(path)
    const { grid, bands, scale, offset, nodata } = cog.info
    const place = (name: string) => bands.findIndex((band) => band.name === name)
    const [red, nir] = await cog.read({ x: 0, y: 0, width: grid.width, height: grid.height }, [
      place('B04'),
      place('B08'),
    ])
    await cog.close()
    const values: number[] = []
    for (let i = 0; i < red!.length; i++) {
      if (red![i] === nodata || nir![i] === nodata) continue
      const [r, n] = [red![i]! * scale + offset, nir![i]! * scale + offset]
      if (r + n !== 0) values.push((n - r) / (n + r))
    }
    return { values, pixelAreaSqM: grid.pixelSize ** 2 }
  }

  test('is computed over every mosaic of the AOI', async () => {
    made = await api.visualizations.createVisualization({ params: { aoi_id: aoi.aoi_id }, body: { index_id: ndvi.id } })
    expect(made).toMatchObject({ status: 'creating', index_name: 'NDVI', expression: ndvi.expression })
    await desk.finishWork()
    const { visualization, pagination } = await api.visualizations.listVisualizations({
      params: { aoi_id: aoi.aoi_id },
    })
    expect(visualization).toMatchObject([{ id: made.id, status: 'success', progress: 100, index_id: ndvi.id }])
    expect(pagination!.total).toBe(1)
    const rasters = (await assetsOf(aoi.aoi_id)).filter(({ visualization_id: of }) => of === made.id)
    expect(rasters.map(({ status, date }) => [status, date])).toEqual(mosaics.map(({ date }) => ['success', date]))
  })

  test('is found by index and kind of formula', async () => {
    const list = async (query: object) =>
      (await api.visualizations.listVisualizations({ params: { aoi_id: aoi.aoi_id }, query })).visualization.map(
        ({ id }) => id,
      )
    expect(await list({ index_id: ndvi.id, expression_type: 'index', type: 'custom' })).toEqual([made.id])
    expect(await list({ expression_type: 'composite' })).toEqual([])
    expect(await list({ index_id: none })).toEqual([])
    expect(await list({ visualization_id: none })).toEqual([])
    expect(await list({ offset: 1 })).toEqual([])
    expect(await list({ user_id: none })).toEqual([])
  })

  test('has classes whose areas add up to the area of the valid pixels, counted from the mosaic itself', async () => {
    const { metadata } = await api.visualizations.rollBackVisualizationMetadata({
      params: place(),
      body: { index_id: ndvi.id, dates: legendDates(), visualization_mode: 'dynamic' },
    })
    for (const mosaic of mosaics) {
      const { values, pixelAreaSqM } = await ndviOf(mosaic)
      // The grid is 10 m and the square 800 m wide: about 6400 pixels are its inside.
      expect(values.length).toBeGreaterThan(6000)
      expect(values.length).toBeLessThan(6800)
      const legend = metadata!.legend![mosaic.date!.replaceAll('-', '_')]!
      expect(legend.dynamic).toHaveLength(5)
      for (const classes of [legend.dynamic!, legend.theoretical!]) {
        expect(classes.reduce((sum, { area: part }) => sum + part!, 0)).toBeCloseTo(values.length * pixelAreaSqM, 3)
        expect(classes.reduce((sum, { area_percentage: part }) => sum + part!, 0)).toBeCloseTo(100, 6)
        for (const [i, { min, max, area: part }] of classes.entries()) {
          const last = i === classes.length - 1
          // Values are stored in 32 bits: one that lies on a bound may fall to either side.
          const inside = values.filter((value) => value >= min! && (last ? value <= max! + 1e-6 : value < max!)).length
          expect(Math.abs(inside - part! / pixelAreaSqM)).toBeLessThanOrEqual(1)
        }
      }
      const bounds = [legend.dynamic![0]!.min!, legend.dynamic!.at(-1)!.max!]
      expect(bounds[0]).toBeCloseTo(
        values.reduce((a, b) => Math.min(a, b)),
        5,
      )
      expect(bounds[1]).toBeCloseTo(
        values.reduce((a, b) => Math.max(a, b)),
        5,
      )
    }
  })

  test('is drawn as a PNG with its legend', async () => {
    const [date] = legendDates()
    const png = await api.visualizations.generateIndexPng({
      params: place(),
      body: { index_id: ndvi.id, date: date!, visualization_mode: 'dynamic' },
    })
    const bytes = Buffer.from(await png.arrayBuffer())
    expect(png.type).toBe('image/png')
    expect(bytes.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]))
    expect(bytes.readUInt32BE(16)).toBeGreaterThan(400)
    const fixed = await api.visualizations.generateIndexPng({
      params: place(),
      body: { index_id: ndvi.id, date: date!, visualization_mode: 'theoretical' },
    })
    expect(Buffer.from(await fixed.arrayBuffer()).equals(bytes)).toBe(false)
  })

  test('of an index with any name is drawn too', async () => {
    const [own] = (await api.indices.listIndices({ query: { type: 'custom' } })).indices
    const { id } = await api.visualizations.createVisualization({
      params: { aoi_id: aoi.aoi_id },
      body: { index_id: own!.id, src_asset_ids: [mosaics[0]!.id] },
    })
    await desk.finishWork()
    const body = { index_id: own!.id, date: legendDates()[0]!, visualization_mode: 'dynamic' as const }
    const png = await api.visualizations.generateIndexPng({ params: { ...place(), visualization_id: id }, body })
    expect(
      Buffer.from(await png.arrayBuffer())
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG')
    // Nobody knows classes of a formula of one's own, and no other day was asked for.
    const { visualizations } = api
    expect(
      await refusalOf(
        visualizations.generateIndexPng({
          params: { ...place(), visualization_id: id },
          body: { ...body, visualization_mode: 'theoretical' },
        }),
      ),
    ).toMatchObject({ status: 404 })
    expect(
      await refusalOf(
        visualizations.generateIndexPng({
          params: { ...place(), visualization_id: id },
          body: { ...body, date: legendDates()[1]! },
        }),
      ),
    ).toMatchObject({ status: 404 })
  })

  test('is written as SLD for each mode and day', async () => {
    const { sld } = await api.visualizations.generateVisualizationSld({
      params: place(),
      body: { dates: legendDates(), visualization_modes: ['dynamic', 'theoretical'] },
    })
    expect(Object.keys(sld).toSorted()).toEqual(['dynamic', 'theoretical'])
    for (const days of Object.values(sld)) expect(Object.keys(days).toSorted()).toEqual(legendDates().toSorted())
    const xml = sld.dynamic![legendDates()[0]!]!
    expect(xml.match(/<ColorMapEntry /g)).toHaveLength(6)
  })

  test('takes new classes, counts them anew, and goes back to the computed ones', async () => {
    const [date] = legendDates()
    const update = (body: Parameters<typeof api.visualizations.updateVisualizationMetadata>[0]['body']) =>
      api.visualizations.updateVisualizationMetadata({ params: place(), body })
    const { values, pixelAreaSqM } = await ndviOf(mosaics[0]!)

    const nine = (await update({ visualization_mode: 'dynamic', dynamic_bins: 9, legend: { [date!]: null } })).legend![
      date!
    ]!
    expect(nine.dynamic).toHaveLength(9)
    expect(nine.dynamic!.reduce((sum, { area: part }) => sum + part!, 0)).toBeCloseTo(values.length * pixelAreaSqM, 3)

    const own = [
      { min: -1, max: 0.4, color: '#112233', label: 'bare' },
      { min: 0.4, max: 1, color: '#445566', label: 'green' },
    ]
    const two = (await update({ visualization_mode: 'theoretical', legend: { [date!]: own } })).legend![date!]!
    expect(two.theoretical).toMatchObject(own)
    expect(two.dynamic).toHaveLength(9)
    const green = values.filter((value) => value >= 0.4).length
    expect(Math.abs(two.theoretical![1]!.area! / pixelAreaSqM - green)).toBeLessThanOrEqual(1)

    const back = await api.visualizations.rollBackVisualizationMetadata({
      params: place(),
      body: { index_id: ndvi.id, dates: [date!], visualization_mode: 'dynamic' },
    })
    expect(back.metadata!.legend![date!]!.dynamic).toHaveLength(5)
    expect(back.metadata!.legend![date!]!.theoretical).toMatchObject(own)
  })

  test.each([
    [
      'overlapping classes',
      [
        { min: 0, max: 0.5 },
        { min: 0.4, max: 1 },
      ],
      /min$/,
    ],
    ['a class upside down', [{ min: 0.5, max: 0.2 }], /max$/],
    ['a colour that is none', [{ min: 0, max: 1, color: 'reddish' }], /color$/],
    ['no class', [], /^legend/],
  ])('does not take %s', async (_, classes, field) => {
    const error = await refusalOf(
      api.visualizations.updateVisualizationMetadata({
        params: place(),
        body: { visualization_mode: 'theoretical', legend: { [legendDates()[0]!]: classes } },
      }),
    )
    expect(error.status).toBe(400)
    expect((error.details as { fields: { field: string }[] }).fields[0]!.field).toMatch(field)
  })

  test('is refused for what does not fit', async () => {
    const { satellites } = await api.satellites.listSatellites()
    const foreign = (
      await api.indices.listIndices({
        query: { satellite_id: satellites.find(({ name }) => name === 'Firefly')!.id, limit: 1 },
      })
    ).indices[0]!
    const create = (body: { index_id: string; src_asset_ids?: string[] }) =>
      refusalOf(api.visualizations.createVisualization({ params: { aoi_id: aoi.aoi_id }, body }))
    expect(await create({ index_id: none })).toMatchObject({ status: 404 })
    expect(await create({ index_id: foreign.id })).toMatchObject({
      status: 400,
      details: { fields: [{ field: 'index_id' }] },
    })
    expect(await create({ index_id: ndvi.id })).toMatchObject({ status: 409 })
    const [own] = (await api.indices.listIndices({ query: { type: 'custom' } })).indices
    expect(await create({ index_id: own!.id, src_asset_ids: [mosaics[0]!.id, none] })).toMatchObject({
      status: 400,
      details: { fields: [{ field: 'src_asset_ids[1]' }] },
    })

    const nowhere = { aoi_id: aoi.aoi_id, visualization_id: none }
    const day = legendDates()[0]!
    const picture = { index_id: ndvi.id, date: day, visualization_mode: 'dynamic' as const }
    const { visualizations } = api
    const asked = [
      visualizations.generateIndexPng({ params: nowhere, body: picture }),
      visualizations.generateIndexPng({ params: place(), body: { ...picture, date: '1999_01_01' } }),
      visualizations.generateVisualizationSld({
        params: nowhere,
        body: { dates: [day], visualization_modes: ['dynamic'] },
      }),
      visualizations.generateVisualizationSld({
        params: place(),
        body: { dates: ['1999_01_01'], visualization_modes: ['dynamic'] },
      }),
      visualizations.updateVisualizationMetadata({
        params: nowhere,
        body: { visualization_mode: 'dynamic', dynamic_bins: 3, legend: { [day]: null } },
      }),
      visualizations.rollBackVisualizationMetadata({
        params: nowhere,
        body: { index_id: ndvi.id, dates: [day], visualization_mode: 'dynamic' },
      }),
      visualizations.rollBackVisualizationMetadata({
        params: place(),
        body: { index_id: ndvi.id, dates: ['1999_01_01'], visualization_mode: 'dynamic' },
      }),
    ]
    for (const refused of asked) expect(await refusalOf(refused)).toMatchObject({ status: 404 })
    expect(
      await refusalOf(visualizations.generateIndexPng({ params: place(), body: { ...picture, index_id: own!.id } })),
    ).toMatchObject({ status: 400, details: { fields: [{ field: 'index_id' }] } })
    expect(
      (
        await desk.ask('PUT', `/v0/aois/${aoi.aoi_id}/visualizations/${made.id}/metadata`, {
          visualization_mode: 'dynamic',
          dynamic_bins: 16,
          legend: {},
        })
      ).status,
    ).toBe(400)
  })
})
