import type { GeoJSONSource, MapLibreMap } from 'maplibre-gl'
import { createMap } from '#src/map/create-map.ts'

declare global {
  interface Window {
    /** Draws outlines, and nothing else than the basemap. */
    outlines: { show: (footprints: GeoJSON.Polygon[]) => void }
  }
}

const basemap = { theme: 'dark', labels: true, graticule: false, projection: 'mercator' } as const
const container = document.getElementById('map')
if (!container) throw new Error('no #map')
const map: MapLibreMap = await createMap(container, basemap)
map.on('load', () => {
  map.addSource('outlines', { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  map.addLayer({
    id: 'outlines',
    type: 'line',
    source: 'outlines',
    paint: { 'line-color': '#c8c8c8', 'line-width': 0.75, 'line-opacity': 0.45 },
  })
  window.outlines = {
    show: (footprints) =>
      map.getSource<GeoJSONSource>('outlines')?.setData({
        type: 'FeatureCollection',
        features: footprints.map((geometry) => ({ type: 'Feature', properties: {}, geometry })),
      }),
  }
})
