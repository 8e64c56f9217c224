import type { Catalog } from '#src/contract/catalogs.ts'
import { toScene } from '#src/scenes/scene.ts'
import type { Scene } from '#src/scenes/scene.ts'

/** One delivered picture as screens want it. The API calls it a catalog. */
export type DeliveredPicture = {
  id: string
  areaKm2?: number
  /** What was taken. Its key is that of the picture, since the same scene can be delivered more than once. */
  scene: Scene | null
  orderId?: string
  orderItemId?: string
  projectId?: string
  usecase?: string
  catalog: Catalog
}

export function toDelivered(catalog: Catalog): DeliveredPicture {
  const { id, area, details } = catalog
  // Not in the published schema; the service and the guide's searches know them as properties of the picture.
  const text = (name: string) => {
    const value: unknown = details?.properties[name]
    return typeof value === 'string' && value !== '' ? value : undefined
  }
  return {
    id,
    ...(typeof area === 'number' && { areaKm2: area }),
    scene: details ? { ...toScene(details), key: id } : null,
    orderId: text('order_id'),
    orderItemId: text('order_item_id'),
    projectId: text('project_id'),
    usecase: text('usecase'),
    catalog,
  }
}

/** A name short enough for a list of downloads: what took it, and the day. */
export function pictureLabel({ id, scene }: DeliveredPicture): string {
  return scene
    ? `${scene.satellite || scene.collectionId}, ${scene.datetime.slice(0, 10)}`
    : `Picture ${id.slice(0, 8)}`
}
