import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Asset } from '#src/contract/assets.ts'
import type { Visualization } from '#src/contract/visualizations.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { renderVisualization } from '#sandbox/work/render-visualization.ts'
import { askForAoi, assetsOf, satelliteOf } from './havel-aoi.ts'
import { none, refusalOf, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

const { aoi } = await askForAoi(desk)
await desk.finishWork()
const mosaics = (await assetsOf(desk, aoi.aoi_id)).filter(({ asset_type: type }) => type === 'mosaic')
const { id: satelliteId } = await satelliteOf(desk, 'sentinel-2-l2a')
const { indices: library } = await api.indices.listIndices({ query: { satellite_id: satelliteId, limit: 500 } })
const ndvi = library.find(({ name }) => name === 'NDVI')!
const own = await api.indices.createIndex({
  body: {
    name: 'Ufer/Ω',
    description: '',
    expression: '(B03 - B08) / (B03 + B08)',
    expression_type: 'index',
    colormap: 'viridis',
    rescale: [-0.5, 0.5],
    satellite_id: satelliteId,
  },
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
    const rasters = (await assetsOf(desk, aoi.aoi_id)).filter(({ visualization_id: of }) => of === made.id)
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
    expect(readdirSync(join(desk.folder, 'png'))).toEqual([])
  })

  test('of an index with any name is drawn too', async () => {
    const { id } = await api.visualizations.createVisualization({
      params: { aoi_id: aoi.aoi_id },
      body: { index_id: own.id, src_asset_ids: [mosaics[0]!.id] },
    })
    await desk.finishWork()
    const body = { index_id: own.id, date: legendDates()[0]!, visualization_mode: 'dynamic' as const }
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

  test('computes classes over all values again, whatever they were narrowed to', async () => {
    const [date] = legendDates()
    const ranges = async (items: { min: number; max: number }[] | null) => {
      const { legend } = await api.visualizations.updateVisualizationMetadata({
        params: place(),
        body: { visualization_mode: 'dynamic', dynamic_bins: 1, legend: { [date!]: items } },
      })
      return legend![date!]!.dynamic!.map(({ min, max }) => [min, max])
    }
    const whole = await ranges(null)
    expect(await ranges([{ min: 0.1, max: 0.2 }])).toEqual([[0.1, 0.2]])
    expect(await ranges(null)).toEqual(whole)
  })

  test('keeps both modes when both are changed at once, and what was changed when its work is done again', async () => {
    const [date] = legendDates()
    const only = { min: 0.25, max: 0.5, color: '#102030', label: 'only' }
    const save = (mode: 'dynamic' | 'theoretical') =>
      api.visualizations.updateVisualizationMetadata({
        params: place(),
        body: { visualization_mode: mode, dynamic_bins: 1, legend: { [date!]: [only] } },
      })
    await Promise.all([save('dynamic'), save('theoretical')])
    const kept = { dynamic: [only], theoretical: [only] }
    const look = async () => {
      const { legend_json: json } = await desk.sandbox.database.query
        .selectFrom('visualizations')
        .select('legend_json')
        .where('id', '=', made.id)
        .executeTakeFirstOrThrow()
      return (JSON.parse(json) as Record<string, unknown>)[date!]
    }
    expect(await look()).toMatchObject(kept)
    // As after a death between the last word of the work and the queue's.
    await renderVisualization(desk.sandbox).run(made.id)
    expect(await look()).toMatchObject(kept)
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
    expect(await create({ index_id: own.id, src_asset_ids: [mosaics[0]!.id, none] })).toMatchObject({
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
      await refusalOf(visualizations.generateIndexPng({ params: place(), body: { ...picture, index_id: own.id } })),
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
