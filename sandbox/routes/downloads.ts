import { randomUUID } from 'node:crypto'
import { invalidFields, notFound, quote } from '#sandbox/errors.ts'
import { findDownload, startDownload } from '#sandbox/work/downloads.ts'
import { api } from './implement.ts'

export const downloadRoutes = {
  createDownload: api.downloads.createDownload.handler(async ({ input: { body }, context: { sandbox } }) => {
    const byItem = body.catalog_ids === undefined
    const asked = [...new Set(body.catalog_ids ?? body.order_item_ids ?? [])]
    const column = byItem ? 'order_item_id' : 'id'
    const rows = await sandbox.database.query.selectFrom('catalogs').select(['id', 'order_item_id']).where(column, 'in', asked).orderBy('id').execute()
    const missing = asked.findIndex((id) => !rows.some((row) => row[column] === id))
    if (missing >= 0) {
      const field = `${byItem ? 'order_item_ids' : 'catalog_ids'}[${missing}]`
      const what = byItem ? 'No delivered picture belongs to the order item' : 'No delivered picture has the id'
      throw invalidFields([{ field, reason: `${what} ${quote(asked[missing]!)}.` }])
    }
    const catalogIds = rows.map(({ id }) => id)
    const download = await startDownload(sandbox, { id: randomUUID(), kind: 'catalogs', key: catalogIds.join(' '), subject: { catalogIds } })
    return { id: download.id, status: download.status }
  }),

  getDownload: api.downloads.getDownload.handler(async ({ input, context: { sandbox, origin } }) => {
    const download = await findDownload(sandbox, input.params.download_id)
    if (download?.kind !== 'catalogs') throw notFound('download', input.params.download_id)
    return {
      id: download.id,
      status: download.status,
      signed_url: download.file ? sandbox.files.signedUrl(origin, download.file, `swath-${download.created_at.slice(0, 10)}-${download.id.slice(0, 8)}.zip`) : null,
    }
  }),
}
