import * as z from 'zod'
import type { Client } from '#src/api/client.ts'
import { downloadCalls } from '#src/api/downloads.ts'

const ids = z.array(z.string()).min(1).readonly()

/** What can be downloaded. Each kind names its subject by the API's ids. A schema, since the list is read back from storage. */
export const downloadSourceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('catalog'), catalogIds: ids }),
  z.object({ kind: z.literal('order-item'), orderItemIds: ids }),
  z.object({ kind: z.literal('aoi-assets'), aoiId: z.string(), assetIds: ids }),
  z.object({
    kind: z.literal('insight'),
    aoiId: z.string(),
    insightId: z.string(),
    /** Ids of the files wanted; all of them when both are absent. */
    inputs: ids.optional(),
    outputs: ids.optional(),
  }),
  z.object({ kind: z.literal('job'), workflowId: z.string(), jobId: z.string() }),
  z.object({ kind: z.literal('task'), workflowId: z.string(), jobId: z.string(), taskId: z.string() }),
])
export type DownloadSource = z.infer<typeof downloadSourceSchema>

type DownloadKind = DownloadSource['kind']

/** One answer for all kinds. `id` is the download's own, with which it is asked about again. */
export type DownloadAnswer = { id: string } & (
  | { state: 'preparing' }
  | { state: 'ready'; url: string }
  | { state: 'failed'; reason: string }
)

type SourceOf<Kind extends DownloadKind> = Extract<DownloadSource, { kind: Kind }>

type Kit<Kind extends DownloadKind> = {
  start: (client: Client, source: SourceOf<Kind>) => Promise<DownloadAnswer>
  check: (client: Client, source: SourceOf<Kind>, id: string) => Promise<DownloadAnswer>
}

/** For kinds whose one PUT both starts and asks: repeating it is the question. */
function sameCall<Kind extends DownloadKind>(ask: Kit<Kind>['start']): Kit<Kind> {
  return { start: ask, check: ask }
}

const kits: { [Kind in DownloadKind]: Kit<Kind> } = {
  catalog: {
    start: async (client, { catalogIds }) =>
      answerOf(await downloadCalls.createCatalogDownload(client, { catalog_ids: [...catalogIds] })),
    check: async (client, _source, id) => answerOf(await downloadCalls.getCatalogDownload(client, id)),
  },
  'order-item': {
    start: async (client, { orderItemIds }) =>
      answerOf(await downloadCalls.createCatalogDownload(client, { order_item_ids: [...orderItemIds] })),
    check: async (client, _source, id) => answerOf(await downloadCalls.getCatalogDownload(client, id)),
  },
  'aoi-assets': {
    start: async (client, { aoiId, assetIds }) => {
      const answer = await downloadCalls.createAoiDownload(client, aoiId, assetIds)
      return answerOf({ ...answer, id: answer.download_id })
    },
    check: async (client, { aoiId }, id) => {
      const answer = await downloadCalls.getAoiDownload(client, aoiId, id)
      return answerOf({ ...answer, id: answer.download_id })
    },
  },
  insight: sameCall(async (client, { inputs, outputs, ...insight }) =>
    answerOf(
      await downloadCalls.downloadInsight(client, insight, { ...(inputs && { inputs }), ...(outputs && { outputs }) }),
    ),
  ),
  job: sameCall(async (client, job) => answerOf(await downloadCalls.downloadJob(client, job))),
  task: sameCall(async (client, task) => answerOf(await downloadCalls.downloadTask(client, task))),
}

/** Asks the service to prepare the file. */
export function startDownload(client: Client, source: DownloadSource): Promise<DownloadAnswer> {
  return kitOf(source).start(client, source)
}

/** Asks how far the file is; `id` as the start answered it. */
export function checkDownload(client: Client, source: DownloadSource, id: string): Promise<DownloadAnswer> {
  return kitOf(source).check(client, source, id)
}

/** The record pairs each kind with its own source; indexing by a union loses that pairing. */
function kitOf<Kind extends DownloadKind>(source: SourceOf<Kind>): Kit<Kind> {
  return kits[source.kind as Kind]
}

const failedWords = /^(fail|failed|failure|error|errored|cancell?ed|expired|rejected)$/i

/**
 * The three shapes of answers say their state in different words and cases, and most of the words are not published. The
 * URL is the one sure sign of a file; only a word of failure ends the waiting without it.
 */
export function answerOf(wire: {
  id: string
  status?: string | null | undefined
  signed_url?: string | null | undefined
}): DownloadAnswer {
  const { id, status, signed_url: url } = wire
  if (status && failedWords.test(status)) {
    return { id, state: 'failed', reason: `The service could not prepare the file (${status}).` }
  }
  return url ? { id, state: 'ready', url } : { id, state: 'preparing' }
}

/** The same for the same files, whatever the order in which they were picked: one subject is one entry of the list. */
export function downloadKey(source: DownloadSource): string {
  const sorted = Object.entries(source)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => [name, Array.isArray(value) ? [...value].sort() : value] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify(sorted)
}
