import { LibraryBig, X } from 'lucide-react'
import { memo, useState, type RefObject } from 'react'
import type { LibraryEntry } from '#src/spectra/library/library-entry.ts'
import type { ChartHandle } from '#src/ui/chart/chart.tsx'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ExportMenu } from './export-menu.tsx'
import { LibraryDialog } from './library-dialog.tsx'
import { LiveRow } from './live-row.tsx'
import { CrosshairKeys, PinTools } from './pin-tools.tsx'
import { SampleRow } from './sample-row.tsx'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'
import { libraryEntryId, type SpectralLine } from './spectral-lines.ts'
import type { LibraryCandidate } from './use-library.ts'
import { words } from './words.ts'

type SpectraSideProps = {
  entries: readonly LibraryEntry[]
  candidates: readonly LibraryCandidate[]
  /** All that is drawn, for export. */
  lines: readonly SpectralLine[]
  /** Those of them that come from the library. */
  library: readonly SpectralLine[]
  chart: RefObject<ChartHandle | null>
}

/** Beside the chart: ways to pin spectra, and the list of them. Left alone while only the pointer moves. */
export const SpectraSide = memo(function SpectraSide(props: SpectraSideProps) {
  const { entries, candidates, lines, library, chart } = props
  const { state, change, axis, tool, setTool } = useSpectra()
  const [isLibraryOpen, setLibraryOpen] = useState(false)
  return (
    <div className={styles.side}>
      <div className={styles.bar}>
        <PinTools />
        <span className={styles.gap} />
        <IconButton icon={LibraryBig} label={words.library} onPress={() => setLibraryOpen(true)} />
        <ExportMenu lines={lines} chart={chart} />
      </div>
      {tool?.kind === 'crosshair' && <CrosshairKeys at={tool.at} />}
      {(tool?.kind === 'draw' || tool?.kind === 'edit') && (
        <div className={styles.drawHint}>
          <p className={styles.note}>{tool.kind === 'draw' ? words.drawHint : words.editHint}</p>
          <Button size="s" onPress={() => setTool(null)}>
            {tool.kind === 'draw' ? words.drawStop : words.editDone}
          </Button>
        </div>
      )}
      <ul aria-label={words.samples} tabIndex={0} className={styles.list}>
        <LiveRow candidates={candidates} />
        {state.samples.map((sample) => (
          <SampleRow key={sample.number} sample={sample} candidates={candidates} />
        ))}
        {library.map(({ id, label, colour }) => (
          <li key={id} className={styles.row}>
            <span className={styles.dashes} style={{ borderColor: `var(${colour})` }} aria-hidden />
            <span className={styles.words}>
              <span className={styles.name}>{label}</span>
              <span className={styles.where}>{words.library}</span>
            </span>
            <IconButton
              icon={X}
              size="s"
              label={words.compareNot(label)}
              onPress={() =>
                change(({ compared }) => ({ compared: compared.filter((entry) => entry !== libraryEntryId(id)) }))
              }
            />
          </li>
        ))}
      </ul>
      {state.samples.length === 0 && (
        <p className={styles.hint}>
          {words.empty} {words.emptyKeys}
        </p>
      )}
      {!axis.isSpectral && <p className={styles.hint}>{words.noWavelengths}</p>}
      <LibraryDialog entries={entries} isOpen={isLibraryOpen} onOpenChange={setLibraryOpen} />
    </div>
  )
})
