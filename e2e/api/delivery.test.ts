import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { loadImage } from '@napi-rs/canvas'
import { unzipSync } from 'fflate'
import type { Polygon } from 'geojson'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Catalog } from '#src/contract/catalogs.ts'
import { fromUtm, toUtm } from '#src/geo/utm.ts'
import { findLandCover } from '#sandbox/earth/land-cover.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { gdalInstalled, gdalPython, run, validateCog } from '#sandbox/raster/gdal-for-tests.ts'
import { archiveItem, clearestScene, firstProjectId, potsdam, refusalOf, startDesk } from './sandbox-fixture.ts'

const desk = await startDesk()
const { api } = desk
afterAll(desk.close)

const forest = findLandCover(potsdam, ['broadleaf forest', 'needleleaf forest'], { clearM: 200 })!
const lake = findLandCover(potsdam, ['lake'], { clearM: 200 })!

/** Not a rectangle, so that what lies outside the drawn line can be told from the rest of the file. */
function diamond([lng, lat]: readonly [number, number], halfM: number): Polygon {
  const dLat = halfM / 111_195
  const dLng = dLat / Math.cos((lat * Math.PI) / 180)
  return { type: 'Polygon', coordinates: [[[lng, lat - dLat], [lng + dLng, lat], [lng, lat + dLat], [lng - dLng, lat], [lng, lat - dLat]]] } // prettier-ignore
}

const places = {
  forest: { middle: forest, area: diamond(forest, 200) },
  lake: { middle: lake, area: diamond(lake, 200) },
}
type Place = keyof typeof places
const satellites = ['pixxel-ff-l2a', 'sentinel-2-l2a'] as const
const summers = '2025-06-01T00:00:00Z/2025-09-01T00:00:00Z'

let itemIds: string[]
let projectId: string
const files: Record<string, Uint8Array> = {}
const scenes: Record<string, string> = {}
let zip: Uint8Array

async function order() {
  const items = Object.values(places).map(({ area }) => archiveItem(projectId, Object.values(scenes), area))
  const { order_items: placed } = await api.orders.submitOrder({ body: { order_items: items } })
  await desk.finishWork()
  return placed.map(({ id }) => id!)
}

async function download(body: { order_item_ids: string[] } | { catalog_ids: string[] }) {
  const { id, status } = await api.downloads.createDownload({ body })
  expect(status).toBe('created')
  await desk.finishWork()
  const ready = await api.downloads.getDownload({ params: { download_id: id } })
  expect(ready.status).toBe('success')
  return desk.fetch(new Request(ready.signed_url!))
}

beforeAll(async () => {
  projectId = await firstProjectId(desk)
  // Sentinel-2 has a clear summer scene in another year.
  scenes['pixxel-ff-l2a'] = (await clearestScene(desk, 'pixxel-ff-l2a', summers)).id
  scenes['sentinel-2-l2a'] = (
    await clearestScene(desk, 'sentinel-2-l2a', '2022-06-01T00:00:00Z/2022-09-01T00:00:00Z')
  ).id
  itemIds = await order()
  // It computes all their pixels.
}, 60_000)

const catalogsOf = async (ids: string[]) =>
  (await api.catalogs.searchCatalogs({ body: { order_item_ids: ids, limit: 50 } })).catalogs
const fileOf = (catalog: Catalog, ending: string) =>
  files[Object.keys(files).find((name) => name.includes(catalog.details!.id) && name.endsWith(ending))!]

