import * as z from 'zod'
import { givesOneIdList, idLists, oneIdListError } from './id-lists.ts'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'

/** Rests in `success` or `failed`. */
export const downloadStatuses = ['created', 'in_progress', 'success', 'failed'] as const

export const downloadSchema = z.object({
  id: z.string(),
  status: openEnum(downloadStatuses),
  /** Present at `success` only. */
  signed_url: z.string().nullish(),
})

export const downloadRequestSchema = z.strictObject(idLists).refine(givesOneIdList, oneIdListError)
export type DownloadRequest = z.input<typeof downloadRequestSchema>

export const downloadOperations = {
  createDownload: operation({
    method: 'POST',
    path: '/v0/catalogs/download',
    operationId: 'CreateDownload',
    tag: 'Catalog',
    summary: 'Ask for delivered pictures as one file',
    status: 201,
    errors: [400, 403, 500],
  })
    .input(z.object({ body: downloadRequestSchema }))
    .output(downloadSchema),

  getDownload: operation({
    method: 'GET',
    path: '/v0/catalogs/download/{download_id}',
    operationId: 'GetDownloadById',
    tag: 'Catalog',
    summary: 'Ask how far such a file is',
    errors: [400, 404, 500],
  })
    .input(z.object({ params: z.object({ download_id: z.string().min(1) }) }))
    .output(downloadSchema),
}
