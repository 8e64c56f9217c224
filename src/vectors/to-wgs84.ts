import type { Position } from 'geojson'
import type proj4 from 'proj4'
import { systemOfDatum } from './datum-of-name.ts'
import { Refusal } from './limits.ts'

/** What a file says about its coordinates: a definition in WKT, an EPSG code, or both. */
export type CoordinateSystem = { wkt?: string; epsg?: number }

export type ToWgs84 = {
  /** As the file calls it. */
  name: string
  toLngLat: (point: Position) => Position
  notes: string[]
}

const asDegrees = (point: Position): Position => point.slice(0, 2)

/**
 * How to bring coordinates of a file to longitude and latitude; x is always the first of them, as files store it whatever
 * the system's own order of axes. Definitions that name no shift of their datum are completed from the EPSG list.
 * @throws Refusal when the system is unknown.
 */
export async function toWgs84({ wkt, epsg }: CoordinateSystem): Promise<ToWgs84> {
  const code = epsg ?? codeOf(wkt)
  if (code === 4326 || (code === undefined && wkt !== undefined && isPlainWgs84(wkt))) {
    return { name: 'WGS 84', toLngLat: asDegrees, notes: [] }
  }
  const { default: proj4 } = await import('proj4')
  const parse = (definition: string | undefined) => {
    try {
      return definition ? new proj4.Proj(definition) : undefined
    } catch {
      return undefined
    }
  }
  const own = parse(wkt)
  const listed = own && hasShift(own) ? undefined : parse(await listedDefinition(code))
  const projection = listed ?? own
  if (projection && !hasShift(projection)) {
    const system = systemOfDatum[datumOf(projection)]
    const ellipsoid = `+a=${projection.a} +b=${projection.b}`
    const known = [`+proj=longlat ${ellipsoid} +datum=epsg_${system}`, await listedDefinition(system)].map(parse)
    const shifted = known.find((each) => each && hasShift(each))
    if (shifted) projection.datum = shifted.datum
  }
  const name = code === undefined ? (titleOf(wkt) ?? 'of this file') : `EPSG:${code}`
  if (!projection) {
    throw new Refusal(`The coordinate system ${name} is not known here: export the layer in WGS 84 (EPSG:4326).`)
  }
  const { inverse } = proj4(proj4.WGS84, projection)
  return {
    name,
    // Holes in the data are refused later, where it can be said of which feature.
    toLngLat: ([x = NaN, y = NaN]) => (Number.isFinite(x) && Number.isFinite(y) ? inverse([x, y]) : [NaN, NaN]),
    notes: hasShift(projection)
      ? []
      : [`the datum of ${name} is taken as WGS 84: the outline may lie up to some hundred metres off`],
  }
}

type Projection = InstanceType<typeof proj4.Proj>

/** The datum is WGS 84 for all that matters here (GRS 80 differs by 0.1 mm), or says how it lies to it. */
function hasShift(projection: Projection): boolean {
  const { datum_params: shift } = projection.datum as { datum_params?: unknown }
  const isModern = Math.abs(projection.a - 6378137) < 0.5
  return Boolean(shift) || isModern
}

function datumOf(projection: Projection): string {
  const { datumCode } = projection as { datumCode?: unknown }
  return typeof datumCode === 'string' ? datumCode.toLowerCase().replace(/^d_/, '') : ''
}

/** The list is 80 kB that only old datums, EWKT and GeoJSON with a `crs` need. */
async function listedDefinition(code: number | undefined): Promise<string | undefined> {
  if (code === undefined) return undefined
  const { default: list } = await import('proj4-list')
  return list[`EPSG:${code}`]?.[1]
}

/** The code at the end of a definition in WKT, the one of the whole rather than of a part. */
function codeOf(wkt: string | undefined): number | undefined {
  const found = /(?:AUTHORITY\["EPSG",\s*"?|ID\["EPSG",\s*)(\d+)"?\]\s*\]\s*$/i.exec(wkt ?? '')
  return found ? Number(found[1]) : undefined
}

function titleOf(wkt: string | undefined): string | undefined {
  const title = /^\s*\w+\[\s*"([^"]{1,80})"/.exec(wkt ?? '')?.[1]
  return title && `"${title}"`
}

function isPlainWgs84(wkt: string): boolean {
  return /^\s*GEOG(CS|CRS)\s*\[\s*"(GCS_)?WGS[_ ]?(19)?84"/i.test(wkt)
}
