import { createContext, use, useMemo } from 'react'
import { bestMatches } from '#src/spectra/best-matches.ts'
import { withGaps } from '#src/spectra/spectrum.ts'
import { FAR_RAD } from './best-matches.tsx'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'
import type { LibraryCandidate } from './use-library.ts'
import type { LiveSpectrum } from './live-reader.ts'
import { words } from './words.ts'

/** What the pointer is over, for the one row that follows it. */
export const LiveContext = createContext<LiveSpectrum | undefined>(undefined)

/** Where the pointer is and what it is most like. The row keeps its place, so that the list does not jump under the hand. */
export function LiveRow({ candidates }: { candidates: readonly LibraryCandidate[] }) {
  const live = use(LiveContext)
  const { axis, tool } = useSpectra()
  const best = useMemo(
    () => live && bestMatches(withGaps(live.read.values, axis.isGap), candidates, 1)[0],
    [live, candidates, axis],
  )
  return (
    <li className={styles.row}>
      <span className={styles.liveBadge} aria-hidden />
      <span className={styles.words}>
        <span className={styles.name}>{tool?.kind === 'crosshair' ? words.atCrosshair : words.cursor}</span>
        <span className={styles.where} data-figures>
          {live ? words.place(live.place) : words.liveEmpty}
        </span>
      </span>
      {best && (
        <span className={styles.match} data-far={best.angleRad > FAR_RAD || undefined}>
          <span className={styles.matchName}>{best.angleRad > FAR_RAD ? words.far : best.entry.name}</span>
          <span data-figures>{words.angle(best.angleRad)}</span>
        </span>
      )}
      <span />
    </li>
  )
}
