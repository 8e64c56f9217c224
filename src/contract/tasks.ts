import * as z from 'zod'
import { operation } from './operation.ts'

export const taskDownloadSchema = z.object({
  id: z.string(),
  job_id: z.string().nullish(),
  // `workflow_id` here, `workflowId` for a whole job.
  workflow_id: z.string().nullish(),
  status: z.string().nullish(),
  /** Present once the file is ready. */
  signed_url: z.string().nullish(),
})

export const taskOperations = {
  // A PUT that asks for the file and, repeated, how far it is.
  downloadTask: operation({
    method: 'PUT',
    path: '/v0/workflows/{workflow_id}/jobs/{job_id}/tasks/{task_id}/download',
    operationId: 'downloadTask',
    tag: 'Tasks',
    summary: 'Ask for the results of one task of a run as one file, and how far it is',
    errors: [400, 403],
  })
    .input(
      z.object({
        params: z.object({ workflow_id: z.string().min(1), job_id: z.string().min(1), task_id: z.string().min(1) }),
      }),
    )
    .output(taskDownloadSchema),
}
