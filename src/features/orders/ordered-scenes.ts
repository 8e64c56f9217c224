import { surfaceSchema } from '#src/contract/geojson.ts'
import type { Surface } from '#src/contract/geojson.ts'
import type { OrderItem } from '#src/contract/order-items.ts'

export type OrderedScene = { id: string; outline: Surface | null }

/** The scenes an archive item asks for. What their geometry looks like is not published, so only a surface is drawn. */
export function orderedScenes({ images }: Pick<OrderItem, 'images'>): OrderedScene[] {
  return (images ?? []).flatMap(({ item_id: id, geometry }) => {
    if (!id) return []
    const outline = surfaceSchema.safeParse(geometry)
    return [{ id, outline: outline.success ? outline.data : null }]
  })
}
