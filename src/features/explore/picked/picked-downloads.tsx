import { useQuery } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { catalogQueries } from '#src/api/catalogs.ts'
import { noticeForQuery } from '#src/api/errors.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { saveBlob } from '#src/downloads/save-file.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { Button } from '#src/ui/button/button.tsx'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { words } from '../words.ts'
import styles from './picked-downloads.module.css'
import { sceneTable } from './scene-table.ts'

export type PickedDownloadsProps = {
  picked: readonly Scene[]
  /** Percent of the area, by scene key. */
  coverage: ReadonlyMap<string, number>
}

/** More pictures than a workspace has of a few scenes. */
const mostPictures = 1000

/** Files of the picked scenes that were delivered already, and a list of all of them. */
export function PickedDownloads({ picked, coverage }: PickedDownloadsProps) {
  const ids = picked.map(({ id }) => id)
  const { data, error, refetch, isFetching } = useQuery(catalogQueries.search({ item_ids: ids, limit: mostPictures }))
  const pictureIds = new Map<string, string[]>()
  for (const { id, details } of data?.catalogs ?? []) {
    if (details) pictureIds.set(details.id, [...(pictureIds.get(details.id) ?? []), id])
  }
  const there = picked.filter(({ id }) => pictureIds.has(id))
  const save = () =>
    saveBlob(new Blob([sceneTable(picked, coverage, pictureIds)], { type: 'text/csv' }), words.sceneTableName)
  return (
    <div className={styles.parts}>
      <section className={styles.part}>
        <h3>{words.deliveredFiles}</h3>
        {error && !data && <ErrorNotice {...noticeForQuery({ error, refetch, isFetching })} />}
        {!data && !error && <SkeletonText width="100%" />}
        {data && <p role="status">{words.deliveredOf(there.length, picked.length)}</p>}
        {there.length > 0 && (
          <div>
            <DownloadButton
              tone="primary"
              source={{ kind: 'catalog', catalogIds: there.flatMap(({ id }) => pictureIds.get(id) ?? []) }}
              label={words.downloadLabel(there.map(({ title }) => title))}
              words={words.downloadDelivered(there.length)}
            />
          </div>
        )}
      </section>
      <section className={styles.part}>
        <h3>{words.listOfScenes}</h3>
        <p>{words.listMeaning}</p>
        <div className={styles.actions}>
          <Button icon={FileSpreadsheet} onPress={save}>
            {words.saveTable(picked.length)}
          </Button>
          <CopyButton text={ids.join('\n')} label={words.copyIds} size="m" />
        </div>
      </section>
    </div>
  )
}
