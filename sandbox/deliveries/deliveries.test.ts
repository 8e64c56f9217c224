import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { searchScenes } from '#sandbox/database/scene-search.ts'
import { seededProjects } from '#sandbox/database/seed-projects.ts'
import { centreOf } from '#sandbox/earth/scene.ts'
import { startS3Server } from './s3-server-for-tests.ts'
import { collectionOf, openTestSandbox, squareAt } from '#sandbox/sandbox-for-tests.ts'
import type { TestSandbox } from '#sandbox/sandbox-for-tests.ts'

type Delivery = { delivery_id: string; status: string; target_path: string; task_id: string | null; catalog_id: string }
type Manifest = { files: { name: string; bytes: number; sha256: string }[] }
type Catalog = { id: string; delivery_status: string }

let it: TestSandbox
let scene: { id: string; area: ReturnType<typeof squareAt> }

const secrets = { access_key_id: 'AKIDTEST', secret_access_key: 'very-secret-word' }
const newStore = (name: string, more: object = {}) => ({
  name,
  type: 'S3',
  configs: { bucket: 'pictures', region: 'eu-central-1', path_prefix: 'swath/' },
  secrets,
  ...more,
})

beforeAll(async () => {
  it = await openTestSandbox()
  const [row] = searchScenes(it.sandbox.database, { collections: ['sentinel-2-l2a'], limit: 1, offset: 0 })
  const [lng, lat] = centreOf(JSON.parse(row!.footprint_json))
  scene = { id: row!.id, area: squareAt(lng, lat, 0.004) }
})
afterAll(() => it.end())

async function storeId(name: string, more: object = {}) {
  const made = await it.call<{ id: string }>('POST', '/v0/stores', newStore(name, more))
  expect(made.status).toBe(200)
  return made.body.id
}

/** An archive order of one small scene, fulfilled. */
async function orderedItem(more: object = {}) {
  const item = {
    project_id: seededProjects[0]!.id,
    usecase: 'test',
    geometry: collectionOf(scene.area),
    item_ids: [scene.id],
    ...more,
  }
  const { status, body } = await it.call<{ order_items: { id: string }[] }>('POST', '/v0/orders', {
    order_items: [item],
  })
  expect(status).toBe(201)
  await it.pass(60_000)
  return body.order_items[0]!.id
}

const catalogsOf = async (itemId: string) =>
  (await it.call<{ catalogs: Catalog[] }>('POST', '/v0/catalogs/search', { order_item_ids: [itemId] })).body.catalogs
const deliveriesBy = async (query: string) =>
  (await it.call<{ deliveries: Delivery[] }>('GET', `/v0/catalogs/deliveries?${query}`)).body.deliveries

test('a store is listed without its secrets, and they are nowhere in the data folder', async () => {
  const id = await storeId('first', { labels: { team: 'data' } })
  const list = await it.call<{ stores: object[] }>('GET', '/v0/stores')
  expect(list.body.stores).toContainEqual(
    expect.objectContaining({
      id,
      name: 'first',
      type: 'S3',
      labels: { team: 'data' },
      configs: { bucket: 'pictures', region: 'eu-central-1', path_prefix: 'swath/' },
    }),
  )
  expect(list.text).not.toContain(secrets.secret_access_key)
  for (const name of (await readdir(it.folder)).filter((file) => file.startsWith('sandbox.db'))) {
    const bytes = await readFile(join(it.folder, name), 'latin1')
    expect(bytes).not.toContain(secrets.secret_access_key)
    expect(bytes).not.toContain(secrets.access_key_id)
  }
})

test('a name is taken once; a bucket, a path or a region that would lead elsewhere is refused', async () => {
  await storeId('taken')
  expect((await it.call('POST', '/v0/stores', newStore('taken'))).status).toBe(409)
  const outside = await it.call(
    'POST',
    '/v0/stores',
    newStore('outside', { configs: { bucket: '..', region: '@127.0.0.1/', path_prefix: '../../etc' } }),
  )
  expect(outside.status).toBe(400)
  expect(outside.text).toContain('configs.bucket')
  expect(outside.text).toContain('configs.path_prefix')
  expect(outside.text).toContain('configs.region')
})

test('a picture is delivered whole, with a manifest of checksums that fit the files', async () => {
  const store = await storeId('manual')
  const itemId = await orderedItem()
  const [catalog] = await catalogsOf(itemId)
  const made = await it.call<{ deliveries: Delivery[] }>('POST', '/v0/catalogs/deliveries', {
    deliveries: [{ catalog_ids: [catalog!.id], cloud_info: { config: store, path: 'field//one/' } }],
  })
  expect(made.status).toBe(201)
  const [delivery] = made.body.deliveries
  expect(delivery).toMatchObject({ status: 'CREATED', task_id: null, catalog_id: catalog!.id })
  expect((await it.call('DELETE', `/v0/stores/${store}`)).status).toBe(409)

  await it.sandbox.queue.settled()
  expect(await deliveriesBy(`delivery_id=${delivery!.delivery_id}`)).toMatchObject([{ status: 'SUCCESS' }])
  expect(await catalogsOf(itemId)).toMatchObject([{ delivery_status: 'SUCCESS' }])
  const folder = join(it.folder, 'buckets/pictures/swath/field/one')
  const image = join(folder, delivery!.target_path)
  const manifest = JSON.parse(await readFile(join(image, '../manifest.json'), 'utf8')) as Manifest
  expect(manifest.files.map(({ name }) => name.replace(scene.id, ''))).toEqual([
    '.bbox.geojson',
    '.footprint.geojson',
    '.thumbnail.jpeg',
    '.tif',
  ])
  for (const { name, bytes, sha256 } of manifest.files) {
    const content = await readFile(join(image, '..', name))
    expect([content.length, createHash('sha256').update(content).digest('hex')]).toEqual([bytes, sha256])
  }
  expect((await it.call('DELETE', `/v0/stores/${store}`)).status).toBe(204)
})

