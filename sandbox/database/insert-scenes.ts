import type { SceneModel } from '#sandbox/earth/scene.ts'
import type { Database } from './open.ts'
import { boxesOf } from './scene-search.ts'

const msPerDay = 86_400_000
const rowsPerTransaction = 10_000

/** Adds computed scenes with their boxes in the R-tree; a scene whose id is known already is left as it is. */
export function insertScenes({ raw }: Database, scenes: Iterable<SceneModel>): number {
  const insert = sceneInserter(raw)
  let [seen, inserted] = [0, 0]
  let open = false
  for (const scene of scenes) {
    if (!open) raw.exec('BEGIN')
    open = true
    if (insert(scene)) inserted++
    if (++seen % rowsPerTransaction === 0) {
      raw.exec('COMMIT')
      open = false
    }
  }
  if (open) raw.exec('COMMIT')
  return inserted
}

export type NewScene = SceneModel & { ownRaster?: string; title?: string }

/** A prepared insert; the caller holds the transaction. Answers false when the id exists. */
export function sceneInserter(raw: Database['raw']): (scene: NewScene) => boolean {
  const insertScene = raw.prepare(
    `INSERT OR IGNORE INTO scenes (id, collection, datetime_ms, cloud_cover, off_nadir, sun_elevation, sun_azimuth, footprint_json, epsg, seed, own_raster, title)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const insertBox = raw.prepare(
    'INSERT INTO scene_boxes (min_lng, max_lng, min_lat, max_lat, min_day, max_day, scene) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const round = (value: number, digits: number) => Number(value.toFixed(digits))
  return (scene) => {
    const coordinates = scene.footprint.coordinates.map((ring) =>
      ring.map(([lng = 0, lat = 0]) => [round(lng, 6), round(lat, 6)]),
    )
    const footprint = { type: 'Polygon' as const, coordinates }
    const { changes, lastInsertRowid } = insertScene.run(
      scene.id,
      scene.collectionId,
      scene.datetimeMs,
      round(scene.cloudCoverPercent, 1),
      round(scene.offNadirDeg, 2),
      round(scene.sunElevationDeg, 2),
      round(scene.sunAzimuthDeg, 2),
      JSON.stringify(footprint),
      scene.epsg,
      scene.seed,
      scene.ownRaster ?? null,
      scene.title ?? null,
    )
    if (Number(changes) === 0) return false
    const day = scene.datetimeMs / msPerDay
    for (const { west, south, east, north } of boxesOf(footprint)) {
      insertBox.run(west, east, south, north, day, day, Number(lastInsertRowid))
    }
    return true
  }
}
