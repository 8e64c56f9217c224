import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { timestamp } from '#sandbox/clock.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { sensorOfCollection } from '#sandbox/database/sensor-list.ts'
import { sceneProblems } from '#sandbox/routes/scene-problems.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { maxSamples } from '#sandbox/work/scene-pixels.ts'
import { areaOf, commonProblems } from './check-item.ts'
import type { Prepared } from './check-item.ts'
import { minimumAreaUplift, quoteArchive } from './pricing.ts'

/** A task is taken up this long after it was paid for. */
const submittedAfterMs = 1500

/** Checks and prices an item of archive scenes. */
export async function prepareArchiveItem(
  sandbox: Sandbox,
  request: OrderItemRequest,
  field: string,
): Promise<Prepared> {
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
  const sensors = scenes.map(({ sensor }) => sensor)
  const quote = quoteArchive(areas, sensors)
  const now = timestamp(sandbox.clock)
  const document = {
    name: request.name ?? `${scenes.length} ${scenes.length === 1 ? 'scene' : 'scenes'} of the archive`,
    usecase: request.usecase,
    // The document types it as a whole number; less than one would then read as nothing.
    area: Math.max(1, Math.round(quote.areaKm2)),
    base_amount: quote.baseAmount,
    final_amount: quote.finalAmount,
    tokens_used: Math.round(quote.finalAmount),
    uplifts: minimumAreaUplift(quote),
    payment_status: 'PAID',
    feasibility_status: 'NOT_APPLICABLE',
    recurrence: 'NOT_APPLICABLE',
    delivery_speed: 'NOT_APPLICABLE',
    image_type: sensors.some(({ bands }) => bands.some(({ wavelengthNm }) => wavelengthNm > 1000)) ? 'VSWIR' : 'VNIR',
    number_of_bands: Math.max(...sensors.map(({ bands }) => bands.length)),
    no_of_occurrences: 0,
    images: scenes.map(({ row }) => ({ item_id: row.id, geometry: JSON.parse(row.footprint_json) as unknown })),
    cloud_delivery: request.cloud_delivery ?? null,
  }
  // One task for an archive item, however many scenes it has.
  const task = {
    status: 'SUBMITTED',
    start_date: now,
    end_date: now,
    tokens_used: quote.finalAmount,
    strips: scenes.length,
    scenes_json: JSON.stringify(scenes.map(({ row }) => row.id)),
  }
  const work = { kind: 'fulfil-task', afterMs: submittedAfterMs }
  return {
    problems: [],
    item: { type: 'ARCHIVE', areaKm2: quote.areaKm2, finalAmount: quote.finalAmount, document, tasks: [task], work },
  }
}
