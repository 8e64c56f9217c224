import { createClient } from '#src/api/client.ts'
import type { Client } from '#src/api/client.ts'
import { readDataTypes } from '#src/contract/data-type.ts'
import { askForAoi, assetsOf, satelliteOf } from '../havel-aoi.ts'
import { archiveItem, firstProjectId, origin, potsdam, square, startDesk } from '../sandbox-fixture.ts'
import type { Desk } from '../sandbox-fixture.ts'

/** One answer as it came over the wire. */
export type WireAnswer = { status: number; type: string; text: string }

/** A sandbox in which there is one of everything, all work done. */
export type World = Awaited<ReturnType<typeof makeWorld>>

export async function makeWorld() {
  const desk = await startDesk()
  const wire: WireAnswer[] = []
  const api = recordingClient(desk, wire)
  const projectId = await firstProjectId(desk)
  const { aoi, sceneIds } = await askForAoi(desk)
  const { id: satelliteId } = await satelliteOf(desk, 'sentinel-2-l2a')
  await desk.finishWork()
  const mosaics = (await assetsOf(desk, aoi.aoi_id)).filter(({ asset_type: type }) => type === 'mosaic')
  const { indices } = await api.indices.listIndices({ query: { satellite_id: satelliteId, limit: 500 } })
  const indexId = (name: string) => indices.find((index) => index.name === name)!.id

  const visualization = await api.visualizations.createVisualization({
    params: { aoi_id: aoi.aoi_id },
    body: { index_id: indexId('NDVI') },
  })
  const { workflows } = await api.workflows.listWorkflows({})
  const workflow = workflows.find(({ name }) => name === 'Lake health')!
  const store = await api.stores.createStore({ body: newStore('pictures') })
  const order = await api.orders.submitOrder({
    body: {
      order_items: [
        { ...archiveItem(projectId, [sceneIds[0]!], square(potsdam, 150)), cloud_delivery: { config: store.id } },
      ],
    },
  })
  const world = {
    desk,
    api,
    /** Every answer so far, the newest last. */
    wire,
    projectId,
    satelliteId,
    sceneIds,
    aoi,
    mosaicIds: mosaics.map(({ id }) => id),
    /** A day of the AOI as legends write it. */
    day: mosaics[0]!.date!.replaceAll('-', '_'),
    ndviId: indexId('NDVI'),
    indexId,
    visualizationId: visualization.id,
    workflowId: workflow.id,
    workflowProjectId: workflow.project_id!,
    storeId: store.id,
    orderId: order.id!,
    orderItemId: order.order_items[0]!.id!,
  }
  const job = await api.jobs.createJob({
    params: { workflow_id: workflow.id },
    query: { project_id: workflow.project_id! },
  })
  const insightId = await runInsight(api, aoi.aoi_id, world.mosaicIds)
  await desk.finishWork()

  const { tasks } = await api.jobs.getJob({ params: { workflow_id: workflow.id, job_id: job.id } })
  const [insight] = (await api.insights.listInsights({ params: { aoiId: aoi.aoi_id } })).insights
  const { catalogs } = await api.catalogs.searchCatalogs({ body: { order_ids: [world.orderId] } })
  return {
    ...world,
    insightId,
    insightOutputId: readDataTypes(insight!.output)[0]!['id'] as string,
    jobId: job.id,
    taskId: tasks!.find(({ name }) => name === 'Land cover')!.id,
    catalogId: catalogs[0]!.id,
  }
}

/** Land cover over the newest picture of the AOI, as an insight that is asked for. */
export const landCover = (mosaicIds: readonly string[]) => ({
  block: { name: 'landcover', version: '1.0.0' },
  input: [{ name: 'input_image', format: 'raster', asset_source: { id: mosaicIds[0]!, type: 'raw_mosaic' } }],
})

export async function runInsight(api: Client, aoiId: string, mosaicIds: readonly string[]): Promise<string> {
  const answer = await api.insights.createInsight({ params: { aoi_id: aoiId }, body: landCover(mosaicIds) })
  if (answer.status !== 201) throw new Error('the insight was only estimated')
  return answer.body.id
}

export const newStore = (name: string) => ({
  name,
  type: 'S3' as const,
  configs: { bucket: 'pictures', region: 'eu-central-1' },
  secrets: { access_key_id: 'AKID', secret_access_key: 'very secret' },
})

/** The app's client; what comes over the wire is kept. */
function recordingClient(desk: Desk, wire: WireAnswer[]): Client {
  return createClient({
    baseUrl: origin,
    async fetch(request) {
      const answer = await desk.fetch(request)
      wire.push({
        status: answer.status,
        type: answer.headers.get('content-type') ?? '',
        text: await answer.clone().text(),
      })
      return answer
    },
  })
}
