import { ChevronLeft, ChevronRight } from 'lucide-react'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import type { AoiPicture } from './aoi-pictures.ts'
import styles from './source.module.css'

type DateChooserProps = {
  /** The newest first. */
  pictures: readonly AoiPicture[]
  shown: AoiPicture
  onShow: (id: string) => void
}

/** The dates of an AOI, one shown at a time. */
export function DateChooser({ pictures, shown, onShow }: DateChooserProps) {
  const at = pictures.findIndex(({ id }) => id === shown.id)
  const [older, newer] = [pictures[at + 1], pictures[at - 1]]
  const go = (picture: AoiPicture | undefined) => picture && onShow(picture.id)
  useShortcuts([
    { keys: ',', does: 'The date before', run: () => go(older) },
    { keys: '.', does: 'The date after', run: () => go(newer) },
  ])
  return (
    <div className={styles.dates}>
      <Select
        label="Date"
        labelPlacement="hidden"
        options={pictures.map(({ id, label }) => ({ id, label }))}
        value={shown.id}
        onChange={onShow}
      />
      <IconButton
        icon={ChevronLeft}
        label="The date before"
        shortcut=","
        isDisabled={!older}
        onPress={() => go(older)}
      />
      <IconButton
        icon={ChevronRight}
        label="The date after"
        shortcut="."
        isDisabled={!newer}
        onPress={() => go(newer)}
      />
    </div>
  )
}
