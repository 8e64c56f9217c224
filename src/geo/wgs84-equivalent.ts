/** Geographic systems that lie within two metres of WGS 84, less than a pixel of a satellite: EPSG codes. */
const geographic = new Set([
  4326, // WGS 84
  4979, // WGS 84 with heights
  4258, // ETRS89
  4269, // NAD83
  6318, // NAD83 (2011)
  4617, // NAD83 (CSRS)
  4283, // GDA94
  7844, // GDA2020
  4674, // SIRGAS 2000
  4612, // JGD2000
  6668, // JGD2011
  4490, // CGCS2000
  4167, // NZGD2000
])

/** Codes that named Web Mercator before EPSG did. */
const webMercator = new Set([3857, 3785, 900913, 102100, 102113])

/** UTM zones of the same datums: the codes from `first` to `last` are zones from `zone` on. */
const utmZones: readonly { first: number; last: number; zone: number; south?: true }[] = [
  { first: 32601, last: 32660, zone: 1 },
  { first: 32701, last: 32760, zone: 1, south: true },
  { first: 25828, last: 25838, zone: 28 }, // ETRS89
  { first: 26901, last: 26923, zone: 1 }, // NAD83
  { first: 6330, last: 6348, zone: 1 }, // NAD83 (2011)
  { first: 28348, last: 28358, zone: 48, south: true }, // GDA94 / MGA
  { first: 7846, last: 7859, zone: 46, south: true }, // GDA2020 / MGA
  { first: 31965, last: 31976, zone: 11 }, // SIRGAS 2000, north
  { first: 31977, last: 31985, zone: 17, south: true }, // SIRGAS 2000, south
  { first: 6688, last: 6692, zone: 51 }, // JGD2011
]

/**
 * The code that stands for this system among those of `isKnownProjection` (EPSG:4326, 3857, WGS 84 / UTM), or null when
 * none lies within two metres of it.
 */
export function wgs84Equivalent(epsg: number): number | null {
  if (geographic.has(epsg)) return 4326
  if (webMercator.has(epsg)) return 3857
  const family = utmZones.find(({ first, last }) => epsg >= first && epsg <= last)
  return family ? (family.south ? 32700 : 32600) + family.zone + epsg - family.first : null
}
