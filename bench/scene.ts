import type { Grid } from '#sandbox/raster/raster.ts'
import type { SceneModel } from '#sandbox/earth/scene.ts'
import { gridFor } from '#sandbox/earth/scene-grid.ts'
import { sceneSource } from '#sandbox/earth/scene-source.ts'
import { sensorByKey } from '#sandbox/earth/sensors.ts'
import type { RasterSource } from '#sandbox/raster/raster.ts'

/** A square around a place, degrees. */
export function square(lng: number, lat: number, half: number) {
  const [west, east, south, north] = [lng - half, lng + half, lat - half, lat + half]
  return {
    type: 'Polygon' as const,
    coordinates: [
      [
        [west, south],
        [east, south],
        [east, north],
        [west, north],
        [west, south],
      ],
    ],
  }
}

const scene: SceneModel = {
  id: 'FF03_20250620_bench',
  collectionId: 'pixxel-ff-l2a',
  datetimeMs: Date.parse('2025-06-20T10:30:00Z'),
  cloudCoverPercent: 0,
  offNadirDeg: 5,
  sunElevationDeg: 55,
  sunAzimuthDeg: 160,
  footprint: square(13.05, 52.38, 0.2),
  epsg: 32633,
  seed: 7,
}

/** A clear Firefly picture of the lakes at Potsdam, `size` x `size` pixels of 5 m in 135 bands. */
export function fireflyScene(size: number): { source: RasterSource; grid: Grid; scale: number } {
  const grid = { ...gridFor(square(13.05, 52.38, 0.05), scene.epsg, 5), width: size, height: size }
  const source = sceneSource(scene, sensorByKey('firefly'), grid)
  return { source, grid, scale: source.info.scale }
}
