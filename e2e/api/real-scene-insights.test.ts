import { existsSync } from 'node:fs'
import { fromArrayBuffer, fromFile } from 'geotiff'
import type { GeoTIFFImage } from 'geotiff'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { DataType } from '#src/contract/data-type.ts'
import type { Insight } from '#src/contract/insights.ts'
import { bboxOf } from '#src/geo/bbox.ts'
import { forward } from '#src/geo/projection.ts'
import { addScene } from '#sandbox/add-scene.ts'
import { gridFootprint } from '#sandbox/raster/grid-footprint.ts'
import { inspectGeoTiff } from '#sandbox/raster/geotiff-ingest.ts'
import { box, firstProjectId, startDesk } from './sandbox-fixture.ts'
import type { Desk } from './sandbox-fixture.ts'

const file = process.env.SWATH_REAL_SCENE
const metaFile = file?.replace(/\.tiff?$/i, '.json')

// Read off a map of Potsdam: where there is water, and where there are trees, in every summer.
const lakes = {
  'Neustädter Havelbucht': [13.0449, 52.3945],
  'Havel east of Hermannswerder': [13.0545, 52.388],
  'Havel west of Hermannswerder': [13.033, 52.3873],
  'Templiner See': [13.0246, 52.3814],
} as const
const parks = {
  'woods of the Telegrafenberg': [13.0655, 52.3827],
  'woods south of the Telegrafenberg': [13.062, 52.3815],
  'park in the west, by the Wildpark': [13.0187, 52.3968],
  'woods on the Brauhausberg': [13.0585, 52.3835],
} as const
const water = 1
const plants = [2, 4, 5, 11]
/** Reflectance of open water in the near infrared, and of no plant. */
const darkest = 0.02

