import { nameHas } from '#sandbox/database/conditions.ts'
import type { WorkflowRow } from '#sandbox/database/tables.ts'
import { invalidFields, unknownId } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { graphCost } from '#sandbox/workflows/estimate.ts'
import { planOf } from '#sandbox/workflows/start-job.ts'
import { createdOn, isCreator } from './created-filter.ts'
import { api } from './implement.ts'

export const workflowRoutes = {
  listWorkflows: api.workflows.listWorkflows.handler(async ({ input: { query: asked }, context: { sandbox } }) => {
    const { limit = 50, offset = 0 } = asked
    let rows = sandbox.database.query.selectFrom('workflows')
    if (asked.project_id) rows = rows.where('project_id', '=', asked.project_id)
    if (asked.id) rows = rows.where('id', '=', asked.id)
    if (asked.name) rows = rows.where(nameHas(asked.name))
    if (asked.created_on) rows = rows.where('created_at', 'like', createdOn(asked.created_on))
    if (asked.updated_at) rows = rows.where('updated_at', 'like', createdOn(asked.updated_at, 'updated_at'))
    if (!isCreator(asked.created_by)) rows = rows.where('id', '=', '')
    const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const page = await rows
      .selectAll()
      .orderBy('created_at', 'desc')
      .orderBy('name')
      .limit(limit)
      .offset(offset)
      .execute()
    return {
      workflows: page.map((row) => ({ ...workflowView(row), legacy_project_id: row.project_id })),
      pagination: { limit, offset, total },
    }
  }),

  getWorkflow: api.workflows.getWorkflow.handler(async ({ input: { params, query: asked }, context: { sandbox } }) => {
    const workflow = await findWorkflow(sandbox, params.workflow_id, asked.project_id)
    const { graph, area, problems } = await planOf(sandbox, workflow)
    return {
      ...workflowView(workflow),
      spec: graph,
      estimated_cost: area && graphCost(graph, area),
      val_errors: problems,
    }
  }),

  estimateWorkflow: api.workflows.estimateWorkflow.handler(async ({ input: { params }, context: { sandbox } }) => {
    const { graph, area, problems } = await planOf(sandbox, await findWorkflow(sandbox, params.workflow_id))
    if (!area)
      throw invalidFields(
        problems.map(({ component_name: name, reason }) => ({ field: name ?? 'workflow', reason: reason ?? '' })),
      )
    return { estimated_cost: graphCost(graph, area) }
  }),
}

/** @throws 400: the contract declares no 404 here */
export async function findWorkflow({ database }: Sandbox, id: string, projectId?: string): Promise<WorkflowRow> {
  const row = await database.query.selectFrom('workflows').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row) throw unknownId('workflow', id)
  if (projectId !== undefined && row.project_id !== projectId)
    throw invalidFields([{ field: 'project_id', reason: 'This workflow belongs to another project.' }])
  return row
}

function workflowView({ id, name, description, project_id, created_at, updated_at }: WorkflowRow) {
  return { id, name, description, project_id, created_by: workspace.userId, created_at, updated_at }
}
