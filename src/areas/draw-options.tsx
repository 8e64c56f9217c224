import type { DrawCombine, DrawMode } from '#src/map/draw-area.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import styles from './area-section.module.css'
import { words } from './words.ts'

const combines = (['replace', 'add', 'cut'] as const).map((id) => ({ id, label: words.combines[id] }))

type DrawOptionsProps = {
  mode: DrawMode
  /** Null while there is no area to combine with. */
  combine: DrawCombine | null
  onCombineChange: (combine: DrawCombine) => void
  isSnapping: boolean
  onSnappingChange: (isSnapping: boolean) => void
}

/** What goes with the tool in hand: whether its shape replaces, adds or cuts, and what it snaps to. */
export function DrawOptions({ mode, combine, onCombineChange, isSnapping, onSnappingChange }: DrawOptionsProps) {
  const makesShape = mode !== 'edit' && mode !== 'split'
  const canSnap = mode !== 'freehand'
  if (!canSnap && !(makesShape && combine)) return null
  return (
    <div className={styles.options}>
      {makesShape && combine && (
        <ToggleButtonGroup label={words.combine} options={combines} value={combine} onChange={onCombineChange} />
      )}
      {canSnap && (
        <Checkbox isSelected={isSnapping} onChange={onSnappingChange}>
          {words.snap}
        </Checkbox>
      )}
    </div>
  )
}
