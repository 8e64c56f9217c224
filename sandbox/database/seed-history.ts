import type { Polygon } from 'geojson'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { showcaseSites } from '#sandbox/earth/showcase-sites.ts'
import { roundTokens, archivePrice, billedFromKm2 } from '#sandbox/orders/pricing.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Database } from './open.ts'
import { searchScenes } from './scene-search.ts'
import type { SceneRow } from './tables.ts'
import { listSensors } from './sensor-list.ts'
import { stableId } from './stable-id.ts'
import { seededProjects } from './seed-projects.ts'

const dayMs = 86_400_000

/** Past orders of the workspace: their pictures are in the catalog, and are computed when someone asks for them. */
export function seedHistory(database: Database): void {
  const sensors = new Map(listSensors(database).map((sensor) => [sensor.collectionId, sensor]))
  for (const [number, site] of showcaseSites.slice(0, 6).entries()) {
    const project = seededProjects[number % seededProjects.length]!
    const { lng, lat } = site
    const area = square(lng, lat, 0.03)
    const scenes = searchScenes(database, {
      area,
      collections: ['pixxel-ff-l2a', 'pixxel-td2-l2a', 'sentinel-2-l2a'],
      conditions: [{ column: 'cloud_cover', comparison: 'lt', value: 20 }],
      limit: 1 + (number % 3),
      offset: 0,
    })
    if (scenes.length === 0) continue
    const newest = Math.max(...scenes.map(({ datetime_ms: ms }) => ms))
    const amount = scenes.reduce(
      (sum, { collection }) => sum + archivePrice(sensors.get(collection)!) * billedFromKm2,
      0,
    )
    insertOrder(database, {
      name: site.name,
      project: project.id,
      area,
      scenes,
      amount: roundTokens(amount),
      placedMs: newest + 3 * dayMs,
    })
  }
}

type PastOrder = { name: string; project: string; area: Polygon; scenes: SceneRow[]; amount: number; placedMs: number }

function insertOrder({ raw }: Database, { name, project, area, scenes, amount, placedMs }: PastOrder) {
  const [orderId, itemId, taskId] = ['order', 'item', 'task'].map((kind) => stableId(kind, name)) as [
    string,
    string,
    string,
  ]
  const transactionId = stableId('transaction', name)
  const placed = new Date(placedMs).toISOString()
  const done = new Date(placedMs + 40 * 60_000).toISOString()
  const areaKm2 = utmAreaKm2(area)
  const usecase = 'monitoring'
  const geometry = { type: 'FeatureCollection', features: [{ type: 'Feature', properties: {}, geometry: area }] }
  const request = { project_id: project, usecase, geometry, item_ids: scenes.map(({ id }) => id) }
  const document = {
    name,
    usecase,
    area: Math.max(1, Math.round(areaKm2)),
    base_amount: amount,
    final_amount: amount,
    tokens_used: Math.round(amount),
    transaction_id: transactionId,
    payment_status: 'PAID',
    feasibility_status: 'NOT_APPLICABLE',
    recurrence: 'NOT_APPLICABLE',
    delivery_speed: 'NOT_APPLICABLE',
    uplifts: [],
    images: scenes.map((scene) => ({ item_id: scene.id, geometry: JSON.parse(scene.footprint_json) as unknown })),
  }
  raw
    .prepare(
      "INSERT INTO orders (id, user_id, status, total_amount, transaction_id, paid_at, created_at, updated_at) VALUES (?, ?, 'PAID', ?, ?, ?, ?, ?)",
    )
    .run(orderId, workspace.userId, amount, transactionId, placed, placed, done)
  raw
    .prepare(
      "INSERT INTO order_items (id, order_id, position, project_id, type, status, area_km2, request_json, document, created_at, updated_at) VALUES (?, ?, 0, ?, 'ARCHIVE', 'FULFILLED', ?, ?, ?, ?, ?)",
    )
    .run(itemId, orderId, project, areaKm2, JSON.stringify(request), JSON.stringify(document), placed, done)
  raw
    .prepare(
      "INSERT INTO order_tasks (id, order_item_id, position, status, delivery_status, progress, reason, start_date, end_date, tokens_used, strips, scenes_json, created_at, updated_at) VALUES (?, ?, 0, 'FULFILLED', 'NOT_APPLICABLE', 100, NULL, ?, ?, ?, ?, ?, ?, ?)",
    )
    .run(
      taskId,
      itemId,
      placed,
      placed,
      amount,
      scenes.length,
      JSON.stringify(scenes.map(({ id }) => id)),
      placed,
      done,
    )
  const insertCatalog = raw.prepare(
    "INSERT INTO catalogs (id, order_id, order_item_id, task_id, project_id, usecase, bandset_id, scene_id, collection, datetime_ms, area_km2, geometry_json, folder, delivery_status, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, NULL, ?, ?, ?, ?, ?, ?, 'UNSPECIFIED', ?, ?)",
  )
  for (const scene of scenes) {
    const id = stableId('catalog', taskId, scene.id)
    insertCatalog.run(
      id,
      orderId,
      itemId,
      taskId,
      project,
      usecase,
      scene.id,
      scene.collection,
      scene.datetime_ms,
      areaKm2,
      JSON.stringify(area),
      `catalogs/${id}`,
      done,
      done,
    )
  }
}

function square(lng: number, lat: number, halfDegrees: number): Polygon {
  const [west, east, south, north] = [lng - halfDegrees, lng + halfDegrees, lat - halfDegrees, lat + halfDegrees]
  return {
    type: 'Polygon',
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}
