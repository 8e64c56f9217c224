import { lazy, Suspense, useRef, useState } from 'react'
import { Outlet, useNavigation } from 'react-router'
import { Grid3x3, Ruler } from 'lucide-react'
import { DownloadTray } from '#src/downloads/download-tray.tsx'
import type { BasemapOptions } from '#src/map/basemaps.ts'
import { MapCanvas } from '#src/map/map-canvas.tsx'
import { MapButton, MapControls } from '#src/map/map-controls.tsx'
import { ScaleBar } from '#src/map/scale-bar.tsx'
import { ShortcutList } from '#src/ui/shortcuts/shortcut-list.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { Notices } from '#src/ui/status/notices.tsx'
import { useThemeChoice } from '#src/ui/theme.ts'
import { Navigation } from './navigation.tsx'
import { usePanelInset } from './panel-inset.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

/** Nobody searches before the map is there. */
const PlaceSearch = lazy(async () => ({ default: (await import('#src/places/place-search.tsx')).PlaceSearch }))

const Graticule = lazy(async () => ({ default: (await import('#src/map/graticule/graticule.tsx')).Graticule }))
const MeasureTool = lazy(async () => ({ default: (await import('#src/measure/measure-tool.tsx')).MeasureTool }))
const CoordinateReadout = lazy(async () => ({
  default: (await import('#src/places/coordinate-readout.tsx')).CoordinateReadout,
}))

/**
 * The frame that stays: the rail, the one map, and over the map the screen of the moment. A screen is one Panel (or several
 * side by side); what lies between and beside them belongs to the map and its pointer.
 */
export function Shell() {
  const theme = useThemeChoice()
  const [projection, setProjection] = useState<BasemapOptions['projection']>('mercator')
  const screen = useRef<HTMLElement>(null)
  const [hasGraticule, setGraticule] = useState(false)
  const [isMeasuring, setMeasuring] = useState(false)
  const [isListing, setListing] = useState(false)
  usePanelInset(screen)
  useShortcuts([
    { keys: '?', does: words.listKeys, run: () => setListing(true) },
    { keys: 'M', does: words.measure, run: () => setMeasuring((is) => !is) },
  ])
  const isLoading = useNavigation().state !== 'idle'
  return (
    <div className={styles.shell}>
      <a
        href="#screen"
        className={styles.skip}
        onClick={(event) => {
          // The address keeps the map's camera in its hash.
          event.preventDefault()
          screen.current?.focus()
        }}
      >
        {words.skipToScreen}
      </a>
      <Navigation>
        <DownloadTray placement="right bottom" />
      </Navigation>
      <div className={styles.stage}>
        {/* Before the map, so that the keyboard reaches the screen first. */}
        <main ref={screen} id="screen" tabIndex={-1} className={styles.screen}>
          <Outlet />
        </main>
        {isLoading && <div className={styles.loading} aria-hidden />}
        <section aria-label={words.map}>
          <MapCanvas theme={theme} projection={projection}>
            {hasGraticule && (
              <Suspense>
                <Graticule />
              </Suspense>
            )}
            <div className={styles.search}>
              <Suspense>
                <PlaceSearch />
                {isMeasuring && <MeasureTool onClose={() => setMeasuring(false)} />}
              </Suspense>
            </div>
            <div className={styles.controls}>
              <MapControls projection={projection} onProjectionChange={setProjection}>
                <MapButton label={words.graticule} isPressed={hasGraticule} onPress={() => setGraticule(!hasGraticule)}>
                  <Grid3x3 />
                </MapButton>
                <MapButton label={words.measure} isPressed={isMeasuring} onPress={() => setMeasuring(!isMeasuring)}>
                  <Ruler />
                </MapButton>
              </MapControls>
            </div>
            <div className={styles.readouts}>
              <Suspense>
                <CoordinateReadout />
              </Suspense>
              <ScaleBar />
            </div>
          </MapCanvas>
        </section>
      </div>
      <ShortcutList isOpen={isListing} onOpenChange={setListing} />
      <Notices />
    </div>
  )
}