describe('an order of two scenes over two areas', () => {
  test('is fulfilled', async () => {
    for (const id of itemIds) expect((await api.orders.getOrderItem({ params: { id } })).status).toBe('FULFILLED')
  })

  test('puts a picture of each scene into the catalog for each area', async () => {
    const catalogs = await catalogsOf(itemIds)
    expect(catalogs.map(({ details }) => details!.id).toSorted()).toEqual(
      [...Object.values(scenes), ...Object.values(scenes)].toSorted(),
    )
    for (const { id, area, details } of catalogs) {
      // A diamond of 400 m across.
      expect(area).toBeCloseTo(0.08, 3)
      expect(details!.properties).toMatchObject({ 'proj:epsg': 32633, project_id: projectId })
      expect(await api.catalogs.getCatalog({ params: { id } })).toMatchObject({ id, area })
      const thumbnail = await desk.fetch(new Request(details!.assets!.thumbnail!.href!))
      expect([thumbnail.status, thumbnail.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    }
  })

  test('comes as one ZIP with GeoTIFF, thumbnail, footprint and box for each picture', async () => {
    const response = await download({ order_item_ids: [itemIds[0]!] })
    expect(response.headers.get('content-type')).toBe('application/zip')
    expect(response.headers.get('content-disposition')).toMatch(/attachment; filename="swath-.*\.zip"/)
    zip = new Uint8Array(await response.arrayBuffer())
    Object.assign(files, unzipSync(zip))
    const expected = Object.values(scenes).flatMap((id) =>
      ['.tif', '.thumbnail.jpeg', '.footprint.geojson', '.bbox.geojson'].map((ending) => `${id}/${id}${ending}`),
    )
    expect(Object.keys(files).toSorted()).toEqual(expected.toSorted())
    const footprint = JSON.parse(
      Buffer.from(fileOf((await catalogsOf([itemIds[0]!]))[0]!, '.footprint.geojson')!).toString(),
    ) as { geometry: Polygon }
    const bounds = (ring: number[][]) =>
      [0, 1].flatMap((axis) => [Math.min(...ring.map((p) => p[axis]!)), Math.max(...ring.map((p) => p[axis]!))])
    for (const [i, value] of bounds(footprint.geometry.coordinates[0]!).entries())
      expect(value).toBeCloseTo(bounds(places.forest.area.coordinates[0]!)[i]!, 9)
  })
})

test('the same scene over two areas comes in two folders of one ZIP, each named after its order item', async () => {
  const response = await download({ order_item_ids: itemIds })
  const names = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))
  const folders = itemIds.flatMap((item) => Object.values(scenes).map((scene) => `${scene}_${item.slice(0, 8)}`))
  expect([...new Set(names.map((name) => name.split('/')[0]))].toSorted()).toEqual(folders.toSorted())
  expect(names).toHaveLength(4 * folders.length)
})

