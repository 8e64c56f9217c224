// Requests for the tests beside: what must go through, and what must be refused at which place.

const polygon = {
  type: 'Polygon',
  coordinates: [
    [
      [77.5, 12.9],
      [77.6, 12.9],
      [77.6, 13],
      [77.5, 12.9],
    ],
  ],
} as const
const collection = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: polygon }] }
const aoi = { aoi_id: 'aoi-1' }
const visualization = { aoi_id: 'aoi-1', visualization_id: 'vis-1' }

const newAoi = {
  name: 'Field',
  description: '',
  satellite_id: 'sat-1',
  provider: 'pixxel',
  project_id: 'project-1',
  geometry: polygon,
  item_ids: ['scene-1'],
}
const sceneSearch = {
  start_date: '2024-05-01T00:00:00Z',
  end_date: '2024-06-01T00:00:00+05:30',
  satellites: [{ satellite_id: 'sat-1', collection_id: 'collection-1' }],
  geometry: polygon,
  filters: [{ id: 'eo:cloud_cover', min: 0, max: 20 }],
  limit: 10_000,
}
const index = {
  name: 'NDVI',
  description: '',
  expression: '(B08-B04)/(B08+B04)',
  expression_type: 'index',
  colormap: 'viridis',
  rescale: [-0.2, 0.8],
  satellite_id: 'sat-1',
}
const store = {
  name: 'bucket',
  type: 'S3',
  configs: { bucket: 'b', region: 'eu-central-1' },
  secrets: { access_key_id: 'a', secret_access_key: 's' },
}
const legend = { '2024_05_06': [{ color: '#000000', label: 'low', min: 0, max: 0.5 }] }
const insight = { block: { name: 'block', version: '1.0.0' }, input: [{ name: 'image', format: 'raster' }] }
const archiveItem = { project_id: 'project-1', usecase: 'agriculture', geometry: collection, item_ids: ['scene-1'] }
const { item_ids: _, ...item } = archiveItem
const once = {
  ...item,
  bandset: { bandset_id: 'bandset-1' },
  recurrence: 'ONCE',
  start_date: '2024-05-01T00:00:00Z',
  end_date: '2024-05-08T00:00:00Z',
}
const { end_date: __, ...openEnded } = once
const monthly = { ...openEnded, recurrence: 'MONTHLY', no_of_occurrences: 3 }
const order = (orderItem: object) => ({ body: { order_items: [orderItem] } })
const deliver = (ids: object) => ({ body: { deliveries: [{ ...ids, cloud_info: { config: 'store-1' } }] } })
const legendUpdate = (update: object) => ({ params: visualization, body: { legend, ...update } })

