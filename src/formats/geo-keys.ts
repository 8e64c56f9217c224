import { wgs84Equivalent } from '#src/geo/wgs84-equivalent.ts'

/** GeoTIFF 1.1 (OGC 19-008r4): keys that name the coordinate system. */
const GT_MODEL_TYPE = 1024
const GT_RASTER_TYPE = 1025
const GT_CITATION = 1026
const GEODETIC_CRS = 2048
const GEODETIC_CITATION = 2049
const GEOG_ANGULAR_UNITS = 2054
const PROJECTED_CRS = 3072
const PROJECTED_CITATION = 3073
const PROJ_LINEAR_UNITS = 3076
const PROJECTION = 3074
const PROJ_METHOD = 3075
const PROJ_NATURAL_LONGITUDE = 3080
const PROJ_NATURAL_LATITUDE = 3081
const PROJ_FALSE_EASTING = 3082
const PROJ_FALSE_NORTHING = 3083
const PROJ_SCALE = 3092
const TRANSVERSE_MERCATOR = 1
const GEO_DOUBLE_PARAMS = 34736
const GEO_ASCII_PARAMS = 34737
const USER_DEFINED = 32767

/** WGS 84 geographic, Web Mercator, and WGS 84 / UTM north and south. */
export function isSupportedEpsg(epsg: number): boolean {
  return epsg === 4326 || epsg === 3857 || (epsg > 32600 && epsg <= 32660) || (epsg > 32700 && epsg <= 32760)
}

/** The GeoKeyDirectory of a CRS that is one of these or lies within two metres of one, pixels as areas: every key fits into a SHORT. */
export function geoKeyDirectory(epsg: number): number[] {
  const equivalent = wgs84Equivalent(epsg)
  if (equivalent === null) throw new Error(`EPSG:${epsg} is neither WGS 84 / UTM nor 4326 nor 3857, nor near one`)
  const keys: [number, number][] =
    equivalent === 4326
      ? [
          [GT_MODEL_TYPE, 2],
          [GT_RASTER_TYPE, 1],
          [GEODETIC_CRS, epsg],
          [GEOG_ANGULAR_UNITS, 9102],
        ]
      : [
          [GT_MODEL_TYPE, 1],
          [GT_RASTER_TYPE, 1],
          // Web Mercator has one code today.
          [PROJECTED_CRS, equivalent === 3857 ? 3857 : epsg],
          [PROJ_LINEAR_UNITS, 9001],
        ]
  return [1, 1, 0, keys.length, ...keys.flatMap(([key, value]) => [key, 0, 1, value])]
}

/** GeoTIFF keys by number. */
export type GeoKeys = Map<number, number | string>

/** Keys may point into a text, or into numbers of double precision. */
export function parseGeoKeys(directory: readonly number[], ascii: string, doubles: readonly number[] = []): GeoKeys {
  const keys: GeoKeys = new Map()
  for (let index = 4; index + 3 < directory.length; index += 4) {
    const [key = 0, location, count = 0, value = 0] = directory.slice(index, index + 4)
    const double = doubles[value]
    if (location === 0) keys.set(key, value)
    // Each text ends with a bar.
    else if (location === GEO_ASCII_PARAMS) keys.set(key, ascii.slice(value, value + count).replace(/\|$/, ''))
    else if (location === GEO_DOUBLE_PARAMS && double !== undefined) keys.set(key, double)
  }
  return keys
}

/**
 * The EPSG code; null when there is none. A UTM zone on WGS 84 is also known by its name, by the code of its projection
 * and by its parameters, as some programs leave the code out.
 */
export function epsgOfGeoKeys(keys: GeoKeys): number | null {
  const projected = keys.get(PROJECTED_CRS)
  if (typeof projected === 'number' && projected !== USER_DEFINED) return projected
  const geodetic = keys.get(GEODETIC_CRS)
  if (keys.get(GT_MODEL_TYPE) === 2) {
    return typeof geodetic === 'number' && geodetic !== USER_DEFINED ? geodetic : null
  }
  const citations = [PROJECTED_CITATION, GT_CITATION, GEODETIC_CITATION].map((key) => String(keys.get(key) ?? ''))
  const isWgs84 = geodetic === 4326 || citations.some((citation) => /WGS[ _-]?(?:19)?84/i.test(citation))
  if (!isWgs84) return null
  // EPSG's codes of the projections themselves: 16001 to 16060 are the northern zones, 16101 to 16160 the southern.
  const projection = Number(keys.get(PROJECTION) ?? 0)
  if (projection > 16000 && projection <= 16060) return 32600 + projection - 16000
  if (projection > 16100 && projection <= 16160) return 32700 + projection - 16100
  for (const citation of citations) {
    const zone = /\bUTM[ _,]*zone[ _]*(\d{1,2})[ _,]*(N|S)/i.exec(citation)
    if (zone) return (zone[2]?.toUpperCase() === 'N' ? 32600 : 32700) + Number(zone[1])
  }
  return utmByParameters(keys)
}

/** Transverse Mercator with the parameters of a UTM zone. */
function utmByParameters(keys: GeoKeys): number | null {
  const zone = (Number(keys.get(PROJ_NATURAL_LONGITUDE)) + 183) / 6
  const northing = Number(keys.get(PROJ_FALSE_NORTHING) ?? 0)
  const isUtm =
    keys.get(PROJ_METHOD) === TRANSVERSE_MERCATOR &&
    Number(keys.get(PROJ_SCALE)) === 0.9996 &&
    Number(keys.get(PROJ_FALSE_EASTING)) === 500000 &&
    Number(keys.get(PROJ_NATURAL_LATITUDE) ?? 0) === 0 &&
    (northing === 0 || northing === 10000000) &&
    Number.isInteger(zone) &&
    zone >= 1 &&
    zone <= 60
  return isUtm ? (northing === 0 ? 32600 : 32700) + zone : null
}

/** What the file calls its coordinate system, or an empty text. */
export function crsName(keys: GeoKeys): string {
  const names = [PROJECTED_CITATION, GT_CITATION, GEODETIC_CITATION].map((key) => keys.get(key))
  return String(names.find((name) => typeof name === 'string' && name !== '') ?? '')
}

/** Whether coordinates name the centre of a pixel instead of its corner. */
export function pixelIsPoint(keys: GeoKeys): boolean {
  return keys.get(GT_RASTER_TYPE) === 2
}
