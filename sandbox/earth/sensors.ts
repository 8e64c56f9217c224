import { firefly } from './sensors/firefly.ts'
import { landsat, sentinel2 } from './sensors/open-data.ts'
import type { Sensor } from './sensors/sensor.ts'
import { td1, td2 } from './sensors/technology-demonstrators.ts'

/** All sensors of the model, Pixxel's first. */
export const sensors: readonly Sensor[] = [firefly, td1, td2, sentinel2, landsat]

export function sensorById(satelliteId: string): Sensor {
  return found(
    sensors.find((sensor) => sensor.id === satelliteId),
    satelliteId,
  )
}

export function sensorByCollection(collectionId: string): Sensor {
  return found(
    sensors.find((sensor) => sensor.collectionId === collectionId),
    collectionId,
  )
}

export function sensorByKey(key: Sensor['key']): Sensor {
  return found(
    sensors.find((sensor) => sensor.key === key),
    key,
  )
}

function found(sensor: Sensor | undefined, asked: string): Sensor {
  if (!sensor) throw new RangeError(`No sensor ${asked}`)
  return sensor
}