export const accepted: Record<string, object[]> = {
  'projects.listProjects': [{}, { query: {} }, { query: { page_num: '2', page_size: 50 } }],
  'aois.listAois': [{ query: { offset: '0', limit: '10', project_ids: 'a,b' } }],
  'aois.createAoi': [{ body: newAoi }, { body: { ...newAoi, geometry: { ...polygon, bbox: [77.5, 12.9, 77.6, 13] } } }],
  'sceneSearch.searchSatelliteImages': [{ body: sceneSearch }],
  'assets.createAoiDownload': [{ params: aoi, body: { asset_ids: ['asset-1'] } }],
  'indices.createIndex': [{ body: index }],
  'visualizations.createVisualization': [
    { params: aoi, body: { index_id: 'index-1' } },
    { params: aoi, body: { index_id: 'index-1', src_asset_ids: ['asset-1'], resolution: 10 } },
  ],
  'visualizations.updateVisualizationMetadata': [
    legendUpdate({ visualization_mode: 'theoretical' }),
    legendUpdate({ visualization_mode: 'dynamic', dynamic_bins: 15, legend: { '2024_05_06': null } }),
    legendUpdate({ visualization_mode: 'dynamic', dynamic_bins: 1, legend: { '2024_05_06': [{ min: null }] } }),
  ],
  'visualizations.rollBackVisualizationMetadata': [
    { params: visualization, body: { index_id: 'i', dates: ['2024_05_06'], visualization_mode: 'dynamic' } },
  ],
  'visualizations.generateIndexPng': [
    { params: visualization, body: { index_id: 'i', date: '2024_05_06', visualization_mode: 'theoretical' } },
  ],
  'visualizations.generateVisualizationSld': [
    { params: visualization, body: { dates: ['2024_05_06'], visualization_modes: ['dynamic', 'theoretical'] } },
  ],
  'insights.createInsight': [
    { params: aoi, body: insight },
    { params: aoi, body: { ...insight, estimate: true, project_id: 'project-1', metadata: { a: 'b' } } },
  ],
  'insights.downloadInsight': [
    { params: { aoi_id: 'a', insight_id: 'i' }, body: { outputs: ['o'] } },
    { params: { aoi_id: 'a', insight_id: 'i' } },
  ],
  'orders.submitOrder': [
    order(archiveItem),
    order(once),
    order({ ...once, no_of_occurrences: 0, cloud_cover: 20, off_nadir: 20, delivery_speed: 'STANDARD' }),
    order(monthly),
    order({ ...once, recurrence: 'QUARTERLY' }),
    order({ ...once, name: 'x'.repeat(100), cloud_delivery: { config: 'store-1', path: 'a/b' } }),
  ],
  'archives.searchArchive': [
    { body: {} },
    { body: { bbox: [160.6, -55.95, -170, -25.89], datetime: '2020-04-05T11:56:49.865Z/..' } },
    { body: { intersects: { type: 'Point', coordinates: [0, 0] }, datetime: '../2020-04-05T00:00:00Z' } },
    { body: { query: { 'eo:cloud_cover': { gt: 0, lt: 10 } }, sortby: [{ field: 'datetime', direction: 'desc' }] } },
  ],
  'stores.createStore': [
    { body: store },
    { body: { ...store, type: 'GCS', secrets: { project_id: 'p', service_account_credentials: '{}' } } },
  ],
  'catalogs.searchCatalogs': [
    { body: {} },
    { body: { query: { usecase: 'agriculture', cloudcover: { lt: 10 } }, sort_by: [{ datetime: 'DESC' }] } },
    { body: { sort_by: [{ field: 'datetime', direction: 'asc' }], limit: 50, offset: 0 } },
  ],
  'deliveries.createDelivery': [deliver({ catalog_ids: ['c'] }), deliver({ order_item_ids: ['o'] })],
  'downloads.createDownload': [{ body: { catalog_ids: ['c'] } }, { body: { order_item_ids: ['o'] } }],
}

