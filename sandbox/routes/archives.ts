import { findScene, searchScenes } from '#sandbox/database/scene-search.ts'
import { listSensors, sensorOfCollection } from '#sandbox/database/sensor-list.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import type { SceneRow } from '#sandbox/database/tables.ts'
import { invalidFields, notFound, unknownId } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { api } from './implement.ts'
import { sceneItem } from './scene-item.ts'
import { columnOf, conditionsFrom, periodFrom } from './scene-properties.ts'
import { searchArea } from './search-area.ts'

/** More at once would build answers of hundreds of megabytes: a Firefly scene lists 135 bands. */
const maxItemsPerPage = 1000

export const archiveRoutes = {
  listCollections: api.archives.listCollections.handler(({ input, context: { sandbox, origin } }) => {
    const asked = input.query.ids?.split(',').map((id) => id.trim())
    const sensors = listSensors(sandbox.database).filter(({ collectionId }) => !asked || asked.includes(collectionId))
    return { collections: sensors.map((sensor) => collectionView(sensor, sandbox, origin)) }
  }),

  getCollection: api.archives.getCollection.handler(({ input, context: { sandbox, origin } }) => {
    const sensor = sensorOfCollection(sandbox.database, input.params.cid)
    if (!sensor) throw notFound('collection', input.params.cid)
    return collectionView(sensor, sandbox, origin)
  }),

  listCollectionItems: api.archives.listCollectionItems.handler(({ input, context }) => {
    const { sandbox } = context
    const { cid } = input.params
    if (!sensorOfCollection(sandbox.database, cid)) throw unknownId('collection', cid)
    const { limit = 10, offset = 0 } = input.query
    checkPage(limit)
    return itemCollection(searchScenes(sandbox.database, { collections: [cid], limit, offset }), context)
  }),

  getCollectionItem: api.archives.getCollectionItem.handler(({ input, context: { sandbox, origin } }) => {
    const { cid, id } = input.params
    const sensor = sensorOfCollection(sandbox.database, cid)
    if (!sensor) throw notFound('collection', cid)
    const scene = findScene(sandbox.database, id)
    if (scene?.collection !== cid) throw notFound('scene', id)
    return sceneItem(scene, sensor, sandbox.files, origin)
  }),

  searchArchive: api.archives.searchArchive.handler(({ input, context }) => {
    const { sandbox } = context
    const { limit = 10, offset = 0, sortby = [], query, datetime, ids, collections } = input.body
    checkPage(limit)
    const known = new Set(listSensors(sandbox.database).map(({ collectionId }) => collectionId))
    const unknown = collections?.find((id) => !known.has(id))
    if (unknown !== undefined) throw notFound('collection', unknown)
    const area = searchArea(input.body)
    const scenes = searchScenes(sandbox.database, {
      ...(area && { area }),
      ...(ids && { ids }),
      ...(collections && { collections }),
      ...periodFrom(datetime),
      conditions: conditionsFrom(query),
      sort: sortby.map(({ field, direction }) => ({
        column: columnOf(field, 'sortby'),
        descending: direction === 'desc',
      })),
      limit,
      offset,
    })
    return itemCollection(scenes, context)
  }),
}

function checkPage(limit: number) {
  if (limit > maxItemsPerPage)
    throw invalidFields([{ field: 'limit', reason: `Ask for at most ${maxItemsPerPage} scenes at once.` }])
}

/** STAC has a total and a next link; this API gives neither. */
function itemCollection(scenes: SceneRow[], { sandbox, origin }: { sandbox: Sandbox; origin: string }) {
  const sensors = new Map(listSensors(sandbox.database).map((sensor) => [sensor.collectionId, sensor]))
  return {
    type: 'FeatureCollection',
    features: scenes.map((scene) => sceneItem(scene, sensors.get(scene.collection)!, sandbox.files, origin)),
    links: [],
  }
}

function collectionView(sensor: ListedSensor, { database }: Sandbox, origin: string) {
  const bounds = database.raw
    .prepare('SELECT min(datetime_ms) AS first, max(datetime_ms) AS last FROM scenes WHERE collection = ?')
    .get(sensor.collectionId) as { first: number | null; last: number | null }
  const moment = (ms: number | null) => (ms === null ? null : new Date(ms).toISOString())
  return {
    type: 'Collection',
    stac_version: '1.0.0',
    id: sensor.collectionId,
    title: `${sensor.name} L2A`,
    description: sensor.own
      ? `Scenes of ${sensor.name} that were added to this sandbox from files.`
      : `Surface reflectance as ${sensor.name} would measure it over the sandbox's model of the Earth.`,
    license: sensor.own ? 'various' : 'CC0-1.0',
    extent: {
      spatial: { bbox: [[-180, -90, 180, 90]] },
      temporal: { interval: [[moment(bounds.first), moment(bounds.last)]] },
    },
    providers: [{ name: sensor.provider, roles: ['producer'] }],
    summaries: {
      gsd: [sensor.gsdM],
      'eo:bands': sensor.bands.map(({ name, commonName, wavelengthNm, fwhmNm }) => ({
        name,
        common_name: commonName ?? null,
        center_wavelength: wavelengthNm,
        fwhm: fwhmNm ?? null,
      })),
    },
    links: [
      { rel: 'self', href: `${origin}/v0/archives/collections/${sensor.collectionId}`, type: 'application/json' },
    ],
  }
}
