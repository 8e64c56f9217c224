import type { MultiPolygon, Polygon } from 'geojson'
import { findScene } from '#sandbox/database/scene-search.ts'
import { sensorOfCollection } from '#sandbox/database/sensor-list.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import { booleanIntersects } from '@turf/turf'
import { quote } from '#sandbox/errors.ts'
import type { FieldProblem } from '#sandbox/errors.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { pixelsOver } from '#sandbox/work/scene-pixels.ts'

/** What is wrong with the scenes chosen for an area: unknown, of another satellite, elsewhere, or more than can be computed. */
export async function sceneProblems(
  { database, files }: Sandbox,
  itemIds: readonly string[],
  area: Polygon | MultiPolygon,
  required: ListedSensor | null,
  maxSamples: number,
  field = 'item_ids',
): Promise<FieldProblem[]> {
  const problems: FieldProblem[] = []
  for (const [i, id] of itemIds.entries()) {
    const wrong = (reason: string) => problems.push({ field: `${field}[${i}]`, reason })
    const scene = findScene(database, id)
    const sensor = scene && sensorOfCollection(database, scene.collection)
    if (!scene || !sensor) {
      wrong(`No scene has the id ${quote(id)}.`)
    } else if (required && sensor.id !== required.id) {
      wrong(`The scene ${id} is of ${sensor.name}; all scenes of an AOI are of one satellite.`)
    } else if (!booleanIntersects(JSON.parse(scene.footprint_json) as Polygon, area)) {
      wrong(`The scene ${id} does not meet the area. Choose one whose footprint does.`)
    } else {
      const over = await pixelsOver(scene, sensor, area, files)
      if (!over) wrong(`The scene ${id} has no pixels in the area.`)
      else if (over.samples > maxSamples) wrong(tooLarge(sensor, maxSamples))
    }
  }
  return problems
}

function tooLarge(sensor: ListedSensor, maxSamples: number): string {
  const km2 = Math.floor(((maxSamples / sensor.bands.length) * sensor.gsdM ** 2) / 1e6)
  return `This sandbox computes at most about ${km2} km² of a ${sensor.name} scene at once. Draw a smaller area or ask in parts.`
}
