import type { Transaction } from 'kysely'
import type { DataType } from '#src/contract/data-type.ts'
import { findBlock } from '#sandbox/blocks/blocks.ts'
import { checkInputs } from '#sandbox/blocks/check-inputs.ts'
import type { CheckedInputs } from '#sandbox/blocks/check-inputs.ts'
import { seriesOf } from '#sandbox/blocks/input-files.ts'
import type { RunOutput } from '#sandbox/blocks/run-output.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { AoiRow, JobRow, JobTaskRow, Tables } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import type { ChosenArea } from '#sandbox/workflows/choose-area.ts'
import type { BlockNode, Edge, Graph } from '#sandbox/workflows/graph.ts'
import { jobAoi, makeSampleAoi } from './job-area.ts'
import type { WorkHandler } from './queue.ts'
import { runBlock } from './run-block.ts'

/** Runs one task of a job. When it ends, the tasks that waited for it alone are queued in the same transaction. */
export function runTask(sandbox: Sandbox): WorkHandler {
  const { query } = sandbox.database
  // A message that comes late must not touch a task that has ended.
  const update = (id: string, values: Partial<JobTaskRow>) =>
    query
      .updateTable('job_tasks')
      .set({ ...values, updated_at: timestamp(sandbox.clock) })
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .execute()

  return {
    async run(id) {
      const task = await query.selectFrom('job_tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      // Ended already, but the process died before the queue wrote that down.
      if (task.finished_at !== null) return
      const job = await query.selectFrom('jobs').selectAll().where('id', '=', task.job_id).executeTakeFirstOrThrow()
      // What an earlier run of it, cut off by a crash, had to say is said again.
      await update(id, { ...unbegun, logs_json: '[]' })
      const graph = JSON.parse(job.spec_json) as Graph
      const node = graph.nodes.find((one) => one.id === task.node_id)!
      const outputs = node.kind === 'data' ? await prepareArea(job, task) : await runNode(job, task, graph, node)
      await settle(task, {
        status: 'completed',
        state_msg: 'Completed',
        progress: 100,
        result_json: JSON.stringify(outputs),
      })
    },
    async fail(id, reason) {
      const task = await query.selectFrom('job_tasks').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      await settle(task, {
        status: 'failed',
        state_msg: 'Failed',
        err_msg: reason,
        failure_type: 'BLOCK',
        logs_json: JSON.stringify([...(JSON.parse(task.logs_json) as LogLine[]), lineOf(reason)]),
      })
    },
  }

  function lineOf(message: string): LogLine {
    return { time: timestamp(sandbox.clock), message }
  }

  function begin(id: string) {
    return update(id, { status: 'running', state_msg: 'Running', started_at: timestamp(sandbox.clock) })
  }

  async function prepareArea(job: JobRow, task: JobTaskRow): Promise<RunOutput[]> {
    await begin(task.id)
    const area = JSON.parse(job.area_json) as ChosenArea
    const aoi = 'make' in area ? await makeSampleAoi(sandbox, job, area.make) : await jobAoi(sandbox, job)
    const message = `${aoi.name}: ${area.dates} ${area.dates === 1 ? 'date' : 'dates'}, ${area.areaKm2.toFixed(2)} km².`
    await update(task.id, { logs_json: JSON.stringify([lineOf(message)]) })
    return []
  }

  async function runNode(job: JobRow, task: JobTaskRow, graph: Graph, node: BlockNode): Promise<RunOutput[]> {
    const block = findBlock(node.block.name, node.block.version)
    if (!block) throw new Error(`the block ${node.block.name} ${node.block.version} is gone`)
    const aoi = await jobAoi(sandbox, job)
    const given: DataType[] = Object.entries(node.values).map(([name, value]) => ({ name, value }))
    for (const edge of graph.edges.filter(({ to }) => to.node === node.id))
      given.push(await dataOf(job, graph, edge, aoi))
    const { inputs, problems } = await checkInputs(sandbox, aoi, block, given)
    await update(task.id, { inputs_json: JSON.stringify(inputs.filled) })
    if (problems.length > 0) throw new Error(`${problems[0]!.field}: ${problems[0]!.reason}`)
    const logs: LogLine[] = []
    const log = (message: string) => {
      logs.push(lineOf(message))
      return update(task.id, { logs_json: JSON.stringify(logs) })
    }
    const folder = `jobs/${job.id}/${node.id}`
    return runBlock(
      sandbox,
      { block, inputs, folder, runId: task.id },
      {
        onStart: () => {
          void begin(task.id)
          for (const line of picturesInWords(inputs)) void log(line)
        },
        onProgress: (fraction) => void update(task.id, { progress: Math.round(fraction * 100) }),
        onLog: (message) => void log(message),
      },
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

type LogLine = { time: string; message: string }

/** Its turn has come, and no worker is free yet. */
const unbegun = { status: 'pending', state_msg: 'Waiting for a free processor', progress: 0, started_at: null }

/** Which pictures of the area are read: what a block computed before has no date. */
function picturesInWords({ pictures }: CheckedInputs): string[] {
  return Object.entries(pictures).flatMap(([name, files]) => {
    const dates = files.flatMap(({ date }) => date ?? [])
    return dates.length > 0 ? [`Reads ${dates.join(', ')} as ${name}.`] : []
  })
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
