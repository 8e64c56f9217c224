import { utmAreaKm2 } from '#src/geo/utm-area-km2.ts'
import { timestamp } from '#sandbox/clock.ts'
import { stableId } from '#sandbox/database/stable-id.ts'
import type { AoiRow, JobRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { ChosenArea } from '#sandbox/workflows/choose-area.ts'
import { prepareAoi } from './prepare-aoi.ts'

/** The same when the work is run again after a crash. */
const sampleAoiId = (job: JobRow) => stableId('sample-aoi', job.id)

/** Which AOI a job runs over, known as soon as it starts. */
export function aoiIdOf(job: JobRow): string | null {
  const area = JSON.parse(job.area_json) as ChosenArea | null
  if (!area) return null
  return 'make' in area ? sampleAoiId(job) : area.aoiId
}

export function jobAoi({ database }: Sandbox, job: JobRow): Promise<AoiRow> {
  return database.query.selectFrom('aois').selectAll().where('id', '=', aoiIdOf(job)!).executeTakeFirstOrThrow()
}

/** Makes and prepares the AOI of a job whose project had none. It stays, as any AOI of the project. */
export async function makeSampleAoi(
  sandbox: Sandbox,
  job: JobRow,
  make: Extract<ChosenArea, { make: unknown }>['make'],
): Promise<AoiRow> {
  const { query } = sandbox.database
  const id = sampleAoiId(job)
  const { project_id } = await query
    .selectFrom('workflows')
    .select('project_id')
    .where('id', '=', job.workflow_id)
    .executeTakeFirstOrThrow()
  const now = timestamp(sandbox.clock)
  const row: AoiRow = {
    id,
    name: `${make.name} (${job.id.slice(0, 8)})`,
    description: 'Made for the first job of a workflow, as its project had no AOI.',
    satellite_id: make.satelliteId,
    provider: make.provider,
    project_id,
    geometry_json: JSON.stringify(make.geometry),
    item_ids_json: JSON.stringify(make.itemIds),
    status: 'started',
    progress: 0,
    area_sq_m: utmAreaKm2(make.geometry) * 1e6,
    created_at: now,
    updated_at: now,
  }
  await query
    .insertInto('aois')
    .values(row)
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute()
  await prepareAoi(sandbox).run(id)
  const aoi = await jobAoi(sandbox, job)
  if (aoi.status === 'failed') throw new Error(`the area ${aoi.name} could not be prepared`)
  return aoi
}
