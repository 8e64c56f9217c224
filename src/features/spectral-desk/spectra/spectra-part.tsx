import { LibraryBig, X } from 'lucide-react'
import { useMemo, useRef, useState } from 'react'
import { useMapEvent } from '#src/map/use-map.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import type { ChartHandle } from '#src/ui/chart/chart.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { useDesk } from '../desk-context.ts'
import { ExportMenu } from './export-menu.tsx'
import { LibraryDialog } from './library-dialog.tsx'
import { LiveRow } from './live-row.tsx'
import { CrosshairKeys, PinTools } from './pin-tools.tsx'
import { SampleRow } from './sample-row.tsx'
import { smoothings } from './spectra-search-params.ts'
import { SpectraChart } from './spectra-chart.tsx'
import { useSpectra } from './spectra-context.ts'
import styles from './spectra.module.css'
import { libraryLines, sampleLine, sampleLineId, sampleOfLine, type SpectralLine } from './spectral-lines.ts'
import { useCandidates, useLibrary } from './use-library.ts'
import { useLiveSpectrum } from './use-live-spectrum.ts'
import { words } from './words.ts'

/** The spectra of the desk: the one under the pointer, those pinned, and what they are compared with. */
export function SpectraPart() {
  const { scene } = useDesk()
  const { state, change, axis, valuesOf, addPoint, pointedAt, pointAt, tool } = useSpectra()
  const { samples, curve, smoothing, compared } = state
  const chart = useRef<ChartHandle>(null)
  const [isLibraryOpen, setLibraryOpen] = useState(false)
  const entries = useLibrary()
  const candidates = useCandidates(axis, entries)
  const isFree = tool === null || tool.kind === 'crosshair'
  const live = useLiveSpectrum(scene.cog, isFree)
  useMapEvent('click', ({ lngLat }) => {
    const [lng = 0, lat = 0] = lngLat.wrap().toArray()
    if (isFree) addPoint([lng, lat])
  })

  const library = useMemo(() => libraryLines(candidates, compared), [candidates, compared])
  // The lines are the same objects until what they show changes, so that a moving pointer draws one line anew and not all.
  const lines = useMemo(() => {
    const pinned = samples.flatMap((sample) => {
      const read = valuesOf(sample)
      return sample.isShown && read.kind === 'ready' ? [sampleLine(sample, read.read)] : []
    })
    return [...pinned, ...library]
  }, [samples, valuesOf, library])
  const liveLine = useMemo(
    (): SpectralLine | undefined => live && { ...live.read, id: 'live', label: words.cursor, colour: '--text' },
    [live],
  )

  return (
    <div className={styles.part}>
      <div className={styles.drawing}>
        <SpectraChart
          ref={chart}
          label={words.chart(scene.title)}
          axis={axis}
          curve={curve}
          smoothing={smoothing}
          lines={lines}
          live={liveLine}
          highlighted={pointedAt === null ? undefined : sampleLineId(pointedAt)}
          onPoint={(id) => pointAt(sampleOfLine(id))}
          toolbar={
            <>
              <ToggleButtonGroup
                label={words.curve}
                options={curveOptions}
                value={curve}
                onChange={(next) => change({ curve: next })}
              />
              {curve === 'derivative' && (
                <Select
                  label={words.smoothing}
                  labelPlacement="side"
                  options={smoothingOptions}
                  value={String(smoothing)}
                  onChange={(bands) => change({ smoothing: Number(bands) })}
                />
              )}
            </>
          }
        />
      </div>
      <div className={styles.side}>
        <div className={styles.bar}>
          <PinTools />
          <span className={styles.gap} />
          <IconButton icon={LibraryBig} label={words.library} onPress={() => setLibraryOpen(true)} />
          <ExportMenu lines={lines} chart={chart} />
        </div>
        {tool?.kind === 'crosshair' && <CrosshairKeys at={tool.at} />}
        {tool?.kind === 'draw' && <p className={styles.hint}>{words.drawHint}</p>}
        {tool?.kind === 'edit' && <p className={styles.hint}>{words.editHint}</p>}
        <ul aria-label={words.samples} className={styles.list}>
          <LiveRow live={live} candidates={candidates} />
          {samples.map((sample) => (
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
                onPress={() => change((now) => ({ compared: now.compared.filter((each) => `library-${each}` !== id) }))}
              />
            </li>
          ))}
        </ul>
        {samples.length === 0 && (
          <p className={styles.hint}>
            {words.empty} {words.emptyKeys}
          </p>
        )}
        {!axis.isSpectral && <p className={styles.hint}>{words.noWavelengths}</p>}
      </div>
      <LibraryDialog entries={entries} isOpen={isLibraryOpen} onOpenChange={setLibraryOpen} />
    </div>
  )
}

const curveOptions = (['reflectance', 'continuum', 'derivative'] as const).map((id) => ({
  id,
  label: words.curves[id],
}))
const smoothingOptions = smoothings.map((bands) => ({
  id: String(bands),
  label: bands === 3 ? words.unsmoothed : words.bands(bands),
}))
