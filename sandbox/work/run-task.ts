import type { Transaction } from 'kysely'
import type { DataType } from '#src/contract/data-type.ts'
import { findBlock } from '#sandbox/blocks/blocks.ts'
import { checkInputs } from '#sandbox/blocks/check-inputs.ts'
import { seriesOf } from '#sandbox/blocks/input-files.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { AoiRow, JobRow, JobTaskRow, Tables } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { ChosenArea } from '#sandbox/workflows/choose-area.ts'
import type { BlockNode, Edge, Graph } from '#sandbox/workflows/graph.ts'
import { jobAoi, makeSampleAoi } from './job-area.ts'
import type { WorkHandler } from './queue.ts'
import { runBlock } from './run-block.ts'
import type { BlockRun } from './run-block.ts'

/** Runs one task of a job. When it ends, the tasks that waited for it alone are queued in the same transaction. */
export function runTask(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  const update = (id: string, values: Partial<JobTaskRow>) =>
    query
      .updateTable('job_tasks')
      .set({ ...values, updated_at: timestamp(sandbox.clock) })
      .where('id', '=', id)
      .where('status', '=', 'running')
      .execute()

  return {
    async run(id) {
      const task = await query.selectFrom('job_tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      // Ended already, but the process died before the queue wrote that down.
      if (task.finished_at !== null) return
      const now = timestamp(sandbox.clock)
      const job = await query.selectFrom('jobs').selectAll().where('id', '=', task.job_id).executeTakeFirstOrThrow()
      await query
        .updateTable('job_tasks')
        .set({ status: 'running', state_msg: 'Running', progress: 0, started_at: now, updated_at: now })
        .where('id', '=', id)
        .execute()
      const graph = JSON.parse(job.spec_json) as Graph
      const node = graph.nodes.find((one) => one.id === task.node_id)!
      const { outputs, logs } = node.kind === 'data' ? await prepareArea(job) : await runNode(job, task, graph, node)
      await settle(task, {
        status: 'completed',
        state_msg: 'Completed',
        progress: 100,
        result_json: JSON.stringify(outputs),
        logs_json: JSON.stringify(logs),
      })
    },
    async fail(id, reason) {
      const task = await query.selectFrom('job_tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const logs = [{ time: timestamp(sandbox.clock), message: reason }]
      await settle(task, {
        status: 'failed',
        state_msg: 'Failed',
        err_msg: reason,
        failure_type: 'BLOCK',
        logs_json: JSON.stringify(logs),
      })
    },
  }

  async function prepareArea(job: JobRow): Promise<BlockRun> {
    const area = JSON.parse(job.area_json) as ChosenArea
    const aoi = 'make' in area ? await makeSampleAoi(sandbox, job, area.make) : await jobAoi(sandbox, job)
    return {
      outputs: [],
      logs: [
        {
          time: timestamp(sandbox.clock),
          message: `${aoi.name}: ${area.dates} ${area.dates === 1 ? 'date' : 'dates'}, ${area.areaKm2.toFixed(2)} km².`,
        },
      ],
    }
  }

  async function runNode(job: JobRow, task: JobTaskRow, graph: Graph, node: BlockNode): Promise<BlockRun> {
    const block = findBlock(node.block.name, node.block.version)
    if (!block) throw new Error(`the block ${node.block.name} ${node.block.version} is gone`)
    const aoi = await jobAoi(sandbox, job)
    const given: DataType[] = Object.entries(node.values).map(([name, value]) => ({ name, value }))
    for (const edge of graph.edges.filter(({ to }) => to.node === node.id))
      given.push(await dataOf(job, graph, edge, aoi))
    const { inputs, problems } = await checkInputs(sandbox, aoi, block, given)
    await update(task.id, { inputs_json: JSON.stringify(inputs.filled) })
    if (problems.length > 0) throw new Error(`${problems[0]!.field}: ${problems[0]!.reason}`)
    const folder = `jobs/${job.id}/${node.id}`
    return runBlock(
      sandbox,
      { block, inputs, folder, runId: task.id },
      (fraction) => void update(task.id, { progress: Math.round(fraction * 100) }),
    )
  }

  /** What flows along an edge: a picture or the outline of the AOI, or an output of the task before. */
  async function dataOf(
    job: JobRow,
    graph: Graph,
    { from, to, pick = 'latest' }: Edge,
    aoi: AoiRow,
  ): Promise<DataType> {
    const source = graph.nodes.find(({ id }) => id === from.node)!
    if (source.kind === 'data') {
      if (from.port === 'vector') return { name: to.port, asset_source: { id: aoi.id, type: 'aoi' } }
      const picture = (await seriesOf(sandbox, aoi)).at(pick === 'latest' ? -1 : 0)
      if (!picture?.assetId) throw new Error(`the AOI ${aoi.name} has no ready picture any more`)
      return { name: to.port, asset_source: { id: picture.assetId, type: 'raw_mosaic' } }
    }
    const before = await query
      .selectFrom('job_tasks')
      .select('id')
      .where('job_id', '=', job.id)
      .where('node_id', '=', from.node)
      .executeTakeFirstOrThrow()
    return { name: to.port, asset_source: { id: before.id, type: 'task', output: from.port } }
  }

  /** Ends a task; starts those that can begin now, fails those that never will, ends the job after the last. */
  async function settle(task: JobTaskRow, ended: Partial<JobTaskRow> & { status: 'completed' | 'failed' }) {
    const now = timestamp(sandbox.clock)
    await query.transaction().execute(async (trx) => {
      await trx
        .updateTable('job_tasks')
        .set({ ...ended, finished_at: now, updated_at: now })
        .where('id', '=', task.id)
        .execute()
      const tasks = await trx
        .selectFrom('job_tasks')
        .selectAll()
        .where('job_id', '=', task.job_id)
        .orderBy('position')
        .execute()
      const stateOf = new Map(tasks.map(({ name, status }) => [name, status]))
      // Tasks stand in the order of dependence, so one pass reaches those at the end of a chain too.
      for (const waiting of tasks.filter(({ status, started_at }) => status === 'pending' && started_at === null)) {
        const before = JSON.parse(waiting.depends_on_json) as string[]
        const broken = before.find((name) => stateOf.get(name) === 'failed')
        if (broken !== undefined) {
          stateOf.set(waiting.name, 'failed')
          await failWithout(trx, waiting.id, broken, now)
        } else if (before.includes(task.name) && before.every((name) => stateOf.get(name) === 'completed')) {
          await sandbox.queue.add(trx, 'run-task', waiting.id)
        }
      }
      const states = [...stateOf.values()]
      const open = states.some((state) => state === 'pending' || state === 'running')
      const job = open
        ? { updated_at: now }
        : { updated_at: now, finished_at: now, status: states.includes('failed') ? 'failed' : 'completed' }
      await trx.updateTable('jobs').set(job).where('id', '=', task.job_id).execute()
    })
    sandbox.queue.wake()
  }
}

function failWithout(trx: Transaction<Tables>, id: string, broken: string, now: string) {
  const message = `Not run, because ${broken} failed.`
  return trx
    .updateTable('job_tasks')
    .set({
      status: 'failed',
      state_msg: message,
      err_msg: message,
      failure_type: 'DEPENDENCY',
      finished_at: now,
      updated_at: now,
    })
    .where('id', '=', id)
    .execute()
}
