import type { MapLibreMap } from 'maplibre-gl'
import { TerraDraw, TerraDrawModeUndoRedo, type TerraDrawExtend, type TerraDrawMouseEvent } from 'terra-draw'
import { TerraDrawMapLibreGLAdapter } from 'terra-draw-maplibre-gl-adapter'
import { layerId } from '../layer-slots.ts'
import { FINISH_KEY, type drawModes } from './draw-modes.ts'

const PREFIX = layerId('drawing', 5, 'terra-draw')

/** What stands between the pointer and the tools. */
export interface Hand {
  /** A drag begins, from where it was pressed. */
  onGrab: (event: TerraDrawMouseEvent) => void
  onLetGo: () => void
  /** What the tool is told of where the pointer is. */
  seen: (event: TerraDrawMouseEvent) => TerraDrawMouseEvent
}

export interface TerraDrawOnMap {
  draw: TerraDraw
  /** Closes the shape that is being drawn. */
  finish: () => void
  stop: () => void
}

/** terra-draw in its place among the layers; to be started by who makes it. */
export function terraDrawOnMap(map: MapLibreMap, modes: ReturnType<typeof drawModes>, hand: Hand): TerraDrawOnMap {
  const draw = new TerraDraw({
    adapter: new HandAdapter(map, hand),
    modes,
    // Steps within the shape being drawn; steps between shapes are the session's, which outlive modes and imports.
    undoRedo: { modeLevel: new TerraDrawModeUndoRedo() },
  })
  return {
    draw,
    // terra-draw finishes on a key only, and hears keys of the canvas only.
    finish: () => void map.getCanvas().dispatchEvent(new KeyboardEvent('keyup', { key: FINISH_KEY })),
    stop: () => {
      putBackWhatStopRemoves(map)
      draw.stop()
    },
  }
}

class HandAdapter extends TerraDrawMapLibreGLAdapter<MapLibreMap> {
  private readonly hand: Hand

  constructor(map: MapLibreMap, hand: Hand) {
    super({ map, prefixId: PREFIX })
    this.hand = hand
  }

  override register(tool: TerraDrawExtend.TerraDrawCallbacks) {
    const { seen, onGrab, onLetGo } = this.hand
    super.register({
      ...tool,
      onClick: (event) => tool.onClick(seen(event)),
      onMouseMove: (event) => tool.onMouseMove(seen(event)),
      onDragStart: (event, setDraggable) => {
        // By its own terra-draw begins where the pointer was first seen to move, which a quick hand is far from the press.
        const press = this._lastDrawEvent ?? event
        onGrab(press)
        tool.onDragStart(seen(press), setDraggable)
        tool.onDrag(seen(event), setDraggable)
      },
      onDrag: (event, setDraggable) => tool.onDrag(seen(event), setDraggable),
      onDragEnd: (event, setDraggable) => {
        tool.onDragEnd(seen(event), setDraggable)
        onLetGo()
      },
    })
  }
}

/** terra-draw throws if a change of style has already taken away what it wants to remove. */
function putBackWhatStopRemoves(map: MapLibreMap): void {
  for (const kind of ['point', 'linestring', 'polygon']) {
    const id = `${PREFIX}-${kind}`
    if (!map.getSource(id)) map.addSource(id, { type: 'geojson', data: { type: 'FeatureCollection', features: [] } })
  }
  for (const kind of ['point', 'point-marker', 'linestring', 'polygon', 'polygon-outline']) {
    const id = `${PREFIX}-${kind}`
    if (!map.getLayer(id)) map.addLayer({ id, type: 'background', layout: { visibility: 'none' } })
  }
}
