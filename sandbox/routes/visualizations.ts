import { randomUUID } from 'node:crypto'
import { readFile, rm } from 'node:fs/promises'
import { timestamp } from '#sandbox/clock.ts'
import { findSensor } from '#sandbox/database/sensor-list.ts'
import type { IndexRow, VisualizationRow } from '#sandbox/database/tables.ts'
import { invalidFields, notFound, refusal } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { Legend } from '#sandbox/visualizations/legend.ts'
import { styledLayerDescriptor } from '#sandbox/visualizations/sld.ts'
import { classesOfUpdate, saveClasses } from '#sandbox/visualizations/update-legend.ts'
import type { ClassesByDay } from '#sandbox/visualizations/update-legend.ts'
import { rastersOf } from '#sandbox/work/render-visualization.ts'
import { requireAoi } from './aois.ts'
import { assetView } from './assets.ts'
import { api } from './implement.ts'

export const visualizationRoutes = {
  listVisualizations: api.visualizations.listVisualizations.handler(async ({ input, context: { sandbox } }) => {
    const { limit = 10, offset = 0, index_id, visualization_id, expression_type, user_id, type } = input.query
    const { query } = sandbox.database
    let rows = query
      .selectFrom('visualizations')
      .innerJoin('indices', 'indices.id', 'visualizations.index_id')
      .where('visualizations.aoi_id', '=', input.params.aoi_id)
    if (index_id) rows = rows.where('visualizations.index_id', '=', index_id)
    if (visualization_id) rows = rows.where('visualizations.id', '=', visualization_id)
    if (expression_type) rows = rows.where('indices.expression_type', '=', expression_type)
    if ((user_id && user_id !== workspace.userId) || (type && type !== 'custom'))
      rows = rows.where('visualizations.id', '=', '')
    const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const page = await rows
      .selectAll('visualizations')
      .orderBy('visualizations.created_at', 'desc')
      .orderBy('visualizations.id')
      .limit(limit)
      .offset(offset)
      .execute()
    return { visualization: page.map(listView), pagination: { limit, offset, total } }
  }),

  createVisualization: api.visualizations.createVisualization.handler(
    async ({ input: { params, body }, context: { sandbox, origin } }) => {
      const { query } = sandbox.database
      const aoi = await requireAoi(sandbox, params.aoi_id)
      const index = await query.selectFrom('indices').selectAll().where('id', '=', body.index_id).executeTakeFirst()
      if (!index) throw notFound('index', body.index_id)
      if (index.satellite_id !== aoi.satellite_id) {
        throw invalidFields([
          { field: 'index_id', reason: 'This index is made for another satellite than that of the AOI.' },
        ])
      }
      const gsdM = findSensor(sandbox.database, aoi.satellite_id)?.gsdM
      if (body.resolution !== undefined && body.resolution !== gsdM)
        throw invalidFields([
          { field: 'resolution', reason: `This sandbox computes at the resolution of the satellite only: ${gsdM} m.` },
        ])
      const mosaics = await query
        .selectFrom('assets')
        .select('id')
        .where('aoi_id', '=', aoi.id)
        .where('asset_type', '=', 'mosaic')
        .where('status', '=', 'success')
        .execute()
      const known = mosaics.map(({ id }) => id)
      const sources = body.src_asset_ids ?? known
      const unknown = sources.findIndex((id) => !known.includes(id))
      if (unknown >= 0)
        throw invalidFields([{ field: `src_asset_ids[${unknown}]`, reason: 'This is not a ready mosaic of the AOI.' }])
      if (sources.length === 0) throw refusal(400, 'The AOI has no ready mosaic yet. Wait until it is prepared.')
      const now = timestamp(sandbox.clock)
      const row: VisualizationRow = {
        id: randomUUID(),
        aoi_id: aoi.id,
        index_id: index.id,
        source_asset_ids_json: JSON.stringify(sources),
        resolution_m: body.resolution ?? null,
        status: 'creating',
        progress: 0,
        legend_json: '{}',
        computed_legend_json: '{}',
        created_at: now,
        updated_at: now,
      }
      await query.transaction().execute(async (trx) => {
        const taken = await trx
          .selectFrom('visualizations')
          .select('id')
          .where('aoi_id', '=', aoi.id)
          .where('index_id', '=', index.id)
          .executeTakeFirst()
        if (taken)
          throw refusal(409, `This AOI has a visualization of ${index.name} already.`, { visualization_id: taken.id })
        await trx.insertInto('visualizations').values(row).execute()
        await sandbox.queue.add(trx, 'render-visualization', row.id)
      })
      sandbox.queue.wake()
      return detailView(sandbox, origin, row, index)
    },
  ),

  updateVisualizationMetadata: api.visualizations.updateVisualizationMetadata.handler(
    async ({ input: { params, body }, context: { sandbox } }) => {
      const { row, index } = await requireVisualization(sandbox, params)
      const classes = await classesOfUpdate(sandbox, row, index, body)
      return { legend: await saveClasses(sandbox, row.id, body.visualization_mode, classes) }
    },
  ),

  rollBackVisualizationMetadata: api.visualizations.rollBackVisualizationMetadata.handler(
    async ({ input: { params, body }, context: { sandbox, origin } }) => {
      const { row, index } = await requireVisualization(sandbox, params)
      checkIndex(index, body.index_id)
      const computed = JSON.parse(row.computed_legend_json) as Legend
      const before: ClassesByDay = {}
      for (const date of body.dates) {
        const classes = computed[date]?.[body.visualization_mode]
        if (!classes) throw refusal(404, `There is no ${body.visualization_mode} legend for ${date}.`)
        before[date] = classes
      }
      const legend = await saveClasses(sandbox, row.id, body.visualization_mode, before)
      return detailView(sandbox, origin, { ...row, legend_json: JSON.stringify(legend) }, index)
    },
  ),

  generateIndexPng: api.visualizations.generateIndexPng.handler(
    async ({ input: { params, body }, context: { sandbox } }) => {
      const { row, index, aoiName } = await requireVisualization(sandbox, params)
      checkIndex(index, body.index_id)
      const date = body.date.replaceAll('_', '-')
      const sources = await rastersOf(sandbox, row.id, date)
      if (sources.length === 0) throw refusal(404, `There is no picture of ${index.name} for ${body.date}.`)
      const classes = index.expression_type === 'index' ? classesOf(row, body.date, body.visualization_mode) : []
      const out = await sandbox.files.pathToWrite(`png/${randomUUID()}.png`)
      const rescale = JSON.parse(index.rescale_json) as [number, number]
      await sandbox.pixels.run({
        kind: 'legend-png',
        sources,
        title: index.name,
        subtitle: `${aoiName}, ${date}`,
        classes,
        rescale,
        out,
      })
      const png = await readFile(out)
      // Drawn anew each time, as the legend may have changed: kept, they would only pile up.
      await rm(out, { force: true })
      return new File([png], `${index.name}_${body.date}.png`, { type: 'image/png' })
    },
  ),

  generateVisualizationSld: api.visualizations.generateVisualizationSld.handler(
    async ({ input: { params, body }, context: { sandbox } }) => {
      const { row, index } = await requireVisualization(sandbox, params)
      const sld: Record<string, Record<string, string>> = {}
      for (const mode of body.visualization_modes) {
        sld[mode] = Object.fromEntries(
          body.dates.map((date) => [date, styledLayerDescriptor(`${index.name} ${date}`, classesOf(row, date, mode))]),
        )
      }
      return { sld }
    },
  ),
}

