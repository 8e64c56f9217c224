import type { MultiPolygon, Polygon } from 'geojson'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { orderLimits, polygonProblems } from '#src/geo/polygon-problems.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { sensorOfCollection } from '#sandbox/database/sensor-list.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import type { SceneRow } from '#sandbox/database/tables.ts'
import { pathProblem } from '#sandbox/deliveries/object-path.ts'
import { quote } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { sceneProblems } from '#sandbox/routes/scene-problems.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { maxSamples } from '#sandbox/work/scene-pixels.ts'

/** Everything an order item needs to be priced and fulfilled, after its fields made sense. */
export type CheckedArchiveItem = {
  area: Polygon | MultiPolygon
  areas: (Polygon | MultiPolygon)[]
  scenes: { row: SceneRow; sensor: ListedSensor }[]
}

/** All features of an item as one area: what is cut out of each scene. */
export function areaOf(request: OrderItemRequest): { area: Polygon | MultiPolygon; areas: (Polygon | MultiPolygon)[] } {
  const areas = request.geometry.features.map(({ geometry }) => geometry as Polygon | MultiPolygon)
  const coordinates = areas.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates))
  const area: Polygon | MultiPolygon = coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0]! } : { type: 'MultiPolygon', coordinates }
  return { area, areas }
}

/** What is wrong with the fields every kind of item has. */
export async function commonProblems({ database }: Sandbox, request: OrderItemRequest, field: string): Promise<FieldProblem[]> {
  const project = await database.query.selectFrom('projects').select('id').where('id', '=', request.project_id).executeTakeFirst()
  const problems: FieldProblem[] = []
  if (!project) problems.push({ field: `${field}.project_id`, reason: `No project has the id ${quote(request.project_id)}.` })
  if (request.cloud_delivery) {
    const { config, path = '' } = request.cloud_delivery
    const store = await database.query.selectFrom('stores').select('id').where('id', '=', config).executeTakeFirst()
    if (!store) problems.push({ field: `${field}.cloud_delivery.config`, reason: `No store has the id ${quote(config)}.` })
    const badPath = pathProblem(path)
    if (badPath) problems.push({ field: `${field}.cloud_delivery.path`, reason: badPath })
  }
  for (const [i, feature] of request.geometry.features.entries()) {
    for (const { severity, message } of polygonProblems(feature.geometry, orderLimits)) {
      if (severity === 'error') problems.push({ field: `${field}.geometry.features[${i}]`, reason: message })
    }
  }
  if (problems.length === 0 && request.geometry.features.length > 1) {
    const far = polygonProblems(areaOf(request).area, orderLimits).find(({ reason }) => reason === 'parts-too-far')
    if (far) problems.push({ field: `${field}.geometry`, reason: far.message })
  }
  return problems
}

export async function checkArchiveItem(
  sandbox: Sandbox,
  request: OrderItemRequest,
  field: string,
): Promise<{ problems: FieldProblem[] } | { problems: []; item: CheckedArchiveItem }> {
  const problems = await commonProblems(sandbox, request, field)
  if (problems.length > 0) return { problems }
  const { area, areas } = areaOf(request)
  const itemIds = [...new Set(request.item_ids ?? [])]
  const wrong = await sceneProblems(sandbox, itemIds, area, null, maxSamples, `${field}.item_ids`)
  if (wrong.length > 0) return { problems: wrong }
  const scenes = itemIds.map((id) => {
    const row = findScene(sandbox.database, id)!
    return { row, sensor: sensorOfCollection(sandbox.database, row.collection)! }
  })
  return { problems: [], item: { area, areas, scenes } }
}
