import { Download } from 'lucide-react'
import { saveBlob } from '#src/downloads/save-file.ts'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { useDesk } from '../desk-context.ts'
import type { NamedClass } from '../picture/picture-paint.ts'
import { RegionBar } from '../statistics/region-bar.tsx'
import type { CountedRegion } from '../statistics/use-region-choice.ts'
import { displays, timeTable, type TimeDisplay, type TimePoint } from './time-series.ts'
import styles from './time.module.css'
import type { OverTime } from './use-over-time.ts'
import { words } from './words.ts'

type TimeBarProps = {
  regions: readonly CountedRegion[]
  region: CountedRegion
  onChoose: (id: string | null) => void
  display: TimeDisplay
  onDisplay: (display: TimeDisplay) => void
  points: readonly TimePoint[]
  lines: readonly { label: string }[]
  classes: readonly NamedClass[]
  counted: OverTime
}

/** What is followed and how it is drawn, how far counting is, and the figures to take along. */
export function TimeBar(props: TimeBarProps) {
  const { regions, region, onChoose, display, onDisplay, points, lines, classes, counted } = props
  const { scene } = useDesk()
  const done = points.filter(({ state }) => state.kind === 'ready').length
  const isWhole = points.every(({ state }) => state.kind === 'ready' || state.kind === 'failed')
  const save = () => {
    const lineNames = lines.map(({ label }) => label)
    const text = timeTable(points, lineNames, classes)
    const stem = `over-time-${scene.area?.name ?? ''}-${region.name}`.replace(/[^\p{L}\p{N}]+/gu, '-')
    saveBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${stem}.csv`)
  }
  return (
    <div className={styles.bar}>
      <RegionBar regions={regions} chosen={region} onChoose={onChoose} />
      <ToggleButtonGroup
        label={words.display}
        options={displays
          .filter((id) => id !== 'areas' || classes.length > 0)
          .map((id) => ({ id, label: words.displays[id] }))}
        value={display}
        onChange={onDisplay}
      />
      <IconButton icon={Download} label={words.csv} isDisabled={done === 0} onPress={save} />
      {!isWhole && (
        <span className={styles.progress}>
          <ProgressBar label={words.counting} done={counted.share} total={1} isBare />
          <span data-figures>{words.progress(done, points.length)}</span>
          <Button size="s" tone="quiet" onPress={counted.isCounting ? counted.stop : counted.goOn}>
            {counted.isCounting ? words.stop : words.goOn}
          </Button>
        </span>
      )}
    </div>
  )
}
