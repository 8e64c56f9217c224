import { addProtocol, Map as MapLibre, type MapLibreMap } from 'maplibre-gl'
import 'maplibre-gl/dist/maplibre-gl.css'
import { basemapStyle, type BasemapOptions } from './basemaps.ts'
import { loadBasemapTile, openPack } from './basemap-tiles.ts'
import { readCamera } from './camera-hash.ts'
import { loadLabelFont } from './label-font.ts'
import { pointMapLibreToItsWorker } from './maplibre-worker.ts'

/** Europe, Africa and half of Asia: land rather than ocean in the middle of a wide screen. */
const FIRST_LOOK = { center: [15, 24] as [number, number], zoom: 1.9 }

pointMapLibreToItsWorker()
addProtocol('swath-basemap', loadBasemapTile)

/** Makes the app's one map in `container`, looking where the URL's hash says. Throws where there is no WebGL 2. */
export async function createMap(container: HTMLElement, basemap: BasemapOptions): Promise<MapLibreMap> {
  // A failure shows again, and is reported, when the first tile is asked for.
  openPack('world').catch(() => undefined)
  await loadLabelFont()
  const map = new MapLibre({
    container,
    style: basemapStyle(basemap),
    ...FIRST_LOOK,
    ...readCamera(window.location.hash),
    maxZoom: 20,
    attributionControl: false,
    fadeDuration: 150,
    // Turning and tilting is asked for with the right button or Ctrl; a stray two-finger turn skews every scene.
    touchPitch: false,
  })
  map.touchZoomRotate.disableRotation()
  if (import.meta.env.VITE_TEST_HANDLE) void import('./test-handle.ts').then((handle) => handle.exposeTestHandle(map))
  return map
}