test('an order delivers by itself, and its task says how that went', async () => {
  const store = await storeId('automatic')
  const itemId = await orderedItem({ cloud_delivery: { config: store, path: 'auto' } })
  const item = await it.call<{ tasks: { id: string; status: string; delivery_status: string }[] }>(
    'GET',
    `/v0/order-items/${itemId}`,
  )
  const [task] = item.body.tasks
  expect(task).toMatchObject({ status: 'FULFILLED', delivery_status: 'SUCCESSFUL' })
  const deliveries = await deliveriesBy(`order_item_id=${itemId}`)
  expect(deliveries).toMatchObject([{ status: 'SUCCESS', task_id: task!.id }])
  expect(await readdir(join(it.folder, 'buckets/pictures/swath/auto', deliveries[0]!.target_path, '..'))).toContain(
    'manifest.json',
  )
})

test('unknown pictures, unknown stores and paths upwards are named by field', async () => {
  const answer = await it.call('POST', '/v0/catalogs/deliveries', {
    deliveries: [{ catalog_ids: ['nothing'], cloud_info: { config: 'nowhere', path: '../up' } }],
  })
  expect(answer.status).toBe(400)
  for (const field of [
    'deliveries[0].cloud_info.config',
    'deliveries[0].cloud_info.path',
    'deliveries[0].catalog_ids[0]',
  ])
    expect(answer.text).toContain(field)
  const order = {
    project_id: seededProjects[0]!.id,
    usecase: 'test',
    geometry: collectionOf(scene.area),
    item_ids: [scene.id],
    cloud_delivery: { config: 'nowhere' },
  }
  const refused = await it.call('POST', '/v0/orders', { order_items: [order] })
  expect(refused.status).toBe(400)
  expect(refused.text).toContain('order_items[0].cloud_delivery.config')
})

test('a store that is deleted before an order reaches it makes the delivery fail, not the order', async () => {
  const store = await storeId('short-lived')
  const order = {
    project_id: seededProjects[0]!.id,
    usecase: 'test',
    geometry: collectionOf(scene.area),
    item_ids: [scene.id],
    cloud_delivery: { config: store },
  }
  const { body } = await it.call<{ order_items: { id: string }[] }>('POST', '/v0/orders', { order_items: [order] })
  expect((await it.call('DELETE', `/v0/stores/${store}`)).status).toBe(204)
  await it.pass(60_000)
  const item = await it.call('GET', `/v0/order-items/${body.order_items[0]!.id}`)
  expect(item.body).toMatchObject({ status: 'FULFILLED', tasks: [{ status: 'FULFILLED', delivery_status: 'FAILED' }] })
})

test('with an object store configured, S3 stores are reached over the network with their own keys', async () => {
  const server = await startS3Server({ accessKeyId: secrets.access_key_id, secretAccessKey: secrets.secret_access_key })
  const online = await openTestSandbox({ s3Endpoint: server.endpoint, secret: 'a passphrase' })
  try {
    const right = await online.call<{ id: string }>('POST', '/v0/stores', newStore('right'))
    const wrong = await online.call<{ id: string }>(
      'POST',
      '/v0/stores',
      newStore('wrong', { secrets: { ...secrets, secret_access_key: 'other' } }),
    )
    const order = (config: string) => ({
      project_id: seededProjects[0]!.id,
      usecase: 'test',
      geometry: collectionOf(scene.area),
      item_ids: [scene.id],
      cloud_delivery: { config },
    })
    const placed = await online.call<{ order_items: { id: string }[] }>('POST', '/v0/orders', {
      order_items: [order(right.body.id), order(wrong.body.id)],
    })
    await online.pass(60_000)
    const [arrived, refused] = await Promise.all(
      placed.body.order_items.map(({ id }) => online.call('GET', `/v0/order-items/${id}`)),
    )
    expect(arrived!.body).toMatchObject({ tasks: [{ status: 'FULFILLED', delivery_status: 'SUCCESSFUL' }] })
    expect(refused!.body).toMatchObject({ tasks: [{ status: 'FULFILLED', delivery_status: 'FAILED' }] })
    const folder = `/pictures/swath/${placed.body.order_items[0]!.id}/${scene.id}`
    expect([...server.objects.keys()].filter((key) => key.startsWith(folder))).toHaveLength(5)
    expect(server.objects.size).toBe(5)
    const manifest = JSON.parse(server.objects.get(`${folder}/manifest.json`)!.toString()) as Manifest
    for (const { name, sha256 } of manifest.files) {
      expect(
        createHash('sha256')
          .update(server.objects.get(`${folder}/${name}`)!)
          .digest('hex'),
      ).toBe(sha256)
    }
  } finally {
    await online.end()
    await server.close()
  }
})
