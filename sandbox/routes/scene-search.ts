import { searchScenes } from '#sandbox/database/scene-search.ts'
import type { Condition } from '#sandbox/database/scene-search.ts'
import { findSensor } from '#sandbox/database/sensor-list.ts'
import { invalidFields } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { api } from './implement.ts'
import { queryables } from './satellites.ts'
import { sceneItem } from './scene-item.ts'
import { columnOf } from './scene-properties.ts'
import { anyArea, checkArea } from './search-area.ts'

const defaultLimit = 100

export const sceneSearchRoutes = {
  searchSatelliteImages: api.sceneSearch.searchSatelliteImages.handler(({ input, context: { sandbox, origin } }) => {
    const { satellites, filters = [], limit = defaultLimit, geometry, start_date, end_date } = input.body
    const problems: FieldProblem[] = []
    const sensors = satellites.flatMap(({ satellite_id, collection_id }, i) => {
      const sensor = findSensor(sandbox.database, satellite_id)
      if (sensor?.collectionId === collection_id) return [sensor]
      const field = sensor ? `satellites[${i}].collection_id` : `satellites[${i}].satellite_id`
      problems.push({ field, reason: sensor ? `${sensor.name} has no such collection.` : 'No satellite has this id.' })
      return []
    })
    const conditions = filters.flatMap(({ id, min, max }, i): Condition[] => {
      if (!(queryables as readonly string[]).includes(id)) {
        problems.push({
          field: `filters[${i}].id`,
          reason: `These collections can be filtered by ${queryables.join(', ')}.`,
        })
        return []
      }
      if (min > max) problems.push({ field: `filters[${i}].max`, reason: 'The maximum lies below the minimum.' })
      const column = columnOf(id, `filters[${i}].id`)
      return [
        { column, comparison: 'gte', value: min },
        { column, comparison: 'lte', value: max },
      ]
    })
    if (problems.length > 0) throw invalidFields(problems)
    const area = checkArea(geometry, 'geometry', anyArea)
    const scenes = searchScenes(sandbox.database, {
      area,
      collections: sensors.map(({ collectionId }) => collectionId),
      fromMs: Date.parse(start_date),
      toMs: Date.parse(end_date),
      conditions,
      limit,
      offset: 0,
    })
    const byCollection = new Map(sensors.map((sensor) => [sensor.collectionId, sensor]))
    return {
      // The key of this map is not published; the scene's id is the natural one.
      items: Object.fromEntries(
        scenes.map((scene) => [scene.id, sceneItem(scene, byCollection.get(scene.collection)!, sandbox.files, origin)]),
      ),
      pagination: { limit, skip: 0, total: scenes.length },
    }
  }),
}