describe.each(satellites)('the GeoTIFF of %s', (collection) => {
  async function open(place: Place) {
    const [catalog] = (await catalogsOf([itemIds[Object.keys(places).indexOf(place)]!])).filter(
      ({ details }) => details!.collection === collection,
    )
    const response = await desk.fetch(new Request(catalog!.details!.assets!.image!.href!))
    const path = join(desk.folder, 'checks', `${collection}-${place}`, basename(`${catalog!.details!.id}.tif`))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, Buffer.from(await response.arrayBuffer()))
    return { path, catalog: catalog! }
  }
  const sensor = async () =>
    (await api.satellites.listSatellites()).satellites.find(({ collections }) => collections[0]!.id === collection)!

  test('is the same file as in the ZIP', async () => {
    const { catalog } = await open('forest')
    const response = await desk.fetch(new Request(catalog.details!.assets!.image!.href!))
    expect(Buffer.from(await response.arrayBuffer()).equals(fileOf(catalog, '.tif')!)).toBe(true)
  })

  test.each(Object.keys(places) as Place[])(
    'lies where %s was drawn, and holds pixels inside the line only',
    async (place) => {
      const cog = await openCog((await open(place)).path)
      const { grid, nodata } = cog.info
      expect(grid.epsg).toBe(32633)
      const corners = places[place].area.coordinates[0]!.map((point) => toUtm(point as [number, number], grid.epsg))
      const [xs, ys] = [0, 1].map((axis) => corners.map((corner) => corner[axis]!)) as [number[], number[]]
      const slackM = grid.pixelSize
      expect(Math.abs(grid.originX - Math.min(...xs))).toBeLessThanOrEqual(slackM)
      expect(Math.abs(grid.originY - Math.max(...ys))).toBeLessThanOrEqual(slackM)
      expect(Math.abs(grid.originX + grid.width * grid.pixelSize - Math.max(...xs))).toBeLessThanOrEqual(slackM)
      expect(Math.abs(grid.originY - grid.height * grid.pixelSize - Math.min(...ys))).toBeLessThanOrEqual(slackM)

      const [band] = await cog.read({ x: 0, y: 0, width: grid.width, height: grid.height }, [0])
      await cog.close()
      const [midLng, midLat] = places[place].middle
      let inside = 0
      for (let i = 0; i < band!.length; i++) {
        const x = grid.originX + ((i % grid.width) + 0.5) * grid.pixelSize
        const y = grid.originY - (Math.floor(i / grid.width) + 0.5) * grid.pixelSize
        const [lng, lat] = fromUtm([x, y], grid.epsg)
        // Distance from the middle in the diamond's own measure: 1 on the line.
        const reach =
          (Math.abs(lat - midLat) + Math.abs(lng - midLng) * Math.cos((midLat * Math.PI) / 180)) * (111_195 / 200)
        const slack = grid.pixelSize / 200
        if (reach < 1 - slack) expect(band![i], `pixel ${i} inside`).not.toBe(nodata)
        if (reach > 1 + slack) expect(band![i], `pixel ${i} outside`).toBe(nodata)
        if (band![i] !== nodata) inside++
      }
      expect(inside * grid.pixelSize ** 2).toBeGreaterThan(76_000)
      expect(inside * grid.pixelSize ** 2).toBeLessThan(84_000)
    },
  )

  test('has every band of the satellite with its name and wavelength', async () => {
    const cog = await openCog((await open('forest')).path)
    const { bands } = await sensor()
    expect(cog.info.bands.map(({ name }) => name)).toEqual(bands.map(({ name }) => name))
    for (const [i, { wavelength, scale }] of bands.entries()) {
      expect(cog.info.bands[i]!.wavelengthNm).toBeCloseTo(wavelength!, 3)
      expect(cog.info.scale).toBeCloseTo(scale!, 12)
    }
    await cog.close()
  })

  test('shows summer: NDVI above 0.6 over the forest, below 0 over the lake', async () => {
    expect(await meanNdvi((await open('forest')).path)).toBeGreaterThan(0.6)
    expect(await meanNdvi((await open('lake')).path)).toBeLessThan(0)
  })

  describe.skipIf(!gdalInstalled || gdalPython === null)('read by GDAL (skipped where it is not installed)', () => {
    test('is a valid COG with CRS, no-data value, scale, overviews, band names and wavelengths', async () => {
      const { path } = await open('forest')
      expect(validateCog(path)).toContain('is a valid cloud optimized GeoTIFF')
      const report = JSON.parse(run('gdalinfo', '-json', path)) as GdalReport
      expect(report.coordinateSystem.wkt).toContain('ID["EPSG",32633]]')
      const { bands } = await sensor()
      expect(report.bands).toHaveLength(bands.length)
      for (const [i, { name, wavelength, scale }] of bands.entries()) {
        const band = report.bands[i]!
        expect(band).toMatchObject({ description: name, noDataValue: 0 })
        expect(band.scale).toBeCloseTo(scale!, 12)
        expect(Number(band.metadata[''].wavelength)).toBeCloseTo(wavelength!, 3)
      }
      const { lowerLeft, upperRight } = report.cornerCoordinates
      const [west, south, east, north] = [lowerLeft[0], lowerLeft[1], upperRight[0], upperRight[1]]
      for (const [lng, lat] of places.forest.area.coordinates[0]!) {
        const [x, y] = toUtm([lng!, lat!], 32633)
        expect(x).toBeGreaterThan(west - 0.01)
        expect(x).toBeLessThan(east + 0.01)
        expect(y).toBeGreaterThan(south - 0.01)
        expect(y).toBeLessThan(north + 0.01)
      }
    })
  })
})

describe.skipIf(!gdalInstalled || gdalPython === null)(
  'a picture larger than a tile (read by GDAL; skipped where it is not installed)',
  () => {
    test('is a valid COG with overviews', async () => {
      const { order_items: items } = await api.orders.submitOrder({
        body: { order_items: [archiveItem(projectId, [scenes['sentinel-2-l2a']!], diamond(potsdam, 3000))] },
      })
      await desk.finishWork()
      const [catalog] = await catalogsOf([items[0]!.id!])
      const path = join(desk.folder, 'large.tif')
      writeFileSync(
        path,
        Buffer.from(await (await desk.fetch(new Request(catalog!.details!.assets!.image!.href!))).arrayBuffer()),
      )
      expect(validateCog(path)).toContain('is a valid cloud optimized GeoTIFF')
      const report = JSON.parse(run('gdalinfo', '-json', path)) as GdalReport
      expect(Math.max(...report.size)).toBeGreaterThan(590)
      for (const { overviews } of report.bands) expect(overviews!.length).toBeGreaterThanOrEqual(2)
    })
  },
)

