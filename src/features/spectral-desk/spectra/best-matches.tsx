import { useMemo } from 'react'
import { bestMatches } from '#src/spectra/best-matches.ts'
import { withGaps } from '#src/spectra/spectrum.ts'
import { Button } from '#src/ui/button/button.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'
import type { LibraryCandidate } from './use-library.ts'
import { words } from './words.ts'

/** Beyond this angle the nearest entry is not near: other materials, shade, or noise. */
export const FAR_RAD = 0.25
/** Reflectance of what is mostly noise and scattered light. */
const DARK = 0.01
const listed = 6

type BestMatchesProps = { name: string; values: readonly number[]; candidates: readonly LibraryCandidate[] }

/** The library entries nearest to a spectrum: the first as a button, the others behind it. */
export function BestMatches({ name, values, candidates }: BestMatchesProps) {
  const { axis, state, change } = useSpectra()
  const compared = useMemo(() => withGaps(values, axis.isGap), [values, axis])
  const matches = useMemo(() => bestMatches(compared, candidates, listed), [compared, candidates])
  const [best] = matches
  if (!best) return null
  const isFar = best.angleRad > FAR_RAD
  const known = compared.filter(Number.isFinite)
  const isDark = known.reduce((sum, value) => sum + value, 0) < DARK * known.length
  const toggle = (id: string, isOn: boolean) =>
    change(({ compared: ids }) => ({ compared: isOn ? [...ids, id] : ids.filter((each) => each !== id) }))
  return (
    <Popover
      label={words.matches(name)}
      placement="top end"
      trigger={
        <Button
          tone="quiet"
          size="s"
          aria-label={`${words.match}: ${isFar ? words.far : best.entry.name} ${words.angle(best.angleRad)}`}
        >
          <span className={styles.match} data-far={isFar || undefined}>
            <span className={styles.matchName}>{isFar ? words.far : best.entry.name}</span>
            <span data-figures>{words.angle(best.angleRad)}</span>
          </span>
        </Button>
      }
    >
      <div className={styles.matches}>
        <h3 className={styles.matchesTitle}>{words.matches(name)}</h3>
        {isDark && <p className={styles.note}>{words.dark}</p>}
        <table className={styles.matchTable}>
          <thead>
            <tr>
              <th scope="col">{words.libraryTitle}</th>
              <th scope="col">Angle</th>
              <th scope="col">{words.divergence}</th>
            </tr>
          </thead>
          <tbody>
            {matches.map(({ entry, angleRad, divergence }) => (
              <tr key={entry.id}>
                <th scope="row">
                  <Checkbox
                    aria-label={words.compare(entry.name)}
                    isSelected={state.compared.includes(entry.id)}
                    onChange={(isOn) => toggle(entry.id, isOn)}
                  >
                    <span title={entry.source}>{entry.name}</span>
                  </Checkbox>
                </th>
                <td data-figures>{words.angleLong(angleRad)}</td>
                <td data-figures>{formatNumber(divergence, 4, true)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Popover>
  )
}
