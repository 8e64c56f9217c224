/** GeoTIFF 1.1 (OGC 19-008r4): keys that name the coordinate system. */
const GT_MODEL_TYPE = 1024
const GT_RASTER_TYPE = 1025
const GEODETIC_CRS = 2048
const GEOG_ANGULAR_UNITS = 2054
const PROJECTED_CRS = 3072
const PROJ_LINEAR_UNITS = 3076

/** WGS 84 geographic, Web Mercator, and WGS 84 / UTM north and south. */
export function isSupportedEpsg(epsg: number): boolean {
  return epsg === 4326 || epsg === 3857 || (epsg > 32600 && epsg <= 32660) || (epsg > 32700 && epsg <= 32760)
}

/** The GeoKeyDirectory of a supported CRS, pixels as areas: every key fits into a SHORT. */
export function geoKeyDirectory(epsg: number): number[] {
  if (!isSupportedEpsg(epsg)) throw new Error(`EPSG:${epsg} is neither WGS 84 / UTM nor 4326 nor 3857`)
  const keys: [number, number][] =
    epsg === 4326
      ? [
          [GT_MODEL_TYPE, 2],
          [GT_RASTER_TYPE, 1],
          [GEODETIC_CRS, epsg],
          [GEOG_ANGULAR_UNITS, 9102],
        ]
      : [
          [GT_MODEL_TYPE, 1],
          [GT_RASTER_TYPE, 1],
          [PROJECTED_CRS, epsg],
          [PROJ_LINEAR_UNITS, 9001],
        ]
  return [1, 1, 0, keys.length, ...keys.flatMap(([key, value]) => [key, 0, 1, value])]
}

/** The EPSG code in a directory that `geoKeyDirectory` made. */
export function epsgOfGeoKeys(directory: readonly number[]): number | null {
  for (let index = 4; index < directory.length; index += 4) {
    const key = directory[index]
    if (key === PROJECTED_CRS || key === GEODETIC_CRS) return directory[index + 3] ?? null
  }
  return null
}
