import { useEffect, useMemo, useRef, type ReactNode } from 'react'
import type { MapTheme } from './basemap-palette.ts'
import { BASEMAP_ATTRIBUTION, type BasemapOptions } from './basemaps.ts'
import { useCameraInUrl } from './camera-in-url.ts'
import styles from './map-canvas.module.css'
import { useResolvedTheme } from './system-theme.ts'
import { useMapHost, useMapState } from './use-map.ts'

type MapCanvasProps = Partial<Omit<BasemapOptions, 'theme'>> & {
  /** `auto` follows the system. */
  theme?: MapTheme | 'auto'
  /** Controls and readouts that lie over the map. */
  children?: ReactNode
}

/**
 * The window's one map: put it in the shell, inside the router and outside of its outlet. It fills its parent, lives as
 * long as the app, and keeps its camera in the URL's hash.
 */
export function MapCanvas({
  theme: setting = 'dark',
  labels = true,
  projection = 'mercator',
  children,
}: MapCanvasProps) {
  const theme = useResolvedTheme(setting)
  const host = useMapHost()
  const { map, failure } = useMapState()
  const frame = useRef<HTMLDivElement>(null)
  const basemap = useMemo(() => ({ theme, labels, projection }), [theme, labels, projection])
  const firstBasemap = useRef(basemap)

  useEffect(() => (frame.current ? host.attach(frame.current, firstBasemap.current) : undefined), [host])
  useEffect(() => host.setBasemap(basemap), [host, map, basemap])
  useCameraInUrl(map)

  return (
    <div className={styles.canvas} data-map-theme={theme}>
      <div className={styles.frame} ref={frame} />
      {failure && (
        <p className={styles.failure} role="alert">
          The map can not be drawn here: {failure} It needs a browser with WebGL 2.
        </p>
      )}
      {children}
      <p className={styles.attribution}>{BASEMAP_ATTRIBUTION}</p>
    </div>
  )
}
