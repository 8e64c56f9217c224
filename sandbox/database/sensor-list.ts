import { sensors } from '#sandbox/earth/sensors.ts'
import type { Database } from './open.ts'

export type ListedBand = {
  name: string
  wavelengthNm: number
  fwhmNm?: number
  commonName?: string
  solarIrradiance?: number
  gsdM: number
}

/** What the API tells of a sensor, built in or brought along with a user's own file. */
export type ListedSensor = {
  id: string
  name: string
  constellation: string
  instrument: string
  collectionId: string
  provider: 'pixxel' | 'planetary'
  gsdM: number
  bands: readonly ListedBand[]
  scale: number
  offset: number
  nodata: number
  rgb: { red: string; green: string; blue: string }
  /** true when it came with a file */
  own: boolean
}

export function listSensors({ raw }: Database): ListedSensor[] {
  const own = raw.prepare('SELECT document FROM own_sensors ORDER BY collection').all() as { document: string }[]
  return [
    ...sensors.map((sensor) => ({ ...sensor, own: false })),
    ...own.map(({ document }) => JSON.parse(document) as ListedSensor),
  ]
}

export function findSensor(database: Database, satelliteId: string): ListedSensor | undefined {
  return listSensors(database).find(({ id }) => id === satelliteId)
}

export function sensorOfCollection(database: Database, collection: string): ListedSensor | undefined {
  return listSensors(database).find(({ collectionId }) => collectionId === collection)
}
