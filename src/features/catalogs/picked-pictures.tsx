import { pictureLabel } from '#src/catalogs/delivered-picture.ts'
import { usePictures } from '#src/catalogs/use-pictures.ts'
import { DeliverButton } from '#src/deliveries/deliver-button.tsx'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { Button } from '#src/ui/button/button.tsx'
import styles from './catalogs.module.css'

/** What can be done with the ticked pictures, also with those of other pages. */
export function PickedPictures({ ids, onClear }: { ids: readonly string[]; onClear: () => void }) {
  const [first] = usePictures(ids).values()
  const count = `${ids.length} ${ids.length === 1 ? 'picture' : 'pictures'}`
  const others = ids.length - 1
  // Told apart from other downloads by the first of them.
  const label = first ? `${pictureLabel(first)}${others > 0 ? ` and ${others} more` : ''}` : count
  return (
    <div className={styles.picked}>
      <span role="status" data-figures>
        {count} picked
      </span>
      <Button size="s" tone="quiet" onPress={onClear}>
        Clear
      </Button>
      <span className={styles.spacer} />
      <DeliverButton what={{ catalog_ids: [...ids] }} label={count} />
      <DownloadButton tone="primary" source={{ kind: 'catalog', catalogIds: ids }} label={label} />
    </div>
  )
}
