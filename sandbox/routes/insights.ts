import { randomUUID } from 'node:crypto'
import type { DataType } from '#src/contract/data-type.ts'
import type { Block } from '#sandbox/blocks/block.ts'
import { hasId } from '#sandbox/blocks/block-view.ts'
import { blocks, findBlock, runCost, runSeconds } from '#sandbox/blocks/blocks.ts'
import { checkInputs } from '#sandbox/blocks/check-inputs.ts'
import { outputData } from '#sandbox/blocks/run-output.ts'
import type { RunOutput } from '#sandbox/blocks/run-output.ts'
import { timestamp } from '#sandbox/clock.ts'
import { findSensor } from '#sandbox/database/sensor-list.ts'
import type { AoiRow, InsightRow } from '#sandbox/database/tables.ts'
import { invalidFields, quote, refusal, unknownId } from '#sandbox/errors.ts'
import type { Files } from '#sandbox/files.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { pictureCount } from '#sandbox/work/run-block.ts'
import { startOrFindDownload } from '#sandbox/work/start-or-find-download.ts'
import { createdOn, isCreator } from './created-filter.ts'
import { api } from './implement.ts'

export const insightRoutes = {
  createInsight: api.insights.createInsight.handler(async ({ input: { params, body }, context: { sandbox } }) => {
    const aoi = await findAoi(sandbox, params.aoi_id)
    const block = askedBlock(body.block)
    const { inputs, problems } = await checkInputs(sandbox, aoi, block, body.input)
    if (body.project_id !== undefined && body.project_id !== aoi.project_id) {
      problems.unshift({ field: 'project_id', reason: `The AOI belongs to another project (${aoi.project_id}).` })
    }
    if (problems.length > 0) throw invalidFields(problems)
    const areaKm2 = aoi.area_sq_m / 1e6
    const cost = runCost(block, areaKm2, pictureCount(inputs))
    if (body.estimate) return { status: 200 as const, body: { estimate: cost } }

    const now = timestamp(sandbox.clock)
    const sensor = findSensor(sandbox.database, aoi.satellite_id)
    const size = { areaKm2, gsdM: sensor?.gsdM ?? 10, bands: sensor?.bands.length ?? 1, pictures: pictureCount(inputs) }
    const row: InsightRow = {
      id: randomUUID(),
      aoi_id: aoi.id,
      project_id: aoi.project_id,
      name: body.name?.trim() || `${block.title}, ${aoi.name}`,
      block_name: block.name,
      block_version: block.version,
      status: 'running',
      progress: 0,
      cost,
      estimated_min: Math.ceil(runSeconds(block, size) / 6) / 10,
      err_msg: null,
      input_json: JSON.stringify(inputs.filled),
      output_json: '[]',
      metadata_json: JSON.stringify({ ...body.metadata, block: block.name, block_version: block.version }),
      created_at: now,
      updated_at: now,
      deleted_at: null,
    }
    await sandbox.database.query.transaction().execute(async (trx) => {
      await trx.insertInto('insights').values(row).execute()
      await sandbox.queue.add(trx, 'run-insight', row.id)
    })
    sandbox.queue.wake()
    return { status: 201 as const, body: { id: row.id, message: `${block.title} is running over ${aoi.name}.` } }
  }),

  listInsights: api.insights.listInsights.handler(
    async ({ input: { params, query: asked }, context: { sandbox, origin } }) => {
      const aoi = await findAoi(sandbox, params.aoiId)
      let rows = sandbox.database.query.selectFrom('insights').selectAll().where('aoi_id', '=', aoi.id)
      // Deleted ones are shown only to who asks for one by its id.
      rows = asked.id ? rows.where('id', '=', asked.id) : rows.where('deleted_at', 'is', null)
      if (asked.status) rows = rows.where('status', '=', asked.status.toLowerCase())
      if (asked.created_on) rows = rows.where('created_at', 'like', createdOn(asked.created_on))
      const found = isCreator(asked.created_by) ? await rows.orderBy('created_at', 'desc').orderBy('id').execute() : []
      return { insights: found.map((row) => insightView(row, sandbox.files, origin)) }
    },
  ),

  downloadInsight: api.insights.downloadInsight.handler(
    async ({ input: { params, body }, context: { sandbox, origin } }) => {
      const insight = await findInsight(sandbox, params)
      if (insight.status !== 'completed') {
        const reason = insight.status === 'failed' ? `it failed: ${insight.err_msg}` : 'it is still running'
        throw refusal(400, `This insight has no files: ${reason}.`)
      }
      const { inputs = [], outputs } = body ?? {}
      checkChosen(insight, inputs, outputs ?? [])
      const key = [
        insight.id,
        inputs.toSorted().join(' '),
        outputs === undefined ? '*' : outputs.toSorted().join(' '),
      ].join('|')
      const download = await startOrFindDownload(sandbox, 'insight', key, {
        insightId: insight.id,
        inputs,
        outputs: outputs ?? (inputs.length > 0 ? [] : null),
      })
      return {
        id: download.id,
        status: download.status,
        signed_url: download.file ? sandbox.files.signedUrl(origin, download.file, `${insight.name}.zip`) : null,
      }
    },
  ),

  deleteInsight: api.insights.deleteInsight.handler(
    async ({ input: { params, query: asked }, context: { sandbox } }) => {
      const insight = await findInsight(sandbox, params)
      if (insight.project_id !== asked.project_id)
        throw invalidFields([{ field: 'project_id', reason: 'This insight belongs to another project.' }])
      const now = timestamp(sandbox.clock)
      await sandbox.database.query
        .updateTable('insights')
        .set({ deleted_at: now, updated_at: now })
        .where('id', '=', insight.id)
        .execute()
    },
  ),
}

