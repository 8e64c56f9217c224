import type { Geometry } from 'geojson'
import { dbfEncoding } from './dbf-encoding.ts'
import { textOf } from './file-kind.ts'
import { Refusal } from './limits.ts'
import { pointsOf, reproject } from './reproject.ts'
import { toWgs84 } from './to-wgs84.ts'
import type { NamedBytes, VectorFeature } from './vector-file.ts'

/** A Shapefile's parts, whose names differ in their ending only. All but the first may be missing. */
export type ShapefileParts = { name: string; shp: Uint8Array; dbf?: Uint8Array; prj?: Uint8Array; cpg?: Uint8Array }

/** The Shapefiles among the files of an archive or of one drop; upper and lower case endings. */
export function shapefilesAmong(files: readonly NamedBytes[]): ShapefileParts[] {
  const byName = new Map(files.map(({ name, bytes }) => [name.toLowerCase(), bytes]))
  return files.flatMap(({ name, bytes }) => {
    if (!/\.shp$/i.test(name)) return []
    const part = (ending: string) => {
      const found = byName.get(name.slice(0, -3).toLowerCase() + ending)
      return found && { [ending]: found }
    }
    const shown = name.slice(0, -4).split(/[\\/]/).at(-1) ?? name
    return [{ name: shown, shp: bytes, ...part('dbf'), ...part('prj'), ...part('cpg') }]
  })
}

/** @throws Refusal */
export async function readShapefile(parts: ShapefileParts): Promise<{ features: VectorFeature[]; notes: string[] }> {
  const { name, shp, dbf, prj, cpg } = parts
  const { parseShp, parseDbf } = await import('shpjs')
  checkRecords(parts)
  let geometries: (Geometry | null)[]
  let rows: Record<string, unknown>[]
  try {
    geometries = parseShp(copyOf(shp))
    rows = dbf ? parseDbf(withTrueRowCount(dbf), dbfEncoding(dbf, cpg)) : []
  } catch {
    throw new Refusal(`The Shapefile "${name}" is damaged or holds shapes of an unknown kind: export it again.`)
  }
  const notes: string[] = []
  let move = undefined
  if (prj) {
    const system = await toWgs84({ wkt: textOf(prj).trim() })
    notes.push(...system.notes)
    move = system.toLngLat
  } else {
    refuseIfNotDegrees(name, geometries)
    notes.push(`"${name}" comes without a .prj file: its coordinates are taken as longitude and latitude`)
  }
  const features = geometries.flatMap((geometry, i): VectorFeature[] => {
    if (!geometry) return []
    return [{ geometry: move ? reproject(geometry, move) : geometry, properties: rows[i] ?? {}, layer: name }]
  })
  return { features, notes }
}

function refuseIfNotDegrees(name: string, geometries: readonly (Geometry | null)[]): void {
  for (const geometry of geometries) {
    for (const [x = 0, y = 0] of geometry ? pointsOf(geometry) : []) {
      if (Math.abs(x) <= 360 && Math.abs(y) <= 90) continue
      throw new Refusal(
        `The Shapefile "${name}" comes without its .prj file, which says what its coordinates mean (${Math.round(x)}, ${Math.round(y)} are not degrees): add the .prj file, or export in WGS 84.`,
      )
    }
  }
}

/** The reader trusts lengths; those that lead backwards or past the end would keep it busy forever. */
function checkRecords({ name, shp }: ShapefileParts): void {
  const view = new DataView(shp.buffer, shp.byteOffset, shp.byteLength)
  if (shp.length < 100 || view.getInt32(0) !== 9994) {
    throw new Refusal(`"${name}.shp" is not a Shapefile: its first bytes are not those of one.`)
  }
  let at = 100
  while (at + 8 <= shp.length) {
    const bytes = view.getInt32(at + 4) * 2
    if (bytes < 0 || at + 8 + bytes > shp.length) {
      throw new Refusal(`The Shapefile "${name}" is damaged or cut off: copy or download it again.`)
    }
    at += 8 + bytes
  }
}

/** No more rows than there are bytes for. */
function withTrueRowCount(dbf: Uint8Array): Uint8Array {
  const copy = copyOf(dbf)
  const view = new DataView(copy.buffer)
  const [rows, headerBytes, rowBytes] = [view.getUint32(4, true), view.getUint16(8, true), view.getUint16(10, true)]
  const most = rowBytes > 0 ? Math.floor((copy.length - headerBytes) / rowBytes) : 0
  view.setUint32(4, Math.max(0, Math.min(rows, most)), true)
  return copy
}

/** In a buffer of its own, from its first byte. */
function copyOf(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return new Uint8Array(bytes)
}
