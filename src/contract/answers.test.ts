import { describe, expect, test } from 'vitest'
import * as z from 'zod'
import { everyOperation } from './every-operation.ts'
import { errorEnvelopeSchema } from './error.ts'

const outputs = new Map(everyOperation().map(({ name, contract }) => [name, contract['~orpc'].outputSchema]))

function read(name: string, answer: unknown): unknown {
  const schema = outputs.get(name)
  if (schema === undefined) throw new Error(`${name} answers nothing.`)
  return (schema as z.ZodType).parse(answer)
}

/** The least that a screen can work with: what is left out here may be missing in any answer. */
const least: Record<string, object> = {
  'projects.getProjectById': { project: { id: 'p' } },
  'aois.getAoi': { aoi_id: 'a', name: 'Field', status: 'success' },
  'aois.createAoi': { aoi_id: 'a', name: 'Field', status: 'started', geometry: { type: '', coordinates: null } },
  'assets.getAoiDownload': { download_id: 'd', status: 'SUCCESS' },
  'indices.createIndex': { id: 'i', name: 'NDVI', expression: 'B8/B4' },
  'visualizations.createVisualization': { id: 'v', status: 'creating' },
  'visualizations.updateVisualizationMetadata': { legend: { '2024_05_06': { dynamic: null } } },
  'blocks.getBlockVersion': { id: 'b', spec: { name: 'block', version: '1' } },
  'insights.downloadInsight': { id: 'i' },
  'workflows.getWorkflow': { id: 'w', spec: { anything: [1, { of: 'any' }] }, val_errors: null },
  'jobs.getJob': { id: 'j', status: 'running', progress: '40', tasks: [{ id: 't', name: 'first', status: 'running' }] },
  'jobs.downloadJob': { id: 'j' },
  'tasks.downloadTask': { id: 't' },
  'orders.getOrder': { id: 'o', order_items: [{ id: 'i', status: 'DRAFT' }] },
  'orders.submitOrder': { total_amount: 100, order_items: [{ final_amount: 100 }] },
  'orders.getOrderItem': { id: 'i', status: 'ACTIVE', tasks: [{ id: 't', status: 'SUBMITTED' }], uplifts: null },
  'archives.getCollection': { id: 'c' },
  'archives.getCollectionItem': { id: 's', properties: {}, geometry: null, bbox: ['1', '2', '3', '4'] },
  'stores.createStore': { id: 's', name: 'bucket', type: 'S3' },
  'catalogs.getCatalog': { id: 'c', details: null },
  'downloads.getDownload': { id: 'd', status: 'created' },
}

const lists: Record<string, string> = {
  'projects.listProjects': 'projects',
  'satellites.listSatellites': 'satellites',
  'aois.listAois': 'aois',
  'assets.listAssets': 'assets',
  'indices.listIndices': 'indices',
  'visualizations.listVisualizations': 'visualization',
  'blocks.listBlocks': 'blocks',
  'blocks.getBlock': 'blocks',
  'insights.listInsights': 'insights',
  'workflows.listWorkflows': 'workflows',
  'jobs.listJobs': 'jobs',
  'bandsets.listBandsets': 'bandsets',
  'orders.listOrders': 'orders',
  'orders.listOrderItems': 'order_items',
  'archives.listCollections': 'collections',
  'archives.listCollectionItems': 'features',
  'archives.searchArchive': 'features',
  'stores.listStores': 'stores',
  'catalogs.searchCatalogs': 'catalogs',
  'deliveries.listDeliveries': 'deliveries',
  'deliveries.createDelivery': 'deliveries',
}

describe('answers', () => {
  test.each(Object.entries(least))('%s may hold little', (name, answer) => {
    expect(() => read(name, answer)).not.toThrow()
  })

  test.each(Object.entries(least))('%s may hold more than is known', (name, answer) => {
    expect(() => read(name, { ...answer, nobody_knows_this: { a: [1] } })).not.toThrow()
  })

  test.each(Object.entries(lists))('%s reads a missing or null list as empty', (name, key) => {
    expect(read(name, {})).toMatchObject({ [key]: [] })
    expect(read(name, { [key]: null })).toMatchObject({ [key]: [] })
  })

  test('keep a state that nobody knows yet', () => {
    const aoi = { aoi_id: 'a', name: 'Field', status: 'resting' }
    expect(read('aois.listAois', { aois: [aoi] })).toMatchObject({ aois: [{ status: 'resting' }] })
  })

  test.each(['aoi_id', 'name', 'status'])('refuse an AOI without %s and say where', (key) => {
    const { [key]: _, ...aoi } = { aoi_id: 'a', name: 'Field', status: 'success' } as Record<string, string>
    const result = (outputs.get('aois.listAois') as z.ZodType).safeParse({ aois: [aoi] })
    expect(result.error?.issues[0]?.path).toEqual(['aois', 0, key])
  })

  test('leave out what is not known, except in STAC items', () => {
    const extra = { 'vendor:key': 1 }
    expect(read('projects.getProjectById', { project: { id: 'p', ...extra } })).toEqual({ project: { id: 'p' } })
    const scene = { id: 's', properties: extra, assets: { B001: { href: 'x', ...extra } }, ...extra }
    expect(read('archives.getCollectionItem', scene)).toEqual({ ...scene, geometry: undefined })
  })

  test('have scenes of both searches and both STAC dialects', () => {
    const scene = { id: 's', properties: { 'proj:code': 'EPSG:32643', 'eo:cloud_cover': 1.5 } }
    expect(read('sceneSearch.searchSatelliteImages', { items: { any: scene }, pagination: { skip: 0 } })).toMatchObject(
      { items: { any: scene } },
    )
    const older = { id: 's', bbox: [1, 2, 3, 4], properties: { 'proj:epsg': 32643, 'sat:relative_orbit': 3 } }
    expect(read('catalogs.getCatalog', { id: 'c', details: older })).toMatchObject({ details: older })
  })

  test('read the same twice, since both server and client read them', () => {
    for (const [name, answer] of Object.entries(least)) {
      const once = read(name, answer)
      expect(read(name, once)).toEqual(once)
    }
  })

  test('of an insight are an estimate or a new id, each with its status', () => {
    expect(read('insights.createInsight', { status: 200, body: { estimate: 3 } })).toBeTruthy()
    expect(read('insights.createInsight', { status: 201, body: { id: 'i' } })).toBeTruthy()
    expect(() => read('insights.createInsight', { status: 201, body: { estimate: 3 } })).toThrow()
  })

  test('of deletions hold nothing, whatever comes', () => {
    expect(read('insights.deleteInsight', { deleted: true })).toBeUndefined()
    expect(read('stores.deleteStore', undefined)).toBeUndefined()
  })

  test('that are errors always parse', () => {
    expect(errorEnvelopeSchema.parse({ error: { code: 'quota_exceeded', message: 'No.', details: ['x'] } })).toEqual({
      error: { code: 'quota_exceeded', message: 'No.', details: ['x'] },
    })
    expect(errorEnvelopeSchema.safeParse({ error: {} }).success).toBe(true)
    expect(errorEnvelopeSchema.safeParse('Bad gateway').success).toBe(false)
  })
})
