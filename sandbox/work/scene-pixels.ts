import type { MultiPolygon, Polygon } from 'geojson'
import { gridFor } from '#sandbox/earth/scene-grid.ts'
import type { SceneModel } from '#sandbox/earth/scene.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import type { SceneRow } from '#sandbox/database/tables.ts'
import type { Files } from '#sandbox/files.ts'
import { withCog } from '#sandbox/raster/cog-reader.ts'
import { windowOf } from '#sandbox/raster/polygon-mask.ts'
import type { ScenePixels } from './pixel-tasks.ts'

/** Most samples (pixels times bands) of one scene cut to one area: 370 km2 of a 135-band scene at 5 m, 4 GB unpacked. */
export const maxSamples = 2_000_000_000

/** A row of the scene table as the Earth model knows it. */
export function modelScene(row: SceneRow): SceneModel {
  return {
    id: row.id,
    collectionId: row.collection,
    datetimeMs: row.datetime_ms,
    cloudCoverPercent: row.cloud_cover,
    offNadirDeg: row.off_nadir,
    sunElevationDeg: row.sun_elevation,
    sunAzimuthDeg: row.sun_azimuth,
    footprint: JSON.parse(row.footprint_json) as Polygon,
    epsg: row.epsg,
    seed: row.seed,
  }
}

/**
 * Where the scene's pixels over the area come from; null when they do not meet. Pixels keep the scene's own grid: a user's
 * file is cut at its pixel borders, so its values arrive unchanged.
 */
export async function pixelsOver(
  row: SceneRow,
  sensor: ListedSensor,
  area: Polygon | MultiPolygon,
  files: Files,
): Promise<{ pixels: ScenePixels; samples: number } | null> {
  if (row.own_raster) {
    const path = files.path(row.own_raster)
    const window = await withCog(path, ({ info }) => windowOf(area, info.grid))
    if (!window) return null
    return { pixels: { from: 'file', path, window }, samples: window.width * window.height * sensor.bands.length }
  }
  const grid = gridFor(area, row.epsg, sensor.gsdM)
  return {
    pixels: { from: 'model', scene: modelScene(row), grid },
    samples: grid.width * grid.height * sensor.bands.length,
  }
}
