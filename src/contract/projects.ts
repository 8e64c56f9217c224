import * as z from 'zod'
import { operation } from './operation.ts'
import { listOf, queryInteger } from './page.ts'

export const projectSchema = z.object({
  id: z.string(),
  /** A short name made for addresses; `title` is the one people gave. */
  name: z.string().nullish(),
  title: z.string().nullish(),
  org_id: z.string().nullish(),
  /** Only in the list. */
  members_count: z.number().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  metadata: z.record(z.string(), z.unknown()).nullish(),
})

export const projectOperations = {
  // The only operation that counts pages (`page_num`, `page_size`) instead of items.
  listProjects: operation({
    method: 'GET',
    path: '/v0/projects',
    operationId: 'ListProjects',
    tag: 'Project',
    summary: 'List the projects this token belongs to',
    errors: [400, 404, 500],
  })
    .input(
      z
        .object({
          query: z.strictObject({ page_num: queryInteger(1), page_size: queryInteger(1) }).prefault({}),
        })
        .prefault({}),
    )
    .output(z.object({ count: z.number().nullish(), projects: listOf(projectSchema) })),

  getProjectById: operation({
    method: 'GET',
    path: '/v0/projects/{id}',
    operationId: 'GetProjectById',
    tag: 'Project',
    summary: 'Get one project',
    errors: [400, 404, 500],
  })
    .input(z.object({ params: z.object({ id: z.string().min(1) }) }))
    .output(z.object({ project: projectSchema })),
}
