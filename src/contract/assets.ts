import * as z from 'zod'
import { surfaceAnswerSchema } from './geojson.ts'
import { openEnum } from './open-enum.ts'
import { operation } from './operation.ts'
import { listOf, pageQuery, paginationSchema } from './page.ts'

/** `mosaic`: one date clipped to the AOI. `stac_item`: a scene it came from. `visualization`: a computed index. */
export const assetTypes = ['mosaic', 'stac_item', 'visualization'] as const
export const assetStatuses = ['started', 'creating', 'success', 'failed'] as const

export const assetSchema = z.object({
  id: z.string(),
  aoi_id: z.string().nullish(),
  name: z.string().nullish(),
  description: z.string().nullish(),
  asset_type: openEnum(assetTypes),
  status: openEnum(assetStatuses),
  /** Percent. */
  progress: z.number().nullish(),
  /** The day of the picture, as `2022-11-14`. */
  date: z.string().nullish(),
  /** Where the file lies. */
  path: z.string().nullish(),
  band_list: z.array(z.string()).nullish(),
  /** Metres. */
  resolution: z.number().nullish(),
  geometry: surfaceAnswerSchema,
  area_in_sq_m: z.number().nullish(),
  centroid: z.array(z.number()).nullish(),
  visualization_id: z.string().nullish(),
  created_at: z.string().nullish(),
  updated_at: z.string().nullish(),
})
export type Asset = z.infer<typeof assetSchema>

export const aoiDownloadSchema = z.object({
  // `download_id` here, `id` in the downloads of catalogs.
  download_id: z.string(),
  /** Free text; the one word shown is SUCCESS, in capitals where other downloads use lower case. */
  status: z.string(),
  /** Present once the file is ready. */
  signed_url: z.string().nullish(),
})

const aoiId = z.string().min(1)

export const assetOperations = {
  listAssets: operation({
    method: 'GET',
    path: '/v0/aois/{aoi_id}/assets',
    operationId: 'ListAssets',
    tag: 'Assets',
    summary: 'List the rasters of an AOI',
    errors: [403, 404, 500],
  })
    .input(z.object({ params: z.object({ aoi_id: aoiId }), query: z.strictObject(pageQuery(10)).prefault({}) }))
    .output(z.object({ assets: listOf(assetSchema), pagination: paginationSchema.nullish() })),

  createAoiDownload: operation({
    method: 'POST',
    path: '/v0/aois/{aoi_id}/downloads',
    operationId: 'AOICreateDownload',
    tag: 'Downloads',
    summary: 'Ask for chosen assets of an AOI as one file',
    status: 201,
    errors: [403, 404, 500],
  })
    .input(
      z.object({
        params: z.object({ aoi_id: aoiId }),
        body: z.strictObject({ asset_ids: z.array(z.string().min(1)).min(1) }),
      }),
    )
    .output(aoiDownloadSchema),

  getAoiDownload: operation({
    method: 'GET',
    path: '/v0/aois/{aoi_id}/downloads/{download_id}',
    operationId: 'GetDownloadStatus',
    tag: 'Downloads',
    summary: 'Ask how far such a file is',
    errors: [403, 404, 500],
  })
    .input(z.object({ params: z.object({ aoi_id: aoiId, download_id: z.string().min(1) }) }))
    .output(aoiDownloadSchema),
}
