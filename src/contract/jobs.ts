import * as z from 'zod'
import { runStatuses } from './insights.ts'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf } from './page.ts'
import { validationErrorSchema } from './workflows.ts'

/** One step of a job. */
export const jobTaskSchema = z.object({
  id: z.string(),
  name: z.string(),
  status: openEnum(runStatuses),
  state_msg: z.string().nullish(),
  /** Percent. */
  progress: z.number().nullish(),
  /** Names of the tasks that come before it: the edges of the graph. */
  depends_on: z.array(z.string()).nullish(),
  /** Read these two with `readDataTypes`. */
  inputs: z.unknown().optional(),
  result: z.unknown().optional(),
  info_logs: z.unknown().optional(),
  disclaimer: z.array(z.string()).nullish(),
  err_msg: z.string().nullish(),
  failure_type: z.string().nullish(),
  block_info: z
    .object({ id: z.string().nullish(), name: z.string().nullish(), version: z.string().nullish() })
    .nullish(),
  /** Seconds. */
  estimated_time_duration: z.number().nullish(),
  time_taken: z.string().nullish(),
  recv_time: z.string().nullish(),
  send_time: z.string().nullish(),
  block_inf_start_time: z.string().nullish(),
  block_inf_end_time: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  finished_at: z.string().nullish(),
})
export type JobTask = z.infer<typeof jobTaskSchema>

/** One run of a workflow. The list tells less: no tasks, no graph, no validation errors. */
export const jobSchema = z.object({
  id: z.string(),
  workflow_id: z.string().nullish(),
  status: openEnum(runStatuses),
  /** Percent, as text: unlike the progress of everything else. */
  progress: z.union([z.string(), z.number()]).nullish(),
  cost: z.number().nullish(),
  /** Raw JSON of which no shape is published. */
  spec: z.unknown().optional(),
  tasks: z.array(jobTaskSchema).nullish(),
  val_errors: z.array(validationErrorSchema).nullish(),
  time_taken: z.string().nullish(),
  /** Seconds. */
  estimated_duration: z.number().nullish(),
  created_by: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
  finished_at: z.string().nullish(),
  exec_created_at: z.string().nullish(),
  exec_updated_at: z.string().nullish(),
})
export type Job = z.infer<typeof jobSchema>

export const jobDownloadSchema = z.object({
  id: z.string(),
  // The one name written in camel case.
  workflowId: z.string().nullish(),
  status: z.string().nullish(),
  /** Present once the file is ready. */
  signed_url: z.string().nullish(),
})

const workflow = z.object({ workflow_id: z.string().min(1) })
const job = z.object({ workflow_id: z.string().min(1), job_id: z.string().min(1) })

export const jobOperations = {
  listJobs: operation({
    method: 'GET',
    path: '/v0/workflows/{workflow_id}/jobs',
    operationId: 'listJobs',
    tag: 'Jobs',
    summary: 'List the runs of a workflow; never paged',
    errors: [400, 403],
  })
    .input(
      z.object({
        params: workflow,
        query: z
          .strictObject({
            id: z.string().optional(),
            status: z.string().optional(),
            created_by: z.string().optional(),
            created_on: z.string().optional(),
          })
          .prefault({}),
      }),
    )
    .output(z.object({ jobs: listOf(jobSchema) })),

  // No body, and 200 where other creations answer 201.
  createJob: operation({
    method: 'POST',
    path: '/v0/workflows/{workflow_id}/jobs',
    operationId: 'createJob',
    tag: 'Jobs',
    summary: 'Run a workflow',
    errors: [400, 403],
  })
    .input(z.object({ params: workflow, query: z.strictObject({ project_id: z.string().min(1) }) }))
    .output(jobSchema),

  getJob: operation({
    method: 'GET',
    path: '/v0/workflows/{workflow_id}/jobs/{job_id}',
    operationId: 'getJobById',
    tag: 'Jobs',
    summary: 'Get one run with its tasks',
    errors: [400, 403],
  })
    .input(z.object({ params: job }))
    .output(jobSchema),

  // A PUT that asks for the file and, repeated, how far it is. It has no body, although it speaks of chosen files.
  downloadJob: operation({
    method: 'PUT',
    path: '/v0/workflows/{workflow_id}/jobs/{job_id}/download',
    operationId: 'downloadJob',
    tag: 'Jobs',
    summary: 'Ask for the results of a run as one file, and how far it is',
    errors: [400, 403],
  })
    .input(z.object({ params: job }))
    .output(jobDownloadSchema),
}
