import { searchScenes } from '#sandbox/database/scene-search.ts'
import { sensorOfCollection } from '#sandbox/database/sensor-list.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { TestSandbox } from '#sandbox/sandbox-for-tests.ts'
import { squareAt } from '#sandbox/sandbox-for-tests.ts'

export type Mosaic = { id: string; date: string }

/** An AOI of the clearest scenes of a place, prepared: its id and its mosaics, oldest first. */
export async function preparedAoi(
  desk: TestSandbox,
  {
    collection = 'sentinel-2-l2a',
    place = [13.05, 52.35] as [number, number],
    scenes = 3,
    halfDegrees = 0.006,
    name = 'Test area',
    project = stableId('project', 'lakes-and-rivers'),
  } = {},
): Promise<{ aoiId: string; projectId: string; mosaics: Mosaic[] }> {
  const { database } = desk.sandbox
  const geometry = squareAt(...place, halfDegrees)
  const found = searchScenes(database, {
    area: geometry,
    collections: [collection],
    sort: [{ column: 'cloud_cover', descending: false }],
    limit: scenes,
    offset: 0,
  })
  const sensor = sensorOfCollection(database, collection)!
  const body = {
    name,
    description: '',
    project_id: project,
    provider: sensor.provider,
    satellite_id: sensor.id,
    geometry,
    item_ids: found.map(({ id }) => id),
  }
  const made = await desk.call<{ aoi_id: string; error?: { message: string } }>('POST', '/v0/aois', body)
  if (made.status !== 201) throw new Error(made.body.error?.message)
  await desk.sandbox.queue.settled()
  const list = await desk.call<{ assets: (Mosaic & { asset_type: string; status: string })[] }>(
    'GET',
    `/v0/aois/${made.body.aoi_id}/assets?limit=100`,
  )
  const ready = list.body.assets.filter(({ asset_type: type, status }) => type === 'mosaic' && status === 'success')
  return {
    aoiId: made.body.aoi_id,
    projectId: project,
    mosaics: ready.map(({ id, date }) => ({ id, date })).toSorted((a, b) => (a.date < b.date ? -1 : 1)),
  }
}
