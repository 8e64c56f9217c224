import type { Scene } from '#src/scenes/scene.ts'
import { anyCloud, anyOffNadir, type ExploreParams } from './explore-search-params.ts'

type Limits = Pick<ExploreParams, 'cloud' | 'offNadir' | 'sun' | 'gsd'>

/**
 * Whether a scene keeps within the filters. Most were asked of the catalogues already; a catalogue that can not be asked by
 * one, or knows whole numbers only, gives more. What does not tell a figure does not fit a limit on it.
 */
export function fitsFilters(scene: Scene, { cloud, offNadir, sun, gsd }: Limits): boolean {
  const { cloudCoverPercent, offNadirDeg, sunElevationDeg, gsdM } = scene
  return (
    (cloud === anyCloud || isWithin(cloudCoverPercent, -Infinity, cloud)) &&
    (offNadir === anyOffNadir || isWithin(offNadirDeg && Math.abs(offNadirDeg), 0, offNadir)) &&
    (sun === 0 || isWithin(sunElevationDeg, sun, Infinity)) &&
    (gsd === 0 || isWithin(gsdM, 0, gsd))
  )
}

function isWithin(value: number | undefined, least: number, most: number): boolean {
  return value !== undefined && value >= least && value <= most
}
