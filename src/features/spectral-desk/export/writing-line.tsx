import { Button } from '#src/ui/button/button.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import styles from './export.module.css'
import type { Writing } from './use-save-values.ts'
import { words } from './words.ts'

/** How far writing values is, and a way to stop it. */
export function WritingLine({ writing, onCancel }: { writing: Writing; onCancel: () => void }) {
  const { fileName, done, total } = writing
  return (
    <PanelPart>
      <div className={styles.writing}>
        <ProgressBar
          label={words.writing(fileName)}
          {...(total > 0 && { done, total, amount: words.tiles(done, total) })}
        />
        <Button size="s" onPress={onCancel}>
          {words.cancel}
        </Button>
      </div>
    </PanelPart>
  )
}
