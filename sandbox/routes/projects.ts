import { notFound } from '#sandbox/errors.ts'
import { workspace } from '#sandbox/sandbox.ts'
import { api } from './implement.ts'

type ProjectRow = {
  id: string
  name: string
  title: string
  members_count: number
  created_at: string
  updated_at: string
}

function projectView({ members_count: _, ...row }: ProjectRow) {
  return { ...row, org_id: workspace.organisationId, metadata: {} }
}

export const projectRoutes = {
  listProjects: api.projects.listProjects.handler(async ({ input, context: { sandbox } }) => {
    const { page_num: page = 1, page_size: size = 10 } = input.query
    const { query } = sandbox.database
    const rows = await query
      .selectFrom('projects')
      .selectAll()
      .orderBy('created_at')
      .orderBy('id')
      .limit(size)
      .offset(Math.min((page - 1) * size, Number.MAX_SAFE_INTEGER))
      .execute()
    const { count } = await query
      .selectFrom('projects')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
    return { count, projects: rows.map((row) => ({ ...projectView(row), members_count: row.members_count })) }
  }),

  getProjectById: api.projects.getProjectById.handler(async ({ input, context: { sandbox } }) => {
    const row = await sandbox.database.query
      .selectFrom('projects')
      .selectAll()
      .where('id', '=', input.params.id)
      .executeTakeFirst()
    if (!row) throw notFound('project', input.params.id)
    return { project: projectView(row) }
  }),
}