type GdalReport = {
  size: [number, number]
  coordinateSystem: { wkt: string }
  cornerCoordinates: { lowerLeft: [number, number]; upperRight: [number, number] }
  bands: {
    description: string
    noDataValue: number
    scale: number
    overviews?: unknown[]
    metadata: { '': { wavelength: string } }
  }[]
}

test('the same scene and area, ordered again, gives the same bytes', async () => {
  const again = await order()
  const before = await catalogsOf([itemIds[0]!])
  for (const catalog of await catalogsOf([again[0]!])) {
    const twin = before.find(({ details }) => details!.id === catalog.details!.id)!
    expect(twin.id).not.toBe(catalog.id)
    for (const asset of ['image', 'thumbnail'] as const) {
      const [one, other] = await Promise.all(
        [twin, catalog].map(async ({ details }) =>
          Buffer.from(await (await desk.fetch(new Request(details!.assets![asset]!.href!))).arrayBuffer()),
        ),
      )
      expect(one!.length).toBeGreaterThan(100)
      expect(one!.equals(other!)).toBe(true)
    }
  }
})

describe('the catalog', () => {
  const found = async (body: Parameters<typeof api.catalogs.searchCatalogs>[0]['body']) =>
    (await api.catalogs.searchCatalogs({ body: { limit: 200, ...body } })).catalogs

  test('answers two when nothing is said, and tells the total', async () => {
    const { catalogs, pagination } = await api.catalogs.searchCatalogs({ body: {} })
    expect(catalogs).toHaveLength(2)
    expect(pagination).toMatchObject({ limit: 2, offset: 0 })
    expect(await found({})).toHaveLength(pagination!.total!)
  })

  test('is searched by everything it knows', async () => {
    const all = await found({})
    const ids = (catalogs: Catalog[]) => catalogs.map(({ id }) => id).toSorted()
    const same = (catalogs: Catalog[], matches: (catalog: Catalog) => boolean) => {
      const expected = all.filter(matches)
      expect(expected.length).toBeGreaterThan(0)
      expect(expected.length).toBeLessThan(all.length)
      expect(ids(catalogs)).toEqual(ids(expected))
    }
    const [mine] = await catalogsOf([itemIds[0]!])
    const { order_id: orderId } = mine!.details!.properties as { order_id: string }
    same(await found({ ids: [mine!.id, 'none'] }), ({ id }) => id === mine!.id)
    same(await found({ item_ids: [mine!.details!.id] }), ({ details }) => details!.id === mine!.details!.id)
    same(await found({ order_ids: [orderId] }), ({ details }) => details!.properties.order_id === orderId)
    same(await found({ collections: ['pixxel-ff-l2a'] }), ({ details }) => details!.collection === 'pixxel-ff-l2a')
    same(
      await found({ query: { project_id: projectId } }),
      ({ details }) => details!.properties.project_id === projectId,
    )
    same(
      await found({ query: { project_id: { eq: projectId } } }),
      ({ details }) => details!.properties.project_id === projectId,
    )
    same(await found({ datetime: '2025-06-01T00:00:00Z/2025-09-01T00:00:00Z' }), ({ details }) =>
      /^2025-0[678]/.test(details!.properties.datetime!),
    )
    same(await found({ intersects: diamond(forest, 50) }), ({ area, details }) =>
      area! > 1
        ? details!.bbox!.map(Number)[0]! < forest[0] && details!.bbox!.map(Number)[2]! > forest[0]
        : JSON.stringify(details!.geometry).includes(String(forest[0]).slice(0, 8)),
    )
    expect(await found({ bbox: [0, 0, 1, 1] })).toEqual([])
    expect(await found({ query: { usecase: 'mining' } })).toEqual([])
  })

  test('is sorted in both ways of writing it, and paged', async () => {
    const moments = (catalogs: Catalog[]) => catalogs.map(({ details }) => details!.properties.datetime!)
    const rising = await found({ sort_by: [{ field: 'datetime', direction: 'asc' }] })
    expect(moments(rising)).toEqual(moments(rising).toSorted())
    const falling = await found({ sort_by: [{ datetime: 'DESC' }] })
    expect(moments(falling)).toEqual(moments(rising).toReversed())
    const page = await api.catalogs.searchCatalogs({ body: { sort_by: [{ datetime: 'ASC' }], limit: 3, offset: 2 } })
    expect(page.catalogs.map(({ id }) => id)).toEqual(rising.slice(2, 5).map(({ id }) => id))
    expect(await refusalOf(found({ sort_by: [{ field: 'colour', direction: 'asc' }] }))).toMatchObject({ status: 400 })
    expect(await refusalOf(found({ query: { colour: 'red' } }))).toMatchObject({ status: 400 })
  })

  test('holds pictures of the past: how they look is cut out of their scene, their files are computed when asked for', async () => {
    const past = (await found({})).find(
      ({ created_at: at, details }) => at! < '2026-11-01' && details!.collection === 'sentinel-2-l2a',
    )!
    const { geometry, properties, assets } = past.details!
    const thumbnail = await desk.fetch(new Request(assets!.thumbnail!.href!))
    expect([thumbnail.status, thumbnail.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    const picture = await loadImage(Buffer.from(await thumbnail.arrayBuffer()))
    const corners = (geometry as Polygon).coordinates[0]!.map((point) =>
      toUtm(point as [number, number], properties['proj:epsg']!),
    )
    const [across, down] = [0, 1].map((axis) => {
      const along = corners.map((corner) => corner[axis]!)
      return Math.max(...along) - Math.min(...along)
    }) as [number, number]
    expect(picture.width / picture.height).toBeCloseTo(across / down, 1)
    expect(existsSync(join(desk.folder, 'catalogs', past.id))).toBe(false)

    const response = await download({ catalog_ids: [past.id] })
    const names = Object.keys(unzipSync(new Uint8Array(await response.arrayBuffer())))
    expect(names).toContain(`${past.details!.id}/${past.details!.id}.tif`)
  })

  test('refuses what it does not hold', async () => {
    expect(await refusalOf(api.catalogs.getCatalog({ params: { id: 'none' } }))).toMatchObject({
      status: 400,
      message: expect.stringContaining('none') as string,
    })
    const [mine] = await catalogsOf([itemIds[0]!])
    const one = await refusalOf(api.downloads.createDownload({ body: { catalog_ids: [mine!.id, 'none'] } }))
    expect(one).toMatchObject({ status: 400, details: { fields: [{ field: 'catalog_ids[1]' }] } })
    const other = await refusalOf(api.downloads.createDownload({ body: { order_item_ids: ['none'] } }))
    expect(other).toMatchObject({ status: 400, details: { fields: [{ field: 'order_item_ids[0]' }] } })
    expect(await refusalOf(api.downloads.getDownload({ params: { download_id: 'none' } }))).toMatchObject({
      status: 404,
    })
  })
})

/** NDVI of the mean reflectance around 663 and 860 nm, from the file alone. */
async function meanNdvi(path: string): Promise<number> {
  const cog = await openCog(path)
  const { grid, bands, scale, offset, nodata } = cog.info
  const nearest = (nm: number) => {
    const distances = bands.map(({ wavelengthNm }) => Math.abs(wavelengthNm! - nm))
    return distances.indexOf(Math.min(...distances))
  }
  const [red, nir] = await cog.read({ x: 0, y: 0, width: grid.width, height: grid.height }, [
    nearest(663),
    nearest(860),
  ])
  await cog.close()
  let sum = 0
  let count = 0
  for (let i = 0; i < red!.length; i++) {
    if (red![i] === nodata) continue
    const [r, n] = [red![i]! * scale + offset, nir![i]! * scale + offset]
    sum += (n - r) / (n + r)
    count++
  }
  return sum / count
}