function classesOf(row: VisualizationRow, date: string, mode: 'dynamic' | 'theoretical') {
  const classes = (JSON.parse(row.legend_json) as Legend)[date]?.[mode]
  if (!classes) throw refusal(404, `There is no ${mode} legend for ${date}.`)
  return classes
}

function checkIndex(index: IndexRow, asked: string) {
  if (index.id !== asked)
    throw invalidFields([{ field: 'index_id', reason: 'This visualization shows another index.' }])
}

async function requireVisualization(
  sandbox: Sandbox,
  { aoi_id, visualization_id }: { aoi_id: string; visualization_id: string },
) {
  const aoi = await requireAoi(sandbox, aoi_id)
  const { query } = sandbox.database
  const row = await query
    .selectFrom('visualizations')
    .selectAll()
    .where('id', '=', visualization_id)
    .where('aoi_id', '=', aoi_id)
    .executeTakeFirst()
  if (!row) throw notFound('visualization of this AOI', visualization_id)
  const index = await query.selectFrom('indices').selectAll().where('id', '=', row.index_id).executeTakeFirstOrThrow()
  return { row, index, aoiName: aoi.name }
}

function listView(row: VisualizationRow) {
  const { id, aoi_id, index_id, progress, status, created_at, updated_at } = row
  return {
    id,
    aoi_id,
    index_id,
    progress,
    status,
    created_at,
    updated_at,
    tenant_id: workspace.organisationId,
    user_id: workspace.userId,
  }
}

async function detailView(sandbox: Sandbox, origin: string, row: VisualizationRow, index: IndexRow) {
  const aoi = await requireAoi(sandbox, row.aoi_id)
  const assets = await sandbox.database.query
    .selectFrom('assets')
    .selectAll()
    .where('visualization_id', '=', row.id)
    .orderBy('date', 'desc')
    .execute()
  return {
    ...listView(row),
    index_name: index.name,
    expression: index.expression,
    expression_type: index.expression_type,
    rescale: JSON.parse(index.rescale_json) as number[],
    assets: assets.map((asset) => assetView(asset, aoi, sandbox.files, origin)),
    metadata: { legend: JSON.parse(row.legend_json) as Legend },
    type: 'custom',
  }
}
