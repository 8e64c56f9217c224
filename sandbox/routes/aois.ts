import { randomUUID } from 'node:crypto'
import { centroid } from '@turf/turf'
import type { Polygon } from 'geojson'
import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { timestamp } from '#sandbox/clock.ts'
import { anyOf, nameHas } from '#sandbox/database/conditions.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { findSensor } from '#sandbox/database/sensor-list.ts'
import type { AoiRow } from '#sandbox/database/tables.ts'
import { invalidFields, notFound, quote, refusal } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { maxSamples } from '#sandbox/work/scene-pixels.ts'
import { sceneProblems } from './scene-problems.ts'
import { api } from './implement.ts'
import { checkArea } from './search-area.ts'

export const aoiRoutes = {
  listAois: api.aois.listAois.handler(async ({ input, context: { sandbox } }) => {
    const { limit = 10, offset = 0, created_at, updated_at, aoi_id, aoi_name, project_ids } = input.query
    let rows = sandbox.database.query.selectFrom('aois')
    if (aoi_id) rows = rows.where('id', '=', aoi_id)
    if (aoi_name) rows = rows.where(nameHas(aoi_name))
    if (project_ids) rows = rows.where('project_id', 'in', anyOf(project_ids.split(',').map((id) => id.trim())))
    if (created_at) rows = rows.where('created_at', 'like', `${created_at}%`)
    if (updated_at) rows = rows.where('updated_at', 'like', `${updated_at}%`)
    const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const page = await rows
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .offset(offset)
      .execute()
    return { aois: page.map((row) => aoiView(row, sandbox)), pagination: { limit, offset, total } }
  }),

  createAoi: api.aois.createAoi.handler(async ({ input: { body }, context: { sandbox } }) => {
    const { query } = sandbox.database
    const area = checkArea(body.geometry, 'geometry') as Polygon
    const project = await query.selectFrom('projects').select('id').where('id', '=', body.project_id).executeTakeFirst()
    const sensor = findSensor(sandbox.database, body.satellite_id)
    const problems: FieldProblem[] = []
    if (!project) problems.push({ field: 'project_id', reason: `No project has the id ${quote(body.project_id)}.` })
    if (!sensor)
      problems.push({ field: 'satellite_id', reason: `No satellite has the id ${quote(body.satellite_id)}.` })
    else if (sensor.provider !== body.provider)
      problems.push({ field: 'provider', reason: `${sensor.name} is provided by ${sensor.provider}.` })
    if (sensor) problems.push(...(await sceneProblems(sandbox, body.item_ids, area, sensor, maxSamples)))
    if (problems.length > 0) throw invalidFields(problems)

    const now = timestamp(sandbox.clock)
    const row: AoiRow = {
      id: randomUUID(),
      name: body.name,
      description: body.description,
      satellite_id: body.satellite_id,
      provider: body.provider,
      project_id: body.project_id,
      geometry_json: JSON.stringify(body.geometry),
      item_ids_json: JSON.stringify([...new Set(body.item_ids)]),
      status: 'started',
      progress: 0,
      area_sq_m: utmAreaKm2(area) * 1e6,
      created_at: now,
      updated_at: now,
    }
    // Looked up where it is written, so that of two at the same moment only one finds the name free.
    await query.transaction().execute(async (trx) => {
      const taken = await trx.selectFrom('aois').select('id').where('name', '=', body.name).executeTakeFirst()
      if (taken)
        throw refusal(409, `An AOI named ${quote(body.name)} exists already. Choose another name.`, {
          fields: [{ field: 'name', reason: 'This name is taken.' }],
        })
      await trx.insertInto('aois').values(row).execute()
      await sandbox.queue.add(trx, 'prepare-aoi', row.id)
    })
    sandbox.queue.wake()
    return aoiView(row, sandbox)
  }),

  getAoi: api.aois.getAoi.handler(async ({ input, context: { sandbox } }) =>
    aoiView(await requireAoi(sandbox, input.params.aoi_id), sandbox),
  ),
}

/** @throws 404 */
export async function requireAoi({ database }: Sandbox, id: string): Promise<AoiRow> {
  const row = await database.query.selectFrom('aois').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw notFound('AOI', id)
  return row
}

function aoiView(row: AoiRow, { database }: Sandbox) {
  const geometry = JSON.parse(row.geometry_json) as Polygon
  const itemIds = JSON.parse(row.item_ids_json) as string[]
  const images = itemIds.map((id) => {
    const scene = findScene(database, id)
    return [
      id,
      { collection: scene?.collection ?? null, datetime: scene ? new Date(scene.datetime_ms).toISOString() : null },
    ]
  })
  return {
    aoi_id: row.id,
    name: row.name,
    description: row.description,
    satellite_id: row.satellite_id,
    project_id: row.project_id,
    // The shape of the values is not published; date and collection are what a list wants.
    images: Object.fromEntries(images) as Record<string, unknown>,
    eo_bands: findSensor(database, row.satellite_id)?.bands.map(({ name }) => name) ?? [],
    geometry,
    progress: row.progress,
    status: row.status,
    is_favourite: false,
    created_at: row.created_at,
    updated_at: row.updated_at,
    user_id: workspace.userId,
    area_in_sq_m: row.area_sq_m,
    centroid: centroid(geometry).geometry.coordinates,
  }
}
