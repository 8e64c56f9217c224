import { randomUUID } from 'node:crypto'
import type { Polygon } from 'geojson'
import { centroid } from '@turf/turf'
import { anyOf } from '#sandbox/database/conditions.ts'
import type { AoiRow, AssetRow } from '#sandbox/database/tables.ts'
import { notFound, refusal } from '#sandbox/errors.ts'
import type { Files } from '#sandbox/files.ts'
import { startDownload, findDownload } from '#sandbox/work/downloads.ts'
import { requireAoi } from './aois.ts'
import { api } from './implement.ts'

export const assetRoutes = {
  listAssets: api.assets.listAssets.handler(async ({ input, context: { sandbox, origin } }) => {
    const aoi = await requireAoi(sandbox, input.params.aoi_id)
    const { limit = 10, offset = 0 } = input.query
    const rows = sandbox.database.query.selectFrom('assets').where('aoi_id', '=', aoi.id)
    const { total } = await rows.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
    const page = await rows.selectAll().orderBy('date', 'desc').orderBy('id').limit(limit).offset(offset).execute()
    return {
      assets: page.map((row) => assetView(row, aoi, sandbox.files, origin)),
      pagination: { limit, offset, total },
    }
  }),

  createAoiDownload: api.assets.createAoiDownload.handler(async ({ input, context: { sandbox } }) => {
    const aoi = await requireAoi(sandbox, input.params.aoi_id)
    const { asset_ids: ids } = input.body
    const known = await sandbox.database.query
      .selectFrom('assets')
      .select(['id', 'status', 'file'])
      .where('aoi_id', '=', aoi.id)
      .where('id', 'in', anyOf(ids))
      .execute()
    const knownIds = new Set(known.map(({ id }) => id))
    const missing = ids.find((id) => !knownIds.has(id))
    if (missing !== undefined) throw notFound('asset of this AOI', missing)
    if (!known.some(({ status, file }) => status === 'success' && file)) {
      throw refusal(404, 'None of these assets has a file yet. Wait until one is ready.')
    }
    const download = await startDownload(sandbox, {
      id: randomUUID(),
      kind: 'aoi-assets',
      key: `${aoi.id} ${ids.toSorted().join(' ')}`,
      subject: { aoiId: aoi.id, assetIds: ids },
    })
    return { download_id: download.id, status: aoiDownloadStatus(download.status) }
  }),

  getAoiDownload: api.assets.getAoiDownload.handler(async ({ input, context: { sandbox, origin } }) => {
    const aoi = await requireAoi(sandbox, input.params.aoi_id)
    const download = await findDownload(sandbox, input.params.download_id)
    if (download?.kind !== 'aoi-assets' || !download.subject_key.startsWith(aoi.id))
      throw notFound('download of this AOI', input.params.download_id)
    return {
      download_id: download.id,
      status: aoiDownloadStatus(download.status),
      signed_url: download.file ? sandbox.files.signedUrl(origin, download.file, `${aoi.name}.zip`) : null,
    }
  }),
}

/** The AOI downloads shout where the catalog's speak low. */
const aoiDownloadStatus = (status: string) => status.toUpperCase()

export function assetView(row: AssetRow, aoi: AoiRow, files: Files, origin: string) {
  const geometry = JSON.parse(aoi.geometry_json) as Polygon
  return {
    id: row.id,
    aoi_id: row.aoi_id,
    name: row.name,
    description: row.description,
    asset_type: row.asset_type,
    status: row.status,
    progress: row.progress,
    date: row.date,
    path: row.file && row.status === 'success' ? files.signedUrl(origin, row.file) : null,
    band_list: JSON.parse(row.bands_json) as string[],
    resolution: row.resolution_m,
    geometry,
    area_in_sq_m: aoi.area_sq_m,
    centroid: centroid(geometry).geometry.coordinates,
    visualization_id: row.visualization_id,
    created_at: row.created_at,
    updated_at: row.updated_at,
  }
}
