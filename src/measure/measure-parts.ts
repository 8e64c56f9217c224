import { OVERLAY_PALETTE, type MapTheme } from '#src/map/basemap-palette.ts'
import type { LayerPart } from '#src/map/geojson-layer.tsx'
import { LABEL_FONT } from '#src/map/label-font.ts'

export function measureParts(theme: MapTheme): LayerPart[] {
  const { accent, edge, hover } = OVERLAY_PALETTE[theme]
  return [
    {
      part: 'fill',
      type: 'fill',
      filter: ['==', ['geometry-type'], 'Polygon'],
      paint: { 'fill-color': accent, 'fill-opacity': 0.1 },
    },
    { part: 'edge', type: 'line', paint: { 'line-color': edge, 'line-width': 5, 'line-opacity': 0.5 } },
    { part: 'line', type: 'line', paint: { 'line-color': accent, 'line-width': 2, 'line-dasharray': [2, 1.5] } },
    {
      part: 'place',
      type: 'circle',
      filter: ['all', ['==', ['geometry-type'], 'Point'], ['!', ['has', 'text']]],
      paint: { 'circle-radius': 4, 'circle-color': edge, 'circle-stroke-color': accent, 'circle-stroke-width': 2 },
    },
    {
      part: 'figure',
      type: 'symbol',
      filter: ['has', 'text'],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': LABEL_FONT,
        'text-size': ['case', ['has', 'total'], 13, 11.5],
        'text-offset': ['case', ['==', ['get', 'total'], 'end'], ['literal', [0, -1.4]], ['literal', [0, 0]]],
        // Where there is no room for all of them the totals stay.
        'symbol-sort-key': ['case', ['has', 'total'], 0, 1],
        'text-padding': 3,
      },
      paint: { 'text-color': hover, 'text-halo-color': edge, 'text-halo-width': 2 },
    },
  ]
}
