/** GeoTIFF 1.1 (OGC 19-008r4): keys that name the coordinate system. */
const GT_MODEL_TYPE = 1024
const GT_RASTER_TYPE = 1025
const GT_CITATION = 1026
const GEODETIC_CRS = 2048
const GEOG_ANGULAR_UNITS = 2054
const PROJECTED_CRS = 3072
const PROJECTED_CITATION = 3073
const PROJ_LINEAR_UNITS = 3076
const GEO_ASCII_PARAMS = 34737
const USER_DEFINED = 32767

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

/** GeoTIFF keys by number; `ascii` is the text that keys with text point into. Keys with doubles are passed over. */
export type GeoKeys = Map<number, number | string>

export function parseGeoKeys(directory: readonly number[], ascii: string): GeoKeys {
  const keys: GeoKeys = new Map()
  for (let index = 4; index + 3 < directory.length; index += 4) {
    const [key = 0, location, count = 0, value = 0] = directory.slice(index, index + 4)
    if (location === 0) keys.set(key, value)
    // Each text ends with a bar.
    else if (location === GEO_ASCII_PARAMS) keys.set(key, ascii.slice(value, value + count).replace(/\|$/, ''))
  }
  return keys
}

/** The EPSG code, also from the name of a UTM zone when the code is left to the reader; null when there is none. */
export function epsgOfGeoKeys(keys: GeoKeys): number | null {
  const projected = keys.get(PROJECTED_CRS)
  if (typeof projected === 'number' && projected !== USER_DEFINED) return projected
  if (keys.get(GT_MODEL_TYPE) === 2) {
    const geodetic = keys.get(GEODETIC_CRS)
    return typeof geodetic === 'number' && geodetic !== USER_DEFINED ? geodetic : null
  }
  for (const citation of [keys.get(PROJECTED_CITATION), keys.get(GT_CITATION)]) {
    const zone = /WGS[ _]?(?:19)?84\b.*\bUTM[ _]zone[ _](\d{1,2})([NS])\b/i.exec(String(citation ?? ''))
    if (zone) return (zone[2]?.toUpperCase() === 'N' ? 32600 : 32700) + Number(zone[1])
  }
  return null
}

/** Whether coordinates name the centre of a pixel instead of its corner. */
export function pixelIsPoint(keys: GeoKeys): boolean {
  return keys.get(GT_RASTER_TYPE) === 2
}
