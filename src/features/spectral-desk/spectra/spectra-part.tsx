import { useMemo, useRef } from 'react'
import { useMapEvent } from '#src/map/use-map.ts'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import type { ChartHandle } from '#src/ui/chart/chart.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { useDesk } from '../desk-context.ts'
import { LiveContext } from './live-row.tsx'
import { smoothings } from './spectra-search-params.ts'
import { SpectraChart } from './spectra-chart.tsx'
import { useSpectra } from './spectra-context.ts'
import { SpectraSide } from './spectra-side.tsx'
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
  const entries = useLibrary()
  const candidates = useCandidates(axis, entries)
  const isFree = tool === null || tool.kind === 'crosshair'
  const live = useLiveSpectrum(scene.cog, isFree, tool?.kind === 'crosshair' ? tool.at : undefined)
  useMapEvent('click', ({ lngLat }) => {
    const [lng = 0, lat = 0] = lngLat.wrap().toArray()
    if (isFree) addPoint([lng, lat])
  })

  useShortcuts([{ keys: 'P', does: words.pinLive, run: () => live && addPoint(live.place) }])

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
      <div className={styles.columns}>
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
        <LiveContext value={live}>
          <SpectraSide entries={entries} candidates={candidates} lines={lines} library={library} chart={chart} />
        </LiveContext>
      </div>
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