describe.skipIf(!file)(
  'blocks over a real scene (skipped unless SWATH_REAL_SCENE names a GeoTIFF around Potsdam)',
  () => {
    let desk: Desk
    let aoiId: string
    let mosaicId: string

    beforeAll(async () => {
      desk = await startDesk({ scenes: 50 })
      const meta = metaFile && existsSync(metaFile) ? metaFile : undefined
      const added = await addScene(desk.sandbox.database, desk.folder, file!, meta)
      const { satellites } = await desk.api.satellites.listSatellites()
      const satellite = satellites.find(({ collections }) => collections[0]!.id === added.collection)!
      const { info } = await inspectGeoTiff(file!, meta)
      const [west, south, east, north] = bboxOf(gridFootprint(info.grid))!
      const aoi = await desk.api.aois.createAoi({
        body: {
          name: 'Lakes and parks of Potsdam',
          description: '',
          satellite_id: satellite.id,
          provider: satellite.collections[0]!.provider as 'pixxel',
          project_id: await firstProjectId(desk),
          geometry: box([west - 0.001, south - 0.001, east + 0.001, north + 0.001]),
          item_ids: [added.id],
        },
      })
      await desk.finishWork()
      aoiId = aoi.aoi_id
      const { assets } = await desk.api.assets.listAssets({ params: { aoi_id: aoiId }, query: { limit: 100 } })
      mosaicId = assets.find(({ asset_type: type }) => type === 'mosaic')!.id
    }, 120_000)
    afterAll(() => desk.close())

    async function run(block: string, values: Record<string, string> = {}): Promise<Insight> {
      const input: DataType[] = [
        { name: 'input_image', format: 'raster', type: 'url', asset_source: { id: mosaicId, type: 'raw_mosaic' } },
        ...Object.entries(values).map(([name, value]) => ({ name, value })),
      ]
      const answer = await desk.api.insights.createInsight({
        params: { aoi_id: aoiId },
        body: { block: { name: block, version: '1.0.0' }, input },
      })
      await desk.finishWork()
      const id = answer.status === 201 ? answer.body.id : ''
      const { insights } = await desk.api.insights.listInsights({ params: { aoiId }, query: { id } })
      expect(insights[0]).toMatchObject({ status: 'completed', err_msg: null })
      return insights[0]!
    }

    const output = (insight: Insight, name: string) => readDataTypes(insight.output).find((one) => one.name === name)!

    /** A raster of the result, read by a reader that is not ours. */
    async function raster(insight: Insight, name: string) {
      const response = await desk.fetch(new Request(output(insight, name).value!))
      return readImage(await (await fromArrayBuffer(await response.arrayBuffer())).getImage())
    }

    test('land cover: water where the lakes are, plants where the parks are; areas are those of the pixels', async () => {
      const insight = await run('landcover')
      const cover = await raster(insight, 'land_cover')
      for (const [name, place] of Object.entries(lakes)) expect(cover.at(place), name).toBe(water)
      for (const [name, place] of Object.entries(parks)) expect(plants, name).toContain(cover.at(place))

      // The same water as McFeeters' index finds in the file as it was given, by a reader that is not ours.
      const original = await readOriginal()
      const isWet = ([x, y]: [number, number]) => {
        const [green, nir] = [original.green.atXY(x, y), original.nir.atXY(x, y)]
        return (green - nir) / (green + nir) > 0
      }
      let [agreed, either] = [0, 0]
      cover.each((value, xy) => {
        const [ours, theirs] = [value === water, isWet(xy)]
        if (ours && theirs) agreed++
        if (ours || theirs) either++
      })
      expect(either).toBeGreaterThan(400)
      expect(agreed / either).toBeGreaterThan(0.97)

      const counted = new Map<number, number>()
      cover.each((value) => counted.set(value, (counted.get(value) ?? 0) + 1))
      const total = [...counted].reduce((sum, [value, count]) => (value === 0 ? sum : sum + count), 0)
      const told = output(insight, 'land_cover').properties!['classes'] as ToldClass[]
      for (const { value, area, area_percentage: percent } of told) {
        const pixels = counted.get(value) ?? 0
        expect(area, String(value)).toBeCloseTo(pixels * cover.pixelAreaSqM, 6)
        expect(percent, String(value)).toBeCloseTo((100 * pixels) / total, 9)
      }
      const table = await desk.fetch(new Request(output(insight, 'class_areas').value!))
      const rows = (await table.text()).trim().split('\r\n').slice(1)
      for (const row of rows) {
        const [value, , pixels, hectares] = row.split(',').map(Number)
        expect(pixels).toBe(counted.get(value!) ?? 0)
        expect(hectares).toBeCloseTo((pixels! * cover.pixelAreaSqM) / 10_000, 3)
      }
    })

    test('NDVI is high in the parks, is no vegetation on the lakes, and is that of the bands of the file', async () => {
      const index = await raster(await run('spectralindex'), 'index')
      for (const [name, place] of Object.entries(parks)) expect(index.at(place), name).toBeGreaterThan(0.6)
      // Deep water came out of the atmospheric correction as exactly nothing, of which there is no ratio.
      for (const [name, place] of Object.entries(lakes)) expect(index.at(place), name).toBeNaN()
      const cover = await raster(await run('landcover'), 'land_cover')
      const { red, nir } = await readOriginal()
      let [compared, green] = [0, 0]
      index.each((value, [x, y]) => {
        const [r, n] = [red.atXY(x, y), nir.atXY(x, y)]
        if (r + n === 0) return expect(value).toBeNaN()
        if (Number.isNaN(r)) return
        expect(value).toBeCloseTo((n - r) / (n + r), 5)
        compared++
        // A ratio of what is darker than the noise says nothing.
        if (value < 0.6 || n < darkest) return
        green++
        expect(plants).toContain(cover.atXY(x, y))
      })
      expect(compared).toBeGreaterThan(7000)
      expect(green).toBeGreaterThan(2500)
    })

    test('k-means puts all lakes into one group, and no park into it', async () => {
      const groups = await raster(await run('imageclustering'), 'clusters')
      const wet = new Set(Object.values(lakes).map((place) => groups.at(place)))
      expect([...wet]).toEqual([1])
      for (const [name, place] of Object.entries(parks)) expect(groups.at(place), name).toBeGreaterThan(1)
      // The group is the lakes with their shores: dark pixels that are half water.
      const cover = await raster(await run('landcover'), 'land_cover')
      const isWater = (x: number, y: number) => cover.atXY(x, y) === water
      let [lakePixels, lakesInGroup, inGroup, atLakes] = [0, 0, 0, 0]
      groups.each((value, [x, y]) => {
        if (isWater(x, y)) {
          lakePixels++
          if (value === 1) lakesInGroup++
        }
        if (value !== 1) return
        inGroup++
        const around = [-30, 0, 30].flatMap((dx) => [-30, 0, 30].map((dy) => isWater(x + dx, y + dy)))
        if (around.includes(true)) atLakes++
      })
      expect(lakesInGroup / lakePixels).toBeGreaterThan(0.97)
      expect(atLakes / inGroup).toBeGreaterThan(0.95)
    })

    /** The bands of the given file that stand for colours, in reflectance. */
    async function readOriginal() {
      const { info } = await inspectGeoTiff(file!, metaFile && existsSync(metaFile) ? metaFile : undefined)
      const image = await (await fromFile(file!)).getImage()
      // The centres that Pixxel's own formulas use for these colours.
      const nearest = (nm: number) =>
        info.bands.reduce(
          (best, band, i) =>
            Math.abs((band.wavelengthNm ?? 0) - nm) < Math.abs((info.bands[best]!.wavelengthNm ?? 0) - nm) ? i : best,
          0,
        )
      const [green, red, nir] = await Promise.all(
        [542, 672, 854].map((nm) =>
          readImage(image, nearest(nm), (sample) => (sample === info.nodata ? NaN : sample * info.scale + info.offset)),
        ),
      )
      return { green: green!, red: red!, nir: nir! }
    }
  },
)

type ToldClass = { value: number; area: number; area_percentage: number }

/** One band, asked by place. `xy` are metres of the projection, in the middle of a pixel. */
async function readImage(image: GeoTIFFImage, band = 0, toValue = (sample: number) => sample) {
  const samples = ((await image.readRasters({ samples: [band] })) as unknown as [ArrayLike<number>])[0]
  const [width, height] = [image.getWidth(), image.getHeight()]
  const [west, , , north] = image.getBoundingBox() as [number, number, number, number]
  const [gsdM] = image.getResolution() as [number]
  const epsg = Number(image.getGeoKeys()?.ProjectedCSTypeGeoKey)
  const atXY = (x: number, y: number): number => {
    const [column, row] = [Math.floor((x - west) / gsdM), Math.floor((north - y) / gsdM)]
    if (column < 0 || row < 0 || column >= width || row >= height) return NaN
    return toValue(samples[row * width + column]!)
  }
  return {
    pixelAreaSqM: gsdM * gsdM,
    atXY,
    at: (place: readonly [number, number]) => atXY(...forward([...place], epsg)),
    each(visit: (value: number, xy: [number, number]) => void) {
      for (let i = 0; i < samples.length; i++) {
        const [column, row] = [i % width, Math.floor(i / width)]
        visit(toValue(samples[i]!), [west + (column + 0.5) * gsdM, north - (row + 0.5) * gsdM])
      }
    },
  }
}
