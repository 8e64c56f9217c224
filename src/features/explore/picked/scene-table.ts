import Papa from 'papaparse'
import type { Scene } from '#src/scenes/scene.ts'

/**
 * Scenes as CSV, one a line, for those who order or read them elsewhere. What a scene does not tell is left empty.
 * @param coverage percent of the area, by scene key
 * @param delivered ids of the delivered pictures, by scene id
 */
export function sceneTable(
  scenes: readonly Scene[],
  coverage: ReadonlyMap<string, number>,
  delivered: ReadonlyMap<string, readonly string[]>,
): string {
  const rows = scenes.map((scene) => ({
    id: scene.id,
    collection: scene.collectionId,
    satellite: scene.satellite,
    acquired_utc: scene.datetime,
    cloud_percent: scene.cloudCoverPercent,
    covers_percent: coverage.get(scene.key)?.toFixed(1),
    gsd_m: scene.gsdM,
    off_nadir_deg: scene.offNadirDeg,
    sun_elevation_deg: scene.sunElevationDeg,
    level: scene.level,
    found_in: scene.sources.join(' '),
    catalog_ids: delivered.get(scene.id)?.join(' '),
  }))
  // Names come from a service: a spreadsheet must not run them.
  return Papa.unparse(rows, { escapeFormulae: true, newline: '\n' })
}
