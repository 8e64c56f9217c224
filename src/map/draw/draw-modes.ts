import {
  TerraDrawCircleMode,
  TerraDrawFreehandMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawRenderMode,
  TerraDrawSelectMode,
  type HexColor,
} from 'terra-draw'
import { OVERLAY_PALETTE, type MapTheme } from '../basemap-palette.ts'

/** Shows the area without letting anything happen to it. */
export const STILL_MODE = 'still'

/** Escape is handled by the session; Enter, seen by the canvas, closes a shape. */
const keyEvents = { cancel: null, finish: 'Enter' }
/** A finger or a pen drags; a mouse may click twice. */
const drawInteraction = 'click-move-or-drag'

/** terra-draw's modes in the colours of the theme. */
export function drawModes(theme: MapTheme) {
  const accent = hex(OVERLAY_PALETTE[theme].accent)
  const edge = hex(OVERLAY_PALETTE[theme].edge)
  const shape = { fillColor: accent, fillOpacity: 0.06, outlineColor: accent, outlineWidth: 2 }
  const closing = {
    closingPointColor: edge,
    closingPointWidth: 5,
    closingPointOutlineColor: accent,
    closingPointOutlineWidth: 2,
  }
  const corner = {
    selectionPointColor: edge,
    selectionPointWidth: 5,
    selectionPointOutlineColor: accent,
    selectionPointOutlineWidth: 2,
    midPointColor: accent,
    midPointWidth: 3,
    midPointOutlineColor: edge,
    midPointOutlineWidth: 1,
    selectedPolygonColor: accent,
    selectedPolygonFillOpacity: 0.16,
    selectedPolygonOutlineColor: accent,
    selectedPolygonOutlineWidth: 2,
  }
  const reshape = { draggable: true, deletable: true, midpoints: { draggable: true } }
  const freely = { feature: { draggable: true, selfIntersectable: true, coordinates: reshape } }
  return [
    new TerraDrawRenderMode({
      modeName: STILL_MODE,
      styles: {
        polygonFillColor: accent,
        polygonFillOpacity: 0.12,
        polygonOutlineColor: accent,
        polygonOutlineWidth: 2,
      },
    }),
    new TerraDrawPolygonMode({ keyEvents, styles: { ...shape, ...closing } }),
    new TerraDrawRectangleMode({ keyEvents, drawInteraction, styles: shape }),
    new TerraDrawCircleMode({ keyEvents, drawInteraction, styles: shape }),
    new TerraDrawFreehandMode({ keyEvents, drawInteraction, minDistance: 8, styles: { ...shape, ...closing } }),
    new TerraDrawSelectMode({
      keyEvents: { deselect: null, delete: null, rotate: null, scale: null },
      flags: {
        polygon: freely,
        freehand: freely,
        // A box stays a box while its corners are pulled; a point put into its edge makes it a polygon.
        rectangle: {
          feature: { draggable: true, coordinates: { resizable: 'opposite', midpoints: true, deletable: true } },
        },
        circle: { feature: { draggable: true, coordinates: { resizable: 'center' } } },
      },
      styles: corner,
    }),
  ]
}

function hex(colour: string): HexColor {
  if (!/^#[0-9a-f]{6}$/i.test(colour)) throw new Error(`terra-draw takes #rrggbb, not ${colour}`)
  return colour as HexColor
}
