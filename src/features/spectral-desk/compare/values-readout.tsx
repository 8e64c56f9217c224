import { OverMap } from '#src/map/over-map.tsx'
import { useViewBox } from '#src/map/view-inset.ts'
import { useDesk } from '../desk-context.ts'
import { formatFigure } from '../dock/format-figure.ts'
import { useSpectra } from '../spectra/spectra-context.ts'
import { useComparison } from './compare-context.ts'
import styles from './compare.module.css'
import { useValuesOfBoth } from './use-values-of-both.ts'
import { words } from './words.ts'

/** Narrower than this, the coordinates under the pointer take the rest of the line. */
const besideCoordinatesPx = 520

/** What A and B are at the pixel under the pointer or the crosshair, and how far apart. */
export function ValuesReadout() {
  const { shown } = useDesk()
  const { b } = useComparison()
  const { tool } = useSpectra()
  const box = useViewBox()
  const crosshair = tool?.kind === 'crosshair' ? tool.at : undefined
  const values = useValuesOfBoth(shown, b?.shown, crosshair)
  if (!box || !values) return null
  const { a: ofA, b: ofB } = values
  const isOne = ofA.length === 1 && ofB.length === 1
  const rows: readonly (readonly [string, readonly number[]])[] = [
    ['A', ofA],
    ['B', ofB],
    ...(isOne ? [['A − B', [ofA[0]! - ofB[0]!]] as const] : []),
  ]
  return (
    <OverMap>
      <div
        className={styles.values}
        style={{ left: box.left, maxWidth: box.width, bottom: box.mapHeight - box.top - box.height }}
        data-raised={box.width < besideCoordinatesPx || undefined}
        // A pointer that moves on would be read out without end.
        role={crosshair ? 'status' : undefined}
        data-figures
      >
        {rows.map(([name, numbers]) => (
          <span key={name}>
            <span className={styles.letter}>{name}</span>
            {numbers.map((value) => (Number.isNaN(value) ? words.noValue : formatFigure(value))).join(' / ')}
          </span>
        ))}
      </div>
    </OverMap>
  )
}
