import type { Polygon } from 'geojson'
import { sensorByCollection } from './sensors.ts'
import type { Sensor } from './sensors/sensor.ts'

/** One acquisition: all that its pixels depend on. Plain data, kept in the database and sent to workers. */
export type SceneModel = {
  id: string
  collectionId: string
  datetimeMs: number
  cloudCoverPercent: number
  offNadirDeg: number
  sunElevationDeg: number
  sunAzimuthDeg: number
  /** lng/lat, anticlockwise, never across the antimeridian */
  footprint: Polygon
  epsg: number
  /** of this scene's weather and noise, 32 bits */
  seed: number
}

export function sensorOf(scene: SceneModel): Sensor {
  return sensorByCollection(scene.collectionId)
}

/** The spacecraft, as its product names begin: FF03, TD1, sentinel-2b, landsat-9. */
export function platformOf(scene: SceneModel): string {
  const [head = ''] = scene.id.split('_')
  if (head.startsWith('S2')) return `sentinel-2${head.slice(2).toLowerCase()}`
  if (head.startsWith('LC')) return `landsat-${Number(head.slice(2))}`
  return head
}

/** Mean of the footprint's corners. */
export function centreOf(footprint: Polygon): [lng: number, lat: number] {
  const corners = footprint.coordinates[0]!.slice(1)
  const sum = (axis: 0 | 1) => corners.reduce((total, position) => total + position[axis]!, 0) / corners.length
  return [sum(0), sum(1)]
}
