import { useState, type ReactNode } from 'react'
import { ChevronDown, ChevronUp } from 'lucide-react'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Tabs, type TabItem } from '#src/ui/panel/tabs.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { DockResizer } from './dock-resizer.tsx'
import styles from './dock.module.css'
import { UsageReadout } from './usage-readout.tsx'
import { useDockPart } from './use-dock-part.ts'

const firstHeightPx = 240
/** Of the strip above the charts. */
const stripPx = 64

type DockProps = {
  /** Each fills the dock. */
  parts: readonly TabItem<string>[]
  /** Stays above the tabs, folded or not. */
  strip?: ReactNode
}

/** The lower edge of the desk: charts over the width of the map. It folds and resizes; the map stays where it is. */
export function Dock({ parts, strip }: DockProps) {
  const [heightPx, setHeightPx] = useState(firstHeightPx)
  const [isFolded, setFolded] = useState(false)
  const [part, showPart] = useDockPart(parts.map(({ id }) => id))
  useShortcuts([{ keys: 'C', does: 'Fold the charts, and unfold them', run: () => setFolded(!isFolded) }])
  return (
    <section aria-label="Charts" data-dock className={styles.dock}>
      {!isFolded && <DockResizer heightPx={heightPx} onHeightChange={setHeightPx} />}
      {strip}
      <div
        className={styles.parts}
        style={isFolded ? undefined : { height: heightPx }}
        data-folded={isFolded || undefined}
      >
        <Tabs label="Charts" tabs={parts} {...(part && { selected: part })} onChange={showPart} isFilling />
        <div className={styles.corner}>
          <UsageReadout />
          <IconButton
            icon={isFolded ? ChevronUp : ChevronDown}
            label={isFolded ? 'Unfold charts' : 'Fold charts'}
            aria-expanded={!isFolded}
            size="s"
            shortcut="C"
            onPress={() => setFolded(!isFolded)}
          />
        </div>
      </div>
    </section>
  )
}

/** Keeps the place of the dock until there is something to show, so that the map is fitted beside it from the first. */
export function DockPlace() {
  return <div data-dock className={styles.dock} style={{ height: firstHeightPx + stripPx }} aria-hidden />
}
