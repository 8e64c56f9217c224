import {
  TerraDrawCircleMode,
  TerraDrawFreehandMode,
  TerraDrawLineStringMode,
  TerraDrawPolygonMode,
  TerraDrawRectangleMode,
  TerraDrawRenderMode,
  TerraDrawSelectMode,
  type HexColor,
} from 'terra-draw'
import { OVERLAY_PALETTE, type MapTheme } from '../basemap-palette.ts'

/** Shows the area without letting anything happen to it. */
export const STILL_MODE = 'still'

/** No key has this name: keys are the session's, which asks terra-draw to close a shape by it. */
export const FINISH_KEY = 'SwathFinish'
const keyEvents = { cancel: null, finish: FINISH_KEY }

/** A finger or a pen drags; a mouse may click twice. */
const drawInteraction = 'click-move-or-drag'

const isCoarse = () => window.matchMedia('(pointer: coarse)').matches

/** How near to a corner a press takes hold of it: of a mouse, and of a fingertip, which hides a mouse's handle. */
export const handleReachPx = () => (isCoarse() ? 40 : 18)

/** terra-draw's modes in the colours of the theme. Fills are not its: it knows no holes. Nor is snapping: not all of them can. */
export function drawModes(theme: MapTheme) {
  const accent = hex(OVERLAY_PALETTE[theme].accent)
  const edge = hex(OVERLAY_PALETTE[theme].edge)
  const size = isCoarse() ? 2 : 1
  const pointerDistance = handleReachPx()
  const shape = { fillColor: accent, fillOpacity: 0, outlineColor: accent, outlineWidth: 2 }
  const closing = {
    closingPointColor: edge,
    closingPointWidth: 5 * size,
    closingPointOutlineColor: accent,
    closingPointOutlineWidth: 2,
  }
  const corner = {
    selectionPointColor: edge,
    selectionPointWidth: 5 * size,
    selectionPointOutlineColor: accent,
    selectionPointOutlineWidth: 2,
    midPointColor: accent,
    midPointWidth: 3 * size,
    midPointOutlineColor: edge,
    midPointOutlineWidth: 1,
    selectedPolygonColor: accent,
    selectedPolygonFillOpacity: 0,
    selectedPolygonOutlineColor: accent,
    selectedPolygonOutlineWidth: 2,
  }
  const reshape = { draggable: true, deletable: true, midpoints: { draggable: true } }
  const freely = { feature: { draggable: true, selfIntersectable: true, coordinates: reshape } }
  return [
    new TerraDrawRenderMode({
      modeName: STILL_MODE,
      styles: { polygonFillColor: accent, polygonFillOpacity: 0, polygonOutlineColor: accent, polygonOutlineWidth: 2 },
    }),
    new TerraDrawPolygonMode({ keyEvents, pointerDistance, styles: { ...shape, ...closing } }),
    new TerraDrawRectangleMode({ keyEvents, drawInteraction, styles: shape }),
    new TerraDrawCircleMode({ keyEvents, drawInteraction, styles: shape }),
    new TerraDrawFreehandMode({ keyEvents, drawInteraction, minDistance: 8, styles: { ...shape, ...closing } }),
    // The line that an area is split along.
    new TerraDrawLineStringMode({
      keyEvents,
      pointerDistance,
      styles: { lineStringColor: accent, lineStringWidth: 2, ...closing },
    }),
    new TerraDrawSelectMode({
      keyEvents: { deselect: null, delete: null, rotate: null, scale: null },
      pointerDistance,
      // Else every fifth movement is left out, and with it perhaps where the hand let go.
      dragEventThrottle: Number.MAX_SAFE_INTEGER,
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
