import { randomUUID } from 'node:crypto'
import { invalidFields, notFound } from '#sandbox/errors.ts'
import { findDownload, startDownload } from '#sandbox/work/downloads.ts'
import { chosenCatalogs } from './chosen-catalogs.ts'
import { api } from './implement.ts'

export const downloadRoutes = {
  createDownload: api.downloads.createDownload.handler(async ({ input: { body }, context: { sandbox } }) => {
    const { catalogs, problems } = await chosenCatalogs(sandbox, body)
    if (problems.length > 0) throw invalidFields(problems)
    const catalogIds = catalogs.map(({ id }) => id)
    const download = await startDownload(sandbox, {
      id: randomUUID(),
      kind: 'catalogs',
      key: catalogIds.join(' '),
      subject: { catalogIds },
    })
    return { id: download.id, status: download.status }
  }),

  getDownload: api.downloads.getDownload.handler(async ({ input, context: { sandbox, origin } }) => {
    const download = await findDownload(sandbox, input.params.download_id)
    if (download?.kind !== 'catalogs') throw notFound('download', input.params.download_id)
    return {
      id: download.id,
      status: download.status,
      signed_url: download.file
        ? sandbox.files.signedUrl(
            origin,
            download.file,
            `swath-${download.created_at.slice(0, 10)}-${download.id.slice(0, 8)}.zip`,
          )
        : null,
    }
  }),
}
