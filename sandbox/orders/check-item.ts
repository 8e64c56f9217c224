import type { MultiPolygon, Polygon } from 'geojson'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { orderLimits, polygonProblems } from '#src/geo/polygon-problems.ts'
import type { OrderTaskRow } from '#sandbox/database/tables.ts'
import { pathProblem } from '#sandbox/deliveries/object-path.ts'
import { quote } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'

/** An item whose fields make sense, priced and ready to be stored. */
export type PreparedItem = {
  type: 'ARCHIVE' | 'TASKING' | 'RECURRING'
  areaKm2: number
  finalAmount: number
  /** the item as the API shows it, without what only storing brings */
  document: Record<string, unknown>
  tasks: Pick<OrderTaskRow, 'status' | 'start_date' | 'end_date' | 'tokens_used' | 'strips' | 'scenes_json'>[]
  /** who works on its tasks, and how long after they were paid for */
  work: { kind: string; afterMs: number }
}

export type Prepared = { problems: FieldProblem[]; item?: never } | { problems: []; item: PreparedItem }

/** All features of an item as one area: what is cut out of each scene. */
export function areaOf(request: OrderItemRequest): { area: Polygon | MultiPolygon; areas: (Polygon | MultiPolygon)[] } {
  const areas = request.geometry.features.map(({ geometry }) => geometry as Polygon | MultiPolygon)
  const coordinates = areas.flatMap((area) => (area.type === 'Polygon' ? [area.coordinates] : area.coordinates))
  const area: Polygon | MultiPolygon =
    coordinates.length === 1 ? { type: 'Polygon', coordinates: coordinates[0]! } : { type: 'MultiPolygon', coordinates }
  return { area, areas }
}

/** What is wrong with the fields every kind of item has. */
export async function commonProblems(
  { database }: Sandbox,
  request: OrderItemRequest,
  field: string,
): Promise<FieldProblem[]> {
  const project = await database.query
    .selectFrom('projects')
    .select('id')
    .where('id', '=', request.project_id)
    .executeTakeFirst()
  const problems: FieldProblem[] = []
  if (!project)
    problems.push({ field: `${field}.project_id`, reason: `No project has the id ${quote(request.project_id)}.` })
  if (request.cloud_delivery) {
    const { config, path = '' } = request.cloud_delivery
    const store = await database.query.selectFrom('stores').select('id').where('id', '=', config).executeTakeFirst()
    if (!store)
      problems.push({ field: `${field}.cloud_delivery.config`, reason: `No store has the id ${quote(config)}.` })
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
