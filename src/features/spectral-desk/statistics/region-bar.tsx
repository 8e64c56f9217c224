import { Hexagon } from 'lucide-react'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { useSpectra } from '../spectra/spectra-context.ts'
import styles from './statistics.module.css'
import type { CountedRegion } from './use-region-choice.ts'
import { words } from './words.ts'

type RegionBarProps = {
  regions: readonly CountedRegion[]
  chosen: CountedRegion | undefined
  /** null: what is drawn next. */
  onChoose: (id: string | null) => void
}

/** Chooses what is counted, or draws it. */
export function RegionBar({ regions, chosen, onChoose }: RegionBarProps) {
  const { tool, setTool } = useSpectra()
  const isDrawing = tool?.kind === 'draw'
  const draw = () => {
    if (!isDrawing) onChoose(null)
    setTool(isDrawing ? null : { kind: 'draw' })
  }
  useShortcuts([{ keys: 'R', does: words.draw, run: draw }])
  return (
    <div className={styles.bar}>
      <Select
        label={words.region}
        labelPlacement="hidden"
        placeholder={words.region}
        options={regions.map(({ id, name }) => ({ id, label: name }))}
        value={chosen?.id}
        onChange={onChoose}
      />
      <ToggleButton icon={Hexagon} label={words.draw} isIconOnly shortcut="R" isSelected={isDrawing} onChange={draw} />
      {isDrawing && (
        <span className={styles.hint}>
          {words.drawHint}
          <Button size="s" onPress={() => setTool(null)}>
            {words.drawStop}
          </Button>
        </span>
      )}
    </div>
  )
}
