import { FolderOpen } from 'lucide-react'
import { useState } from 'react'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { ChooseFile } from './choose-file.tsx'
import { ScenePicker } from './scene-picker.tsx'
import styles from './source.module.css'

/** Goes to another picture; how it is shown goes along. */
export function SceneChooser() {
  const [isOpen, setOpen] = useState(false)
  useShortcuts([{ keys: 'O', does: 'Open another picture', run: () => setOpen(true) }])
  return (
    <Popover
      label="Open another picture"
      placement="right top"
      isOpen={isOpen}
      onOpenChange={setOpen}
      trigger={<IconButton icon={FolderOpen} label="Open another picture" shortcut="O" />}
    >
      <div className={styles.chooser}>
        <div className={styles.file}>
          <p>A GeoTIFF from disk is read on this machine and sent nowhere.</p>
          <ChooseFile />
        </div>
        <ScenePicker />
      </div>
    </Popover>
  )
}
