import { useRef, useState } from 'react'
import { Outlet, useNavigation } from 'react-router'
import { DownloadTray } from '#src/downloads/download-tray.tsx'
import type { BasemapOptions } from '#src/map/basemaps.ts'
import { CursorReadout } from '#src/map/cursor-readout.tsx'
import { MapCanvas } from '#src/map/map-canvas.tsx'
import { MapControls } from '#src/map/map-controls.tsx'
import { ScaleBar } from '#src/map/scale-bar.tsx'
import { ShortcutList } from '#src/ui/shortcuts/shortcut-list.tsx'
import { useShortcuts } from '#src/ui/shortcuts/use-shortcuts.ts'
import { Notices } from '#src/ui/status/notices.tsx'
import { useThemeChoice } from '#src/ui/theme.ts'
import { Navigation } from './navigation.tsx'
import { usePanelInset } from './panel-inset.ts'
import styles from './shell.module.css'
import { words } from './words.ts'

/**
 * The frame that stays: the rail, the one map, and over the map the screen of the moment. A screen is one Panel (or several
 * side by side); what lies between and beside them belongs to the map and its pointer.
 */
export function Shell() {
  const theme = useThemeChoice()
  const [projection, setProjection] = useState<BasemapOptions['projection']>('mercator')
  const screen = useRef<HTMLElement>(null)
  const [isListing, setListing] = useState(false)
  usePanelInset(screen)
  useShortcuts([{ keys: '?', does: words.listKeys, run: () => setListing(true) }])
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
            <div className={styles.controls}>
              <MapControls projection={projection} onProjectionChange={setProjection} />
            </div>
            <div className={styles.readouts}>
              <CursorReadout />
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
