/** What lies on one pixel, whatever the date. One object is reused for all pixels. */
export type Cover = {
  /** class number of the dry part */
  kind: number
  /** share of the pixel under water, its class number, and metres from the pixel to the shore */
  water: number
  waterKind: number
  shoreM: number
  /** identity of the parcel, plot or patch */
  hash: number
  /** share of the dry part that plants can cover, 0..1 */
  closure: number
  /** rank of the soil (0 dark .. 1 pale) and of its mineral colour */
  soil: number
  mineral: number
  /** the region's leaning to red soils, 0..1 */
  redness: number
  /** brightness relative to the class mean */
  brightness: number
  /** share of a track, hedge or road across the pixel */
  edge: number
  edgeKind: number
  townPart: number
  /** 0: the part of the town itself, 1: the mean of all parts */
  blended: number
  crop: number
  localTemperatureC: number
  /** mean of the warmest month here, deg C: what decides over trees and crops */
  summerC: number
  aridity: number
  slope: number
  /** smooth noise, -1..1, for snow lines and plankton */
  drift: number
}
export const edgeKinds = { track: 0, hedge: 1, road: 2, grass: 3 } as const

export function newCover(): Cover {
  return {
    kind: 0,
    water: 0,
    waterKind: 0,
    shoreM: 0,
    hash: 0,
    closure: 1,
    soil: 0.5,
    mineral: 0.5,
    redness: 0,
    brightness: 1,
    edge: 0,
    edgeKind: 0,
    townPart: 0,
    blended: 0,
    crop: 0,
    localTemperatureC: 10,
    summerC: 18,
    aridity: 0.3,
    slope: 0,
    drift: 0,
  }
}
