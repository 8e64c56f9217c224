import type { SceneModel } from '#sandbox/earth/scene.ts'
import { generateScenes } from '#sandbox/earth/scene-catalogue.ts'
import { randomStream } from '#sandbox/earth/noise.ts'

/** Brandenburg and around: 180,000 km², nearly as much as a search may ask for. */
export const area = { west: 11.2, south: 50.7, east: 16.2, north: 54.2 }

/** The catalogue is dense over a few dozen sites only; other seeds give other dates there. */
const scenesAtSites = 1840

/** So many scenes within one area, of all satellites: those at its two sites, from many seeds, each moved somewhere else. */
export function* scenesOverOneArea(count: number): Generator<SceneModel> {
  const random = randomStream(11)
  let made = 0
  for (let seed = 2; made < count; seed++) {
    for (const scene of generateScenes({ count: scenesAtSites, seed })) {
      const [lng = 0, lat = 0] = scene.footprint.coordinates[0]?.[0] ?? []
      if (lng < area.west || lng > area.east || lat < area.south || lat > area.north) continue
      const [east, north] = [3 * random() - 1.2, 2 * random() - 1]
      const coordinates = scene.footprint.coordinates.map((ring) => ring.map(([x = 0, y = 0]) => [x + east, y + north]))
      yield { ...scene, id: `${scene.id}_${made}`, footprint: { type: 'Polygon', coordinates } }
      if (++made === count) return
    }
  }
}
