import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { unzipSync } from 'fflate'
import { afterAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import type { Client } from '#src/api/client.ts'
import { generateScenes } from '#sandbox/earth/scene-catalogue.ts'
import { spawnSandbox } from './killable-sandbox.ts'
import type { KillableSandbox } from './killable-sandbox.ts'
import { archiveItem, potsdam, square, startDesk } from './sandbox-fixture.ts'

// Several whole servers start and compute; on a busy machine that takes minutes.
vi.setConfig({ testTimeout: 240_000 })

const scenes = 300
const home = mkdtempSync(join(tmpdir(), 'swath-durability-'))
let folder: string
let number = 0
beforeEach(() => {
  folder = join(home, `data-${++number}`)
})
afterAll(() => rmSync(home, { recursive: true, force: true }))

async function start(options: { scenes?: number; until?: 'started' } = {}): Promise<KillableSandbox> {
  const sandbox = await spawnSandbox(folder, { scenes, ...options })
  onTestFinished(() => sandbox.kill())
  return sandbox
}

/** Everything in the data folder, relative names. */
const listed = () => (existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : [])
const unfinished = () => listed().filter((name) => /\.(part|spool|unpacked)$/.test(name))
const isFile = (name: string) => statSync(join(folder, name), { throwIfNoEntry: false })?.isFile() ?? false
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
/** What is there under its final name and may be served. */
const served = () =>
  Object.fromEntries(
    listed()
      .filter((name) => /\.(tif|png|zip|geojson)$/.test(name) && isFile(name))
      .map((name) => [name, digest(readFileSync(join(folder, name)))]),
  )

/** Looks every two milliseconds: some moments are short. */
async function until(what: string, seen: () => boolean | Promise<boolean>, limitMs = 120_000) {
  const end = performance.now() + limitMs
  while (!(await seen())) {
    if (performance.now() > end) throw new Error(`waited too long for ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
}

async function sceneOverPotsdam({ archives }: Client, collection = 'pixxel-ff-l2a') {
  const { features } = await archives.searchArchive({
    body: { collections: [collection], intersects: square(potsdam, 1500), limit: 2 },
  })
  return features.map(({ id }) => id)
}

async function placeOrder(api: Client, halfM: number) {
  const { projects } = await api.projects.listProjects({})
  const [scene] = await sceneOverPotsdam(api)
  const order = await api.orders.submitOrder({
    body: { order_items: [archiveItem(projects[0]!.id, [scene!], square(potsdam, halfM))] },
  })
  return { orderId: order.id!, itemId: order.order_items[0]!.id!, sceneId: scene! }
}

async function fulfilled(api: Client, itemId: string) {
  await expect
    .poll(async () => (await api.orders.getOrderItem({ params: { id: itemId } })).status, {
      timeout: 120_000,
      interval: 100,
    })
    .toBe('FULFILLED')
}

async function downloaded({ api, fetch }: KillableSandbox, downloadId: string) {
  const look = () => api.downloads.getDownload({ params: { download_id: downloadId } })
  await expect.poll(async () => (await look()).status, { timeout: 120_000, interval: 100 }).toBe('success')
  const response = await fetch(new Request((await look()).signed_url!))
  expect(response.status).toBe(200)
  return unzipSync(new Uint8Array(await response.arrayBuffer()))
}

test('killed right after an order was acknowledged: it is there, is fulfilled and can be downloaded', async () => {
  const first = await start()
  const { orderId, itemId, sceneId } = await placeOrder(first.api, 100)
  await first.kill()

  const second = await start()
  expect((await second.api.orders.getOrder({ params: { id: orderId } })).order_items.map(({ id }) => id)).toEqual([
    itemId,
  ])
  await fulfilled(second.api, itemId)
  const { id } = await second.api.downloads.createDownload({ body: { order_item_ids: [itemId] } })
  expect(Object.keys(await downloaded(second, id))).toContain(`${sceneId}/${sceneId}.tif`)
})

test('killed in the middle of computing pixels: nothing half is left, and the picture becomes the same as without', async () => {
  const first = await start()
  const halfM = 450
  const { itemId, sceneId } = await placeOrder(first.api, halfM)
  await until('a GeoTIFF being written', () => unfinished().some((name) => name.startsWith('catalogs')))
  await first.kill()
  expect(unfinished().length).toBeGreaterThan(0)
  expect(Object.keys(served())).toEqual([])
  // One that no work will write over.
  writeFileSync(join(folder, 'catalogs', 'stray.tif.part'), 'half')

  const second = await start()
  const { tasks } = await second.api.orders.getOrderItem({ params: { id: itemId } })
  expect(['IN_PROGRESS', 'FULFILLED']).toContain(tasks![0]!.status)
  await fulfilled(second.api, itemId)
  expect(unfinished()).toEqual([])
  const { catalogs } = await second.api.catalogs.searchCatalogs({ body: { order_item_ids: [itemId], limit: 10 } })
  expect(catalogs).toHaveLength(1)
  const picture = Object.entries(served()).find(([name]) => name.endsWith(`${sceneId}.tif`))

  const whole = await startDesk({ scenes })
  onTestFinished(() => whole.close())
  await placeOrder(whole.api, halfM)
  await whole.finishWork()
  const [twin] = readdirSync(whole.folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(`${sceneId}.tif`),
  )
  expect(picture![1]).toBe(digest(readFileSync(join(whole.folder, twin!))))
})

test('killed in the middle of packing a download: no half ZIP is served, and it becomes whole', async () => {
  const first = await start()
  const { itemId } = await placeOrder(first.api, 450)
  await fulfilled(first.api, itemId)
  // Longer by zeros behind the last tile: else a busy machine sees the ZIP only when it is whole.
  const picture = listed().find((name) => name.endsWith('.tif'))!
  truncateSync(join(folder, picture), 128 << 20)
  const before = served()
  const { id } = await first.api.downloads.createDownload({ body: { order_item_ids: [itemId] } })
  const place = join(folder, 'downloads')
  await until('a ZIP being written', () => existsSync(place) && readdirSync(place).length > 0)
  await first.kill()
  expect(readdirSync(place).filter((name) => !name.endsWith('.part'))).toEqual([])
  expect(readdirSync(place).length).toBe(1)

  const second = await start()
  const early = await second.api.downloads.getDownload({ params: { download_id: id } })
  if (early.status !== 'success') expect(early.signed_url ?? null).toBeNull()
  const files = await downloaded(second, id)
  expect(Object.keys(files)).toHaveLength(4)
  const packed = new Set(Object.values(files).map((bytes) => digest(bytes)))
  for (const [name, hash] of Object.entries(before)) expect(packed.has(hash), name).toBe(true)
  expect(readdirSync(place).filter((name) => name.endsWith('.part'))).toEqual([])
})

test('killed while an AOI is prepared and drawn: it goes on where it was, again and again', async () => {
  const first = await start()
  const { api } = first
  const { projects } = await api.projects.listProjects({})
  const { satellites } = await api.satellites.listSatellites()
  const { id: satelliteId } = satellites.find(({ name }) => name === 'Firefly')!
  const itemIds = await sceneOverPotsdam(api)
  expect(itemIds).toHaveLength(2)
  const body = {
    name: 'Durable',
    description: '',
    satellite_id: satelliteId,
    provider: 'pixxel' as const,
    project_id: projects[0]!.id,
    geometry: square(potsdam, 500),
    item_ids: itemIds,
  }
  const { aoi_id: aoiId } = await api.aois.createAoi({ body })
  const mosaics = () => listed().filter((name) => /^aois\/[\w-]+\/[\w.-]+\.tif$/.test(name))
  await until('the first mosaic', () => mosaics().length === 1)
  await until('the second mosaic being written', () => unfinished().length > 0)
  await first.kill()
  const kept = served()
  expect(Object.keys(kept)).toHaveLength(1)

  const second = await start()
  await until('the second mosaic being written again', () => unfinished().length > 0 || mosaics().length === 2)
  await second.kill()

  const third = await start()
  await expect
    .poll(async () => (await third.api.aois.getAoi({ params: { aoi_id: aoiId } })).status, {
      timeout: 120_000,
      interval: 100,
    })
    .toBe('success')
  expect(await third.api.aois.getAoi({ params: { aoi_id: aoiId } })).toMatchObject({ progress: 100 })
  const { assets } = await third.api.assets.listAssets({ params: { aoi_id: aoiId } })
  expect(assets.map(({ asset_type: type, status }) => `${type} ${status}`).toSorted()).toEqual([
    'mosaic success',
    'mosaic success',
    'stac_item success',
    'stac_item success',
  ])
  // What was whole before is as it was.
  expect(served()).toMatchObject(kept)

  const { indices } = await third.api.indices.listIndices({ query: { satellite_id: satelliteId, limit: 200 } })
  const ndvi = indices.find(({ name }) => name === 'NDVI')!
  const { id } = await third.api.visualizations.createVisualization({
    params: { aoi_id: aoiId },
    body: { index_id: ndvi.id },
  })
  await third.kill()

  const fourth = await start()
  const look = async () =>
    (await fourth.api.visualizations.listVisualizations({ params: { aoi_id: aoiId } })).visualization.map(
      (one) => `${one.id} ${one.status}`,
    )
  await expect.poll(look, { timeout: 120_000, interval: 100 }).toEqual([`${id} success`])
})

test('killed in the middle of its first start: the archive becomes the same as in one go', async () => {
  const count = 20_000
  const first = await start({ scenes: count, until: 'started' })
  const file = join(folder, 'sandbox.db')
  const ask = (sql: string) => {
    const database = new DatabaseSync(file, { readOnly: true })
    try {
      return database.prepare(sql).all()
    } catch {
      // Not made yet, or just being written.
      return []
    } finally {
      database.close()
    }
  }
  await until('some scenes', () => existsSync(file) && ask('SELECT 1 FROM scenes LIMIT 1').length > 0)
  await first.kill()
  expect(ask("SELECT 1 FROM settings WHERE key = 'seeded'")).toEqual([])

  const second = await start({ scenes: count })
  expect((await second.api.orders.listOrders({ query: {} })).pagination!.total).toBe(6)
  await second.kill()
  const ids = ask('SELECT id FROM scenes ORDER BY number').map(({ id }) => id)
  expect(ids).toHaveLength(count)
  expect(ids).toEqual([...generateScenes({ count })].map(({ id }) => id))
  expect(ask('SELECT count(*) AS boxes FROM scene_boxes')).toMatchObject([{ boxes: count }])
  expect(ask('SELECT count(*) AS projects FROM projects')).toMatchObject([{ projects: 3 }])
})

test('one server at a time works in a folder; a second says so and touches nothing, and a killed one leaves it free', async () => {
  const first = await start()
  const { orderId } = await placeOrder(first.api, 100)
  await expect(start()).rejects.toThrow(/in use by a sandbox that is running/)
  await expect(spawnSandbox(folder, { scenes, reset: true })).rejects.toThrow(/in use by a sandbox that is running/)
  expect((await first.api.orders.getOrder({ params: { id: orderId } })).order_items).toHaveLength(1)
  await first.kill()
  const next = await start()
  expect((await next.api.orders.getOrder({ params: { id: orderId } })).order_items).toHaveLength(1)
})
