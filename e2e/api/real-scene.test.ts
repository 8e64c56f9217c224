import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, extname, join } from 'node:path'
import { unzipSync } from 'fflate'
import { fromFile } from 'geotiff'
import { afterAll, describe, expect, test } from 'vitest'
import { addScene } from '#sandbox/add-scene.ts'
import type { AddedScene } from '#sandbox/add-scene.ts'
import { gridFootprint } from '#sandbox/raster/grid-footprint.ts'
import { inspectGeoTiff } from '#sandbox/raster/geotiff-ingest.ts'
import { archiveItem, firstProjectId, potsdam, square, startDesk } from './sandbox-fixture.ts'

const file = process.env.SWATH_REAL_SCENE
const metaFile = file?.replace(/\.tiff?$/i, '.json')

const desk = await startDesk({ scenes: 200 })
const { api } = desk
afterAll(desk.close)
const add = (path: string, meta?: string) => addScene(desk.sandbox.database, desk.folder, path, meta)

describe('a file that can not be a scene is refused with the reason', () => {
  const write = (name: string, content: string | Uint8Array) => {
    mkdirSync(join(desk.folder, 'wrong'), { recursive: true })
    const path = join(desk.folder, 'wrong', name)
    writeFileSync(path, content)
    return path
  }

  test.each([
    ['notes.txt', 'just words, no picture', /TIFF/i],
    ['empty.tif', '', /empty|TIFF/i],
    ['cut.tif', new Uint8Array([0x49, 0x49, 42, 0, 8, 0, 0, 0]), /end|cut|broken|incomplete|TIFF/i],
  ])('%s', async (name, content, reason) => {
    await expect(add(write(name, content))).rejects.toThrow(reason)
  })

  test('one that is not there', async () => {
    await expect(add(join(desk.folder, 'none.tif'))).rejects.toThrow(/none\.tif|no such file/)
  })

  test('nothing of them stays', async () => {
    expect(existsSync(join(desk.folder, 'own', 'notes.tif'))).toBe(false)
    expect((await api.archives.listCollections({})).collections.filter(({ id }) => id.startsWith('own-'))).toEqual([])
  })
})

describe.skipIf(!file)('a real scene (skipped unless SWATH_REAL_SCENE names a GeoTIFF around Potsdam)', () => {
  let added: AddedScene

  test('becomes a scene of the archive, with its bands and their wavelengths', async () => {
    added = await add(file!, existsSync(metaFile!) ? metaFile : undefined)
    expect(added.id).toBe(basename(file!, extname(file!)))
    const { satellites } = await api.satellites.listSatellites()
    const satellite = satellites.find(({ collections }) => collections[0]!.id === added.collection)!
    const image = await (await fromFile(file!)).getImage()
    expect(satellite.bands).toHaveLength(image.getSamplesPerPixel())
    for (const { wavelength } of satellite.bands) {
      expect(wavelength).toBeGreaterThan(350)
      expect(wavelength).toBeLessThan(2600)
    }
  })

  test('is found by searching around Potsdam, and only there', async () => {
    const found = async (place: readonly [number, number]) =>
      (
        await api.archives.searchArchive({
          body: { intersects: square(place, 20_000), collections: [added.collection] },
        })
      ).features
    const [scene, ...more] = await found(potsdam)
    expect(scene!.id).toBe(added.id)
    expect(more).toEqual([])
    expect(scene!.properties.datetime).toBe(added.acquired)
    expect(await found([-119.6, 36.6])).toEqual([])
    const quicklook = await desk.fetch(new Request(scene!.assets!.thumbnail!.href!))
    expect([quicklook.status, quicklook.headers.get('content-type')]).toEqual([200, 'image/png'])
  })

  test('is ordered and downloaded: every band equals the original, pixel for pixel', async () => {
    // All of it and a bit more, so that no pixel is left out at a border.
    const { info } = await inspectGeoTiff(file!, existsSync(metaFile!) ? metaFile : undefined)
    const ring = gridFootprint(info.grid).coordinates[0]!
    const [lngs, lats] = [0, 1].map((axis) => ring.map((position) => position[axis]!)) as [number[], number[]]
    const middle = [(Math.min(...lngs) + Math.max(...lngs)) / 2, (Math.min(...lats) + Math.max(...lats)) / 2] as const
    const halfM = 0.55 * Math.max(info.grid.width, info.grid.height) * info.grid.pixelSize
    const { order_items: items } = await api.orders.submitOrder({
      body: { order_items: [archiveItem(await firstProjectId(desk), [added.id], square(middle, halfM))] },
    })
    await desk.finishWork()
    expect((await api.orders.getOrderItem({ params: { id: items[0]!.id! } })).status).toBe('FULFILLED')
    const { id } = await api.downloads.createDownload({ body: { order_item_ids: [items[0]!.id!] } })
    await desk.finishWork()
    const { signed_url: url } = await api.downloads.getDownload({ params: { download_id: id } })
    const files = unzipSync(new Uint8Array(await (await desk.fetch(new Request(url!))).arrayBuffer()))
    const path = join(desk.folder, 'delivered.tif')
    writeFileSync(path, files[`${added.id}/${added.id}.tif`]!)

    // Both are read by a reader that is not ours.
    const [original, delivered] = await Promise.all([file!, path].map(async (one) => (await fromFile(one)).getImage()))
    const bands = original!.getSamplesPerPixel()
    expect(delivered!.getSamplesPerPixel()).toBe(bands)
    const [dx, dy] = shift(original!, delivered!)
    const [width, height] = [original!.getWidth(), original!.getHeight()]
    const window = [dx, dy, dx + width, dy + height]
    let values = 0
    for (let band = 0; band < bands; band++) {
      const [[ours], [theirs]] = (await Promise.all([
        delivered!.readRasters({ samples: [band], window }),
        original!.readRasters({ samples: [band] }),
      ])) as unknown as [[ArrayLike<number>], [ArrayLike<number>]]
      expect(ours.length).toBe(width * height)
      for (let i = 0; i < ours.length; i++) {
        if (ours[i] !== theirs[i]) expect.fail(`band ${band + 1}, pixel ${i}: ${ours[i]} in place of ${theirs[i]}`)
      }
      values += ours.length
    }
    expect(values).toBe(bands * width * height)
  })

  test('is not taken twice', async () => {
    await expect(add(file!)).rejects.toThrow(/already/)
  })

  test('is refused when its end is missing', async () => {
    const bytes = readFileSync(file!)
    const path = join(desk.folder, 'wrong', 'half.tif')
    writeFileSync(path, bytes.subarray(0, bytes.length / 2))
    await expect(add(path)).rejects.toThrow()
    expect((await api.archives.searchArchive({ body: { ids: ['half'] } })).features).toEqual([])
    expect(existsSync(join(desk.folder, 'own', 'half.tif'))).toBe(false)
  })
})

type Image = { getOrigin(): number[]; getResolution(): number[] }

/** Where the original's first pixel lies in the delivered file, which may be larger or cut: whole pixels, or the grid was changed. */
function shift(original: Image, delivered: Image): [number, number] {
  const [from, to, resolution] = [original.getOrigin(), delivered.getOrigin(), original.getResolution()]
  expect(delivered.getResolution()).toEqual(resolution)
  return [0, 1].map((axis) => {
    const pixels = (from[axis]! - to[axis]!) / resolution[axis]!
    expect(pixels).toBe(Math.round(pixels))
    return pixels
  }) as [number, number]
}
