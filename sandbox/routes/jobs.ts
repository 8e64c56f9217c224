import type { ValidationError } from '#src/contract/workflows.ts'
import type { JobRow, JobTaskRow } from '#sandbox/database/tables.ts'
import { refusal, unknownId } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { aoiIdOf } from '#sandbox/work/job-area.ts'
import { startOrFindDownload } from '#sandbox/work/start-or-find-download.ts'
import type { Graph } from '#sandbox/workflows/graph.ts'
import { startJob } from '#sandbox/workflows/start-job.ts'
import { createdOn, isCreator } from './created-filter.ts'
import { api } from './implement.ts'
import { secondsBetween, taskView } from './job-task-view.ts'
import { findWorkflow } from './workflows.ts'

export const jobRoutes = {
  listJobs: api.jobs.listJobs.handler(async ({ input: { params, query: asked }, context: { sandbox } }) => {
    const workflow = await findWorkflow(sandbox, params.workflow_id)
    let rows = sandbox.database.query.selectFrom('jobs').selectAll().where('workflow_id', '=', workflow.id)
    if (asked.id) rows = rows.where('id', '=', asked.id)
    if (asked.status) rows = rows.where('status', '=', asked.status.toLowerCase())
    if (asked.created_on) rows = rows.where('created_at', 'like', createdOn(asked.created_on))
    const found = isCreator(asked.created_by) ? await rows.orderBy('created_at', 'desc').orderBy('id').execute() : []
    const jobs = []
    for (const job of found) jobs.push(listView(sandbox, job, await tasksOf(sandbox, job)))
    return { jobs }
  }),

  createJob: api.jobs.createJob.handler(async ({ input: { params, query: asked }, context: { sandbox, origin } }) => {
    const workflow = await findWorkflow(sandbox, params.workflow_id, asked.project_id)
    return jobView(sandbox, await startJob(sandbox, workflow), origin)
  }),

  getJob: api.jobs.getJob.handler(async ({ input: { params }, context: { sandbox, origin } }) =>
    jobView(sandbox, await findJob(sandbox, params), origin),
  ),

  downloadJob: api.jobs.downloadJob.handler(async ({ input: { params }, context: { sandbox, origin } }) => {
    const job = await findJob(sandbox, params)
    const tasks = await tasksOf(sandbox, job)
    if (job.finished_at === null)
      throw refusal(400, 'This job is still running. Wait for its end, or download single tasks.')
    if (tasks.every(({ result_json: json }) => json === '[]'))
      throw refusal(400, 'This job has made no files: all its steps failed.')
    const download = await startOrFindDownload(sandbox, 'job', job.id, { jobId: job.id })
    return {
      id: download.id,
      workflowId: job.workflow_id,
      status: download.status,
      signed_url: download.file
        ? sandbox.files.signedUrl(origin, download.file, `job-${job.created_at.slice(0, 10)}-${job.id.slice(0, 8)}.zip`)
        : null,
    }
  }),
}

export const taskRoutes = {
  downloadTask: api.tasks.downloadTask.handler(async ({ input: { params }, context: { sandbox, origin } }) => {
    const job = await findJob(sandbox, params)
    const task = (await tasksOf(sandbox, job)).find(({ id }) => id === params.task_id)
    if (!task) throw unknownId('task of this job', params.task_id)
    if (task.status !== 'completed') throw refusal(400, `This task has no files: it is ${task.status}.`)
    if (task.result_json === '[]')
      throw refusal(400, 'This task makes no files: it prepares the area for those after it.')
    const download = await startOrFindDownload(sandbox, 'task', task.id, { taskId: task.id })
    return {
      id: download.id,
      job_id: job.id,
      workflow_id: job.workflow_id,
      status: download.status,
      signed_url: download.file
        ? sandbox.files.signedUrl(origin, download.file, `${task.node_id}-${job.id.slice(0, 8)}.zip`)
        : null,
    }
  }),
}

/** @throws 400: the contract declares no 404 here */
async function findJob(
  { database }: Sandbox,
  { workflow_id, job_id }: { workflow_id: string; job_id: string },
): Promise<JobRow> {
  const row = await database.query
    .selectFrom('jobs')
    .selectAll()
    .where('id', '=', job_id)
    .where('workflow_id', '=', workflow_id)
    .executeTakeFirst()
  if (!row) throw unknownId('job of this workflow', job_id)
  return row
}

/** Their progress is true: that of a task which prepares an area is the area's own. */
async function tasksOf({ database: { query } }: Sandbox, job: JobRow): Promise<JobTaskRow[]> {
  const tasks = await query
    .selectFrom('job_tasks')
    .selectAll()
    .where('job_id', '=', job.id)
    .orderBy('position')
    .execute()
  const graph = JSON.parse(job.spec_json) as Graph
  for (const task of tasks) {
    const preparing =
      task.status === 'running' && graph.nodes.some(({ id, kind }) => id === task.node_id && kind === 'data')
    const aoi = preparing
      ? await query.selectFrom('aois').select('progress').where('id', '=', aoiIdOf(job)!).executeTakeFirst()
      : undefined
    if (aoi) task.progress = aoi.progress
  }
  return tasks
}

function listView({ clock }: Sandbox, job: JobRow, tasks: readonly JobTaskRow[]) {
  const weight = (task: JobTaskRow) => Math.max(1, task.estimated_s)
  const done = tasks.reduce(
    (sum, task) => sum + weight(task) * (task.finished_at === null ? task.progress / 100 : 1),
    0,
  )
  const all = tasks.reduce((sum, task) => sum + weight(task), 0)
  const began = tasks.flatMap(({ started_at: time }) => (time === null ? [] : [time])).toSorted()[0] ?? null
  return {
    id: job.id,
    workflow_id: job.workflow_id,
    status: job.status,
    progress: String(all === 0 ? 0 : Math.round((100 * done) / all)),
    cost: job.cost,
    time_taken: secondsBetween(job.created_at, job.finished_at ?? new Date(clock.nowMs()).toISOString()),
    estimated_duration: job.estimated_s,
    created_by: workspace.userId,
    created_at: job.created_at,
    updated_at: job.updated_at,
    finished_at: job.finished_at,
    exec_created_at: began,
    exec_updated_at: began && job.updated_at,
  }
}

async function jobView(sandbox: Sandbox, job: JobRow, origin: string) {
  const tasks = await tasksOf(sandbox, job)
  const graph = JSON.parse(job.spec_json) as Graph
  return {
    ...listView(sandbox, job, tasks),
    spec: { ...graph, aoi_id: aoiIdOf(job) },
    tasks: tasks.map((task) => taskView(sandbox, task, graph, origin)),
    val_errors: JSON.parse(job.val_errors_json) as ValidationError[],
  }
}
