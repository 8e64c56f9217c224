import { refusal } from '#sandbox/errors.ts'
import { api } from './implement.ts'

/** Operations still to come. Each says so in the envelope; CHANGELOG.md lists them. */
const notYet = (operation: string) => () => {
  throw refusal(501, `${operation} is not built into the sandbox yet.`)
}

export const notYetRoutes = {
  blocks: {
    listBlocks: api.blocks.listBlocks.handler(notYet('ListBlocks')),
    getBlock: api.blocks.getBlock.handler(notYet('GetBlockByName')),
    getBlockVersion: api.blocks.getBlockVersion.handler(notYet('GetBlockVersion')),
  },
  insights: {
    createInsight: api.insights.createInsight.handler(notYet('createInsights')),
    listInsights: api.insights.listInsights.handler(notYet('listInsights')),
    downloadInsight: api.insights.downloadInsight.handler(notYet('downloadInsights')),
    deleteInsight: api.insights.deleteInsight.handler(notYet('deleteInsights')),
  },
  workflows: {
    listWorkflows: api.workflows.listWorkflows.handler(notYet('listWorkflows')),
    getWorkflow: api.workflows.getWorkflow.handler(notYet('getWorkflowsById')),
    estimateWorkflow: api.workflows.estimateWorkflow.handler(notYet('getWorkflowCostEstimate')),
  },
  jobs: {
    listJobs: api.jobs.listJobs.handler(notYet('listJobs')),
    createJob: api.jobs.createJob.handler(notYet('createJob')),
    getJob: api.jobs.getJob.handler(notYet('getJobById')),
    downloadJob: api.jobs.downloadJob.handler(notYet('downloadJob')),
  },
  tasks: { downloadTask: api.tasks.downloadTask.handler(notYet('downloadTask')) },
}
