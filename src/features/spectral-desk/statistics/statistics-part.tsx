import { Shapes } from 'lucide-react'
import { Button } from '#src/ui/button/button.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { useDesk } from '../desk-context.ts'
import { RegionBar } from './region-bar.tsx'
import { RegionCount } from './region-count.tsx'
import styles from './statistics.module.css'
import { useRegionChoice, wholePicture } from './use-region-choice.ts'
import { words } from './words.ts'

/** How what is shown spreads within a region: every pixel of it counted, at full resolution. */
export function StatisticsPart() {
  const { shown } = useDesk()
  const { regions, chosen, choose } = useRegionChoice()
  const bar = <RegionBar regions={regions} chosen={chosen} onChoose={choose} />
  if (!shown) return <EmptyState>{words.noPicture}</EmptyState>
  if (chosen) return <RegionCount region={chosen} shown={shown} bar={bar} />
  return (
    <div className={styles.none}>
      {bar}
      <EmptyState
        icon={Shapes}
        action={
          <Button size="s" onPress={() => choose(wholePicture)}>
            {words.countWhole}
          </Button>
        }
      >
        {words.noRegion}
      </EmptyState>
    </div>
  )
}
