import { randomUUID } from 'node:crypto'
import type { ValidationError } from '#src/contract/workflows.ts'
import { timestamp } from '#sandbox/clock.ts'
import type { JobRow, JobTaskRow, WorkflowRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { chooseArea } from './choose-area.ts'
import type { ChosenArea } from './choose-area.ts'
import { graphCost, nodeSeconds } from './estimate.ts'
import { dependenciesOf, graphProblems, inOrder } from './graph.ts'
import type { Graph } from './graph.ts'

/** What running the workflow would take now, or what stands against it. */
export async function planOf(
  sandbox: Sandbox,
  workflow: WorkflowRow,
): Promise<{ graph: Graph; area: ChosenArea | null; problems: ValidationError[] }> {
  const graph = JSON.parse(workflow.spec_json) as Graph
  const problems = graphProblems(graph)
  let area: ChosenArea | null = null
  for (const node of graph.nodes) {
    if (node.kind !== 'data') continue
    const chosen = await chooseArea(sandbox, graph, node, workflow.project_id)
    if ('areaKm2' in chosen) area = chosen
    else problems.push(chosen)
  }
  return { graph, area, problems }
}

/** Adds a job with its tasks, and the work that can begin. With problems it is a failed job that says why. */
export async function startJob(sandbox: Sandbox, workflow: WorkflowRow): Promise<JobRow> {
  const { graph, area, problems } = await planOf(sandbox, workflow)
  const now = timestamp(sandbox.clock)
  const able = problems.length === 0 && area !== null
  const nodes = able ? inOrder(graph) : []
  const seconds = new Map(nodes.map((node) => [node.id, able ? nodeSeconds(node, area) : 0]))
  const job: JobRow = {
    id: randomUUID(),
    workflow_id: workflow.id,
    status: able ? 'running' : 'failed',
    cost: able ? graphCost(graph, area) : 0,
    estimated_s: [...seconds.values()].reduce((sum, s) => sum + s, 0),
    spec_json: workflow.spec_json,
    val_errors_json: JSON.stringify(problems),
    area_json: JSON.stringify(area),
    finished_at: able ? null : now,
    created_at: now,
    updated_at: now,
  }
  const tasks = nodes.map((node, position): JobTaskRow => {
    const dependsOn = dependenciesOf(graph, node).map(({ name }) => name)
    return {
      id: randomUUID(),
      job_id: job.id,
      position,
      node_id: node.id,
      name: node.name,
      depends_on_json: JSON.stringify(dependsOn),
      status: 'pending',
      state_msg: dependsOn.length === 0 ? 'Waiting for its turn' : `Waiting for ${dependsOn.join(', ')}`,
      progress: 0,
      estimated_s: seconds.get(node.id)!,
      inputs_json: '[]',
      result_json: '[]',
      logs_json: '[]',
      err_msg: null,
      failure_type: null,
      started_at: null,
      finished_at: null,
      created_at: now,
      updated_at: now,
    }
  })
  await sandbox.database.query.transaction().execute(async (trx) => {
    await trx.insertInto('jobs').values(job).execute()
    if (tasks.length > 0) await trx.insertInto('job_tasks').values(tasks).execute()
    for (const task of tasks) if (task.depends_on_json === '[]') await sandbox.queue.add(trx, 'run-task', task.id)
  })
  sandbox.queue.wake()
  return job
}