/** Why, operation, input, place of the one thing that is wrong. */
export const refused: [string, string, object, string][] = [
  ['an empty number', 'projects.listProjects', { query: { page_num: '' } }, 'query.page_num'],
  ['a number with words', 'aois.listAois', { query: { limit: '10 of them' } }, 'query.limit'],
  ['the same number twice', 'aois.listAois', { query: { limit: ['1', '2'] } }, 'query.limit'],
  ['half a scene', 'aois.listAois', { query: { limit: '1.5' } }, 'query.limit'],
  ['a page before the first', 'projects.listProjects', { query: { page_num: 0 } }, 'query.page_num'],
  ['an unknown mode of blocks', 'blocks.listBlocks', { query: { mode: 'batch' } }, 'query.mode'],
  ['a job without its project', 'jobs.createJob', { params: { workflow_id: 'w' }, query: {} }, 'query.project_id'],
  ['an empty id', 'aois.getAoi', { params: { aoi_id: '' } }, 'params.aoi_id'],
  ['an unknown provider', 'aois.createAoi', { body: { ...newAoi, provider: 'esa' } }, 'body.provider'],
  [
    'an AOI of several polygons',
    'aois.createAoi',
    { body: { ...newAoi, geometry: { ...polygon, type: 'MultiPolygon' } } },
    'body.geometry.type',
  ],
  ['an AOI of no scenes', 'aois.createAoi', { body: { ...newAoi, item_ids: [] } }, 'body.item_ids'],
  ['too many scenes', 'sceneSearch.searchSatelliteImages', { body: { ...sceneSearch, limit: 10_001 } }, 'body.limit'],
  [
    'an end before the start',
    'sceneSearch.searchSatelliteImages',
    { body: { ...sceneSearch, end_date: '2024-04-01T00:00:00Z' } },
    'body.end_date',
  ],
  [
    'a day without a time',
    'sceneSearch.searchSatelliteImages',
    { body: { ...sceneSearch, start_date: '2024-05-01' } },
    'body.start_date',
  ],
  ['a range of one number', 'indices.createIndex', { body: { ...index, rescale: [0] } }, 'body.rescale'],
  [
    'dynamic classes without their number',
    'visualizations.updateVisualizationMetadata',
    legendUpdate({ visualization_mode: 'dynamic' }),
    'body.dynamic_bins',
  ],
  [
    'sixteen classes',
    'visualizations.updateVisualizationMetadata',
    legendUpdate({ visualization_mode: 'dynamic', dynamic_bins: 16 }),
    'body.dynamic_bins',
  ],
  [
    'fixed classes without bounds',
    'visualizations.updateVisualizationMetadata',
    legendUpdate({ visualization_mode: 'theoretical', legend: { '2024_05_06': [{ min: null, max: 1 }] } }),
    'body.legend.2024_05_06',
  ],
  [
    'a day with hyphens',
    'visualizations.generateIndexPng',
    { params: visualization, body: { index_id: 'i', date: '2024-05-06', visualization_mode: 'dynamic' } },
    'body.date',
  ],
  [
    'a block without a version',
    'insights.createInsight',
    { params: aoi, body: { ...insight, block: {} } },
    'body.block.version',
  ],
  ['an order of nothing', 'orders.submitOrder', { body: { order_items: [] } }, 'body.order_items'],
  [
    'neither scenes nor a bandset',
    'orders.submitOrder',
    order({ ...once, bandset: undefined }),
    'body.order_items.0.bandset',
  ],
  [
    'scenes with a bandset',
    'orders.submitOrder',
    order({ ...archiveItem, bandset: once.bandset }),
    'body.order_items.0.bandset',
  ],
  ['no start', 'orders.submitOrder', order({ ...once, start_date: undefined }), 'body.order_items.0.start_date'],
  ['no recurrence', 'orders.submitOrder', order({ ...once, recurrence: undefined }), 'body.order_items.0.recurrence'],
  [
    'an unknown recurrence',
    'orders.submitOrder',
    order({ ...once, recurrence: 'WEEKLY' }),
    'body.order_items.0.recurrence',
  ],
  ['once without an end', 'orders.submitOrder', order(openEnded), 'body.order_items.0.end_date'],
  [
    'again and again without an end',
    'orders.submitOrder',
    order({ ...monthly, no_of_occurrences: 0 }),
    'body.order_items.0.end_date',
  ],
  [
    'an end and a count',
    'orders.submitOrder',
    order({ ...monthly, end_date: once.end_date }),
    'body.order_items.0.no_of_occurrences',
  ],
  [
    'no days at all',
    'orders.submitOrder',
    order({ ...once, end_date: once.start_date }),
    'body.order_items.0.end_date',
  ],
  ['a long name', 'orders.submitOrder', order({ ...once, name: 'x'.repeat(101) }), 'body.order_items.0.name'],
  ['clouds over 100 %', 'orders.submitOrder', order({ ...once, cloud_cover: 101 }), 'body.order_items.0.cloud_cover'],
  [
    'an order over nothing',
    'orders.submitOrder',
    order({ ...archiveItem, geometry: { ...collection, features: [] } }),
    'body.order_items.0.geometry.features',
  ],
  [
    'a box and a geometry',
    'archives.searchArchive',
    { body: { bbox: [0, 0, 1, 1], intersects: polygon } },
    'body.intersects',
  ],
  ['a box upside down', 'archives.searchArchive', { body: { bbox: [0, 1, 1, 0] } }, 'body.bbox'],
  [
    'a box with latitude first',
    'catalogs.searchCatalogs',
    { body: { bbox: [-55.95, 160.6, -25.89, 170] } },
    'body.bbox',
  ],
  ['half a box', 'archives.searchArchive', { body: { bbox: [0, 1] } }, 'body.bbox'],
  ['an interval with no end at all', 'archives.searchArchive', { body: { datetime: '../..' } }, 'body.datetime'],
  [
    'an interval backwards',
    'archives.searchArchive',
    { body: { datetime: '2021-01-01T00:00:00Z/2020-01-01T00:00:00Z' } },
    'body.datetime',
  ],
  ['a negative offset', 'catalogs.searchCatalogs', { body: { offset: -1 } }, 'body.offset'],
  [
    'both id lists',
    'downloads.createDownload',
    { body: { catalog_ids: ['c'], order_item_ids: ['o'] } },
    'body.catalog_ids',
  ],
  ['no id list', 'downloads.createDownload', { body: {} }, 'body.catalog_ids'],
  [
    'both id lists in a delivery',
    'deliveries.createDelivery',
    deliver({ catalog_ids: ['c'], order_item_ids: ['o'] }),
    'body.deliveries.0.catalog_ids',
  ],
  ['an unknown bucket', 'stores.createStore', { body: { ...store, type: 'FTP' } }, 'body.type'],
  [
    'a bucket without its key',
    'stores.createStore',
    { body: { ...store, secrets: { access_key_id: 'a' } } },
    'body.secrets.secret_access_key',
  ],
]
