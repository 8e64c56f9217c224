import { join } from 'node:path'
import { openDatabase } from '#sandbox/database/open.ts'
import { insertScenes } from '#sandbox/database/insert-scenes.ts'
import { seed } from '#sandbox/database/seed.ts'
import { area, scenesOverOneArea } from './one-area.ts'

/** Fills a sandbox with so many scenes over one area. @returns the outlines of some collections, newest first, as the app lists them. */
export async function fillSandbox(folder: string, scenes: number, collections: readonly string[]) {
  const database = openDatabase(join(folder, 'sandbox.db'))
  seed(database, { scenes: 3000 })
  insertScenes(database, scenesOverOneArea(scenes))
  const footprints = database.raw
    .prepare(
      `SELECT footprint_json FROM scenes WHERE number IN
       (SELECT scene FROM scene_boxes WHERE max_lng >= ${area.west} AND min_lng <= ${area.east} AND max_lat >= ${area.south} AND min_lat <= ${area.north})
       AND collection IN (${collections.map(() => '?').join(', ')})
       ORDER BY datetime_ms DESC`,
    )
    .all(...collections)
    .map(({ footprint_json }) => JSON.parse(String(footprint_json)) as GeoJSON.Polygon)
  await database.close()
  return footprints
}
