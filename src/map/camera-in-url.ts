import { useEffect } from 'react'
import { useLocation } from 'react-router'
import type { MapLibreMap } from 'maplibre-gl'
import { readCamera, withCamera } from './camera-hash.ts'

/** Safari refuses more than a hundred changes of the URL in thirty seconds. */
const WRITE_EVERY_MS = 300

const opened = {
  pathname: window.location.pathname,
  hasCamera: readCamera(window.location.hash) !== undefined,
}

/** Whether the app was opened with an address that says where to look, and this is still the screen it was opened on. */
export function isCameraFromLink(): boolean {
  return opened.hasCamera && window.location.pathname === opened.pathname
}

/**
 * Mirrors the camera into `#map=…` and lets a hash typed or pasted by hand move the map.
 *
 * MapLibre's own `hash` option does not go with a router: each navigation pushes a URL without the hash, and going back
 * throws the camera to where it was when that entry was made. Here the hash is written again after each navigation, and
 * the map stays where it is. The router does not notice: `replaceState` keeps its state object, and its own location
 * has no hash.
 */
export function useCameraInUrl(map: MapLibreMap | null): void {
  const location = useLocation()

  useEffect(() => {
    if (map) followOrWrite(map)
  }, [map, location])

  useEffect(() => {
    if (!map) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const onMoveEnd = () => {
      timer ??= setTimeout(() => {
        timer = undefined
        writeCamera(map)
      }, WRITE_EVERY_MS)
    }
    const onHashChange = () => followOrWrite(map)
    map.on('moveend', onMoveEnd)
    window.addEventListener('hashchange', onHashChange)
    return () => {
      clearTimeout(timer)
      map.off('moveend', onMoveEnd)
      window.removeEventListener('hashchange', onHashChange)
    }
  }, [map])
}

/** Entries made by the router or by us carry a state; one without is a URL that a person edited, and is followed. */
function followOrWrite(map: MapLibreMap): void {
  const camera = window.history.state ? undefined : readCamera(window.location.hash)
  if (camera) map.jumpTo(camera)
  writeCamera(map)
}

function writeCamera(map: MapLibreMap): void {
  const { lng, lat } = map.getCenter().wrap()
  const [zoom, bearing, pitch] = [map.getZoom(), map.getBearing(), map.getPitch()]
  const hash = withCamera(window.location.hash, { center: [lng, lat], zoom, bearing, pitch })
  window.history.replaceState(window.history.state ?? {}, '', hash)
}
