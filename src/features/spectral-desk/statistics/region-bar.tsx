import { Hexagon } from 'lucide-react'
import { ToggleButton } from '#src/ui/button/toggle-button.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { useSpectra } from '../spectra/spectra-context.ts'
import styles from './statistics.module.css'
import type { CountedRegion } from './use-region-choice.ts'
import { words } from './words.ts'

type RegionBarProps = {
  regions: readonly CountedRegion[]
  chosen: CountedRegion | undefined
  onChoose: (id: string) => void
  onDraw: () => void
}

/** Chooses what is counted, or draws it. */
export function RegionBar({ regions, chosen, onChoose, onDraw }: RegionBarProps) {
  const { tool, setTool } = useSpectra()
  const isDrawing = tool?.kind === 'draw'
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
      <ToggleButton
        icon={Hexagon}
        label={words.draw}
        isIconOnly
        shortcut="R"
        isSelected={isDrawing}
        onChange={onDraw}
      />
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
