import type { DownloadRequest } from '#src/contract/downloads.ts'
import type { Client } from './client.ts'

/**
 * The calls that prepare a file and ask how far it is. Plain calls and no queries: a download outlives every screen, so
 * its state lives in `downloads/download-list.ts`. The PUTs start and ask in one.
 */
export const downloadCalls = {
  createCatalogDownload: (client: Client, body: DownloadRequest) => client.downloads.createDownload({ body }),
  getCatalogDownload: (client: Client, downloadId: string) =>
    client.downloads.getDownload({ params: { download_id: downloadId } }),

  createAoiDownload: (client: Client, aoiId: string, assetIds: readonly string[]) =>
    client.assets.createAoiDownload({ params: { aoi_id: aoiId }, body: { asset_ids: [...assetIds] } }),
  getAoiDownload: (client: Client, aoiId: string, downloadId: string) =>
    client.assets.getAoiDownload({ params: { aoi_id: aoiId, download_id: downloadId } }),

  downloadInsight: (
    client: Client,
    insight: { aoiId: string; insightId: string },
    files: { inputs?: readonly string[]; outputs?: readonly string[] },
  ) =>
    client.insights.downloadInsight({
      params: { aoi_id: insight.aoiId, insight_id: insight.insightId },
      ...((files.inputs || files.outputs) && {
        body: {
          ...(files.inputs && { inputs: [...files.inputs] }),
          ...(files.outputs && { outputs: [...files.outputs] }),
        },
      }),
    }),

  downloadJob: (client: Client, job: { workflowId: string; jobId: string }) =>
    client.jobs.downloadJob({ params: { workflow_id: job.workflowId, job_id: job.jobId } }),

  downloadTask: (client: Client, task: { workflowId: string; jobId: string; taskId: string }) =>
    client.tasks.downloadTask({
      params: { workflow_id: task.workflowId, job_id: task.jobId, task_id: task.taskId },
    }),
}
