import { useMemo } from 'react'
import { useLiveArea, type LiveArea } from '#src/areas/live-area.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { words as sceneWords } from '#src/scenes/words.ts'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { coverageDesk } from './coverage/measure-coverage.ts'
import { useLatestAnswer } from './coverage/use-latest-answer.ts'
import styles from './picked-bar.module.css'
import { usePickedPrice } from './use-picked-price.ts'
import { words } from './words.ts'

type PickedFiguresProps = { picked: readonly Scene[]; area: Area | null; live: LiveArea }

/** How much of the area the picked scenes cover together, and what they cost: both follow the hand that draws it. */
export function PickedFigures({ picked, area, live }: PickedFiguresProps) {
  const shown = useLiveArea(live) ?? area
  const price = usePickedPrice(picked, shown)
  const question = useMemo(() => ({ picked, area: shown }), [picked, shown])
  const told = useLatestAnswer(question, coveredTogether)
  // Count and coverage belong together: both stay until those of the next scenes or the next area have come.
  const { picked: counted } = told?.question ?? question
  const covered = typeof told?.answer === 'number' ? sceneWords.coverage(told.answer) : null
  return (
    <span data-figures className={styles.figures}>
      <span role="status" className={styles.count}>
        {words.pickedCover(counted.length, covered)}
      </span>
      {price.tokens !== undefined && (
        <span className={price.isCurrent ? styles.price : styles.stalePrice}>
          <Tokens amount={price.tokens} />
        </span>
      )}
      {price.refusal !== undefined && <span className={styles.reason}>{words.noPrice(price.refusal)}</span>}
    </span>
  )
}

async function coveredTogether({ picked, area }: { picked: readonly Scene[]; area: Area | null }) {
  if (!area) return null
  return coverageDesk.ask({ ask: 'together', area, footprints: picked.flatMap(({ footprint }) => footprint ?? []) })
}