/** The contract declares no 404 here: an unknown AOI is a bad request. */
async function findAoi({ database }: Sandbox, id: string): Promise<AoiRow> {
  const aoi = await database.query.selectFrom('aois').selectAll().where('id', '=', id).executeTakeFirst()
  if (!aoi) throw unknownId('AOI', id)
  return aoi
}

/** @throws 400 when it is not there, or deleted */
async function findInsight(
  { database }: Sandbox,
  { aoi_id, insight_id }: { aoi_id: string; insight_id: string },
): Promise<InsightRow> {
  const row = await database.query
    .selectFrom('insights')
    .selectAll()
    .where('id', '=', insight_id)
    .where('aoi_id', '=', aoi_id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst()
  if (!row) throw unknownId('insight of this AOI', insight_id)
  return row
}

function askedBlock({
  name,
  version,
  string: id,
}: {
  name?: string | undefined
  version: string
  string?: string | undefined
}): Block {
  if (name === undefined && id === undefined)
    throw invalidFields([{ field: 'block.name', reason: 'Say which block, by name or by id.' }])
  const block =
    name === undefined ? blocks.find((one) => hasId(one, id!) && one.version === version) : findBlock(name, version)
  if (!block)
    throw invalidFields([
      { field: 'block', reason: `There is no block ${quote(name ?? id!)} of version ${quote(version)}.` },
    ])
  if (!block.modes.includes('insight'))
    throw invalidFields([{ field: 'block', reason: `${block.title} runs in workflows only.` }])
  return block
}

function checkChosen(insight: InsightRow, inputs: readonly string[], outputs: readonly string[]) {
  const made = JSON.parse(insight.output_json) as RunOutput[]
  const given = JSON.parse(insight.input_json) as DataType[]
  const badOutput = outputs.findIndex((id) => !made.some((output) => output.id === id || output.name === id))
  if (badOutput >= 0)
    throw invalidFields([{ field: `outputs[${badOutput}]`, reason: 'The insight has no such output.' }])
  const badInput = inputs.findIndex(
    (id) => !given.some(({ name, asset_source: source }) => source && (source.id === id || name === id)),
  )
  if (badInput >= 0) throw invalidFields([{ field: `inputs[${badInput}]`, reason: 'The insight has no such input.' }])
}

function insightView(row: InsightRow, files: Files, origin: string) {
  const block = findBlock(row.block_name, row.block_version)
  const outputs = JSON.parse(row.output_json) as RunOutput[]
  return {
    id: row.id,
    name: row.name,
    aoi_id: row.aoi_id,
    status: row.status,
    progress: row.progress,
    cost: row.cost,
    err_msg: row.err_msg,
    estimated_time_in_min: row.estimated_min,
    input: JSON.parse(row.input_json) as DataType[],
    output: block
      ? outputs.map((output) => outputData(output, { id: row.id, type: 'insight' }, block, files, origin))
      : [],
    metadata: JSON.parse(row.metadata_json) as Record<string, string>,
    created_by: workspace.userId,
    created_at: row.created_at,
    deleted_at: row.deleted_at,
  }
}
