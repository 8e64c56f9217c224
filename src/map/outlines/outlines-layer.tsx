import { useEffect, useState } from 'react'
import { CustomLayer } from '../custom-layer.tsx'
import type { LayerSlot } from '../layer-slots.ts'
import type { Outline } from './outline-edges.ts'
import { createOutlinesDrawing } from './outlines-drawing.ts'

type OutlinesLayerProps = {
  /** Unique on the map. */
  name: string
  slot: LayerSlot
  /** Higher lies above, within the slot. */
  order?: number
  /** The last lies above. The same array is not sent twice. */
  outlines: readonly Outline[]
}

/** Thin outlines by the thousands. The pointer does not find them: put a layer without paint beside it where it should. */
export function OutlinesLayer({ name, slot, order, outlines }: OutlinesLayerProps) {
  const [drawing] = useState(createOutlinesDrawing)
  useEffect(() => drawing.show(outlines), [drawing, outlines])
  return <CustomLayer name={name} slot={slot} {...(order !== undefined && { order })} layer={drawing} />
}
