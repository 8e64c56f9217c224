import { hash2 } from '#sandbox/earth/noise.ts'
import { stripFootprint } from '#sandbox/earth/footprints.ts'
import { pixxelSceneId } from '#sandbox/earth/scene-ids.ts'
import type { SceneModel } from '#sandbox/earth/scene.ts'
import type { Attempt } from './capture-diary.ts'
import { tasked } from './passes.ts'

/** Standard processing: the product is there so long after the capture. */
export const processingMs = 36 * 3_600_000

/**
 * The scene of a successful attempt. Its number comes from place and second, so the same capture has the same id; `variant`
 * gives another number, should another scene have that one.
 */
export function capturedScene({ strip, pass, cloudPercent }: Attempt, variant = 0): SceneModel {
  const [lng, lat] = strip.centre
  const seen = stripFootprint(tasked, strip.centre, strip.lengthKm, pass.offNadirDeg)
  if (!seen) throw new Error('the scene would cross the antimeridian')
  const seed = hash2(hash2(Math.round(lng * 1e4), Math.round(lat * 1e4), 403), Math.floor(pass.ms / 1000), variant)
  return {
    id: pixxelSceneId(
      pass.platform,
      seed % 1_000_000,
      pass.ms,
      pass.ms + processingMs,
      tasked.gsdM,
      tasked.bands.length,
    ),
    collectionId: tasked.collectionId,
    datetimeMs: pass.ms,
    cloudCoverPercent: cloudPercent,
    offNadirDeg: pass.offNadirDeg,
    sunElevationDeg: Math.round(pass.sunElevationDeg * 100) / 100,
    sunAzimuthDeg: Math.round(pass.sunAzimuthDeg * 100) / 100,
    footprint: seen.footprint,
    epsg: seen.epsg,
    seed,
  }
}
