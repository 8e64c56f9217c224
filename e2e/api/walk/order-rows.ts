import { expect } from 'vitest'
import { archiveItem, none, potsdam, square } from '../sandbox-fixture.ts'
import type { Walk } from './row.ts'
import { newStore } from './world.ts'
import type { World } from './world.ts'

type OrderAreas = 'orders' | 'reports' | 'stores' | 'catalogs' | 'deliveries' | 'downloads'

const scenesOf = ({ projectId, sceneIds }: World) => archiveItem(projectId, [sceneIds[0]!], square(potsdam, 150))
const order = (item: object) => ({ body: { order_items: [item as ReturnType<typeof archiveItem>] } })
const newPicture = (world: World) => {
  const { item_ids: _, ...item } = scenesOf(world)
  return {
    ...item,
    recurrence: 'ONCE',
    start_date: '2027-05-01T00:00:00Z',
    end_date: '2027-05-15T00:00:00Z',
  }
}
const delivery = ({ storeId, catalogId }: World, change: object = {}) => ({
  body: { deliveries: [{ catalog_ids: [catalogId], cloud_info: { config: storeId, path: 'walk' }, ...change }] },
})

/** What is ordered, owned and sent away. */
export const orderRows: Pick<Walk, OrderAreas> = {
  orders: {
    listOrders: {
      succeeds: [
        {
          with: () => ({ query: { limit: 1 } }),
          gives: ({ orders, pagination }) => {
            expect(orders).toHaveLength(1)
            expect(pagination!.total).toBeGreaterThan(6)
          },
        },
      ],
      rejects: [['no order at all', () => ({ query: { limit: 0 } }), 'limit']],
      misses: [{ finds: 'nothing', with: () => ({ query: { user_id: none } }) }],
    },
    submitOrder: {
      succeeds: [
        {
          with: (world) => ({ body: { ...order(scenesOf(world)).body, dry_run: true } }),
          gives: ({ total_amount: tokens }) => expect(tokens).toBe(50),
        },
        {
          with: (world) => order({ ...scenesOf(world), name: 'Walk' }),
          gives: ({ status, order_items: items }) => {
            expect(status).toBe('PAID')
            expect(items).toMatchObject([{ name: 'Walk', type: 'ARCHIVE' }])
          },
        },
      ],
      rejects: [
        ['an order of nothing', () => ({ body: { order_items: [] } }), 'order_items'],
        ['a long name', (world) => order({ ...scenesOf(world), name: 'x'.repeat(101) }), 'order_items[0].name'],
        [
          'an area too small to bill',
          ({ projectId, sceneIds }) => order(archiveItem(projectId, sceneIds, square(potsdam, 1))),
          'order_items[0].geometry.features[0]',
        ],
        [
          'a new picture without an end',
          (world) => order({ ...newPicture(world), bandset: { bandset_id: none }, end_date: undefined }),
          'order_items[0].end_date',
        ],
      ],
      misses: [
        { with: (world) => order({ ...scenesOf(world), project_id: none }), field: 'order_items[0].project_id' },
        { with: (world) => order({ ...scenesOf(world), item_ids: [none] }), field: 'order_items[0].item_ids[0]' },
        {
          with: (world) => order({ ...scenesOf(world), cloud_delivery: { config: none } }),
          field: 'order_items[0].cloud_delivery.config',
        },
        {
          with: (world) => order({ ...newPicture(world), bandset: { bandset_id: none } }),
          field: 'order_items[0].bandset.bandset_id',
        },
      ],
    },
    getOrder: {
      succeeds: [
        {
          with: ({ orderId }) => ({ params: { id: orderId } }),
          gives: ({ order_items: items }, { orderItemId }) => expect(items.map(({ id }) => id)).toEqual([orderItemId]),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { id: none } }) }],
    },
    listOrderItems: {
      succeeds: [
        {
          with: ({ orderId }) => ({ query: { order_ids: orderId, type: 'ARCHIVE' } }),
          gives: ({ order_items: items }) => expect(items).toMatchObject([{ status: 'FULFILLED' }]),
        },
      ],
      rejects: [
        ['a range of words', () => ({ query: { area: 'small,large' } }), 'area'],
        ['half a range', () => ({ query: { created_at: '2026-01-01' } }), 'created_at'],
      ],
      misses: [{ finds: 'nothing', with: () => ({ query: { ids: none } }) }],
    },
    getOrderItem: {
      succeeds: [
        {
          with: ({ orderItemId }) => ({ params: { id: orderItemId } }),
          gives: ({ tasks }) => expect(tasks).toMatchObject([{ status: 'FULFILLED' }]),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { id: none } }) }],
    },
  },
  reports: {
    downloadOrderReport: {
      succeeds: [
        {
          with: () => ({ query: { tz: 'Asia/Kolkata' } }),
          async gives(file, { orderItemId }) {
            expect(await file.text()).toContain(orderItemId)
          },
        },
      ],
      rejects: [['a time zone that there is not', () => ({ query: { tz: 'Mars/Olympus' } }), 'tz']],
      misses: 'names nothing',
    },
  },
  stores: {
    listStores: {
      succeeds: [
        {
          with: () => ({}),
          gives: ({ stores }) => expect(JSON.stringify(stores)).not.toContain('secret'),
        },
      ],
      rejects: 'takes nothing',
      misses: 'names nothing',
    },
    createStore: {
      succeeds: [
        {
          with: () => ({ body: newStore('second') }),
          gives: (store) => expect(store).toMatchObject({ name: 'second', type: 'S3' }),
        },
      ],
      rejects: [
        [
          'half the secrets',
          () => ({ body: { ...newStore('bad'), secrets: { access_key_id: 'AKID' } } }),
          'secrets.secret_access_key',
        ],
        [
          'a bucket that leaves the folder',
          () => ({ body: { ...newStore('bad'), configs: { bucket: '../up', region: 'x' } } }),
          'configs.bucket',
        ],
      ],
      misses: 'names nothing',
      clashes: [() => ({ body: newStore('pictures') })],
    },
    deleteStore: {
      succeeds: [
        {
          async with({ api }) {
            const { id } = await api.stores.createStore({ body: newStore('short-lived') })
            return { params: { id } }
          },
          gives: (answer) => expect(answer).toBeUndefined(),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { id: none } }) }],
      clashes: [
        async (world) => {
          await world.api.deliveries.createDelivery(
            delivery(world, { cloud_info: { config: world.storeId, path: 'busy' } }),
          )
          return { params: { id: world.storeId } }
        },
      ],
    },
  },
  catalogs: {
    searchCatalogs: {
      succeeds: [
        {
          with: ({ orderItemId }) => ({ body: { order_item_ids: [orderItemId], limit: 5 } }),
          gives: ({ catalogs }, { catalogId }) => expect(catalogs.map(({ id }) => id)).toEqual([catalogId]),
        },
      ],
      rejects: [
        ['a page before the first', () => ({ body: { offset: -1 } }), 'offset'],
        ['a property that pictures have not', () => ({ body: { query: { colour: 'red' } } }), 'query'],
        ['an order that there is not', () => ({ body: { sort_by: [{ colour: 'ASC' }] } }), 'sort_by'],
      ],
      misses: [{ finds: 'nothing', with: () => ({ body: { ids: [none] } }) }],
    },
    getCatalog: {
      succeeds: [
        {
          with: ({ catalogId }) => ({ params: { id: catalogId } }),
          gives: ({ details }, { sceneIds }) => expect(details!.id).toBe(sceneIds[0]),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { id: none } }) }],
    },
  },
  deliveries: {
    listDeliveries: {
      succeeds: [
        {
          with: ({ orderItemId }) => ({ query: { order_item_id: orderItemId } }),
          gives: ({ deliveries }, { storeId }) =>
            expect(deliveries.at(-1)).toMatchObject({ status: 'SUCCESS', cloud_delivery: { config: storeId } }),
        },
      ],
      rejects: [['a filter that there is not', () => ({ query: { store_id: 'x' } }), 'query']],
      misses: [{ finds: 'nothing', with: () => ({ query: { delivery_id: none } }) }],
    },
    createDelivery: {
      succeeds: [
        {
          with: (world) => delivery(world),
          gives: ({ deliveries }, { catalogId, storeId }) =>
            expect(deliveries).toMatchObject([
              { catalog_id: catalogId, status: 'CREATED', cloud_delivery: { config: storeId, path: 'walk' } },
            ]),
        },
      ],
      rejects: [
        [
          'a folder above the bucket',
          (world) => delivery(world, { cloud_info: { config: world.storeId, path: '../up' } }),
          'deliveries[0].cloud_info.path',
        ],
        [
          'pictures by both kinds of id',
          (world) => delivery(world, { order_item_ids: [world.orderItemId] }),
          'deliveries[0].catalog_ids',
        ],
      ],
      misses: [
        {
          with: (world) => delivery(world, { cloud_info: { config: none } }),
          field: 'deliveries[0].cloud_info.config',
        },
        { with: (world) => delivery(world, { catalog_ids: [none] }), field: 'deliveries[0].catalog_ids[0]' },
      ],
    },
  },
  downloads: {
    createDownload: {
      succeeds: [
        {
          with: ({ catalogId }) => ({ body: { catalog_ids: [catalogId] } }),
          gives: ({ status, signed_url: url }) => expect([status, url ?? null]).toEqual(['created', null]),
        },
      ],
      rejects: [
        [
          'pictures by both kinds of id',
          ({ catalogId, orderItemId }) => ({ body: { catalog_ids: [catalogId], order_item_ids: [orderItemId] } }),
          'catalog_ids',
        ],
      ],
      misses: [
        { with: () => ({ body: { catalog_ids: [none] } }), field: 'catalog_ids[0]' },
        { with: () => ({ body: { order_item_ids: [none] } }), field: 'order_item_ids[0]' },
      ],
    },
    getDownload: {
      succeeds: [
        {
          async with({ api, desk, orderItemId }) {
            const { id } = await api.downloads.createDownload({ body: { order_item_ids: [orderItemId] } })
            await desk.finishWork()
            return { params: { download_id: id } }
          },
          gives: ({ status, signed_url: url }) =>
            expect([status, url]).toEqual(['success', expect.stringMatching(/^http/)]),
        },
      ],
      rejects: 'takes only ids',
      misses: [{ with: () => ({ params: { download_id: none } }) }],
    },
  },
}
