import type { Geometry } from 'geojson'
import { Refusal, refuseBeyond, vectorLimits, type VectorLimits } from './limits.ts'
import { readWkb } from './read-wkb.ts'
import { reproject } from './reproject.ts'
import { SqliteFile, type SqliteRow } from './sqlite-file.ts'
import { toWgs84, type CoordinateSystem, type ToWgs84 } from './to-wgs84.ts'
import type { VectorFile } from './vector-file.ts'

/** Reads all layers of a GeoPackage, in any system that it defines. @throws Refusal */
export async function readGeoPackage(
  bytes: Uint8Array,
  limits: Pick<VectorLimits, 'features'> = vectorLimits,
): Promise<VectorFile> {
  try {
    return await read(new SqliteFile(bytes), limits)
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw new Refusal('The GeoPackage is damaged or cut off: copy or export it again.', { cause: error })
  }
}

async function read(file: SqliteFile, limits: Pick<VectorLimits, 'features'>): Promise<VectorFile> {
  const layers = [...file.rows('gpkg_geometry_columns')]
  if (layers.length === 0) {
    const why = file.tables.has('gpkg_contents')
      ? 'a GeoPackage without layers of outlines'
      : file.tables.has('geometry_columns')
        ? 'a SpatiaLite database: export it as GeoPackage'
        : 'an SQLite database, but no GeoPackage'
    const hint = ' A program has it open: close the layer there first, and import the file again.'
    throw new Refusal(`The file is ${why}.${file.isBeingWritten ? hint : ''}`)
  }
  const systems = new Map([...file.rows('gpkg_spatial_ref_sys')].map((row) => [row.srs_id, row]))
  const notes = new Set<string>()
  if (file.isBeingWritten) notes.add('a program has it open: what was changed there lately may be missing')
  const features: VectorFile['features'] = []
  for (const { table_name: table, column_name: column, srs_id: srsId } of layers) {
    if (typeof table !== 'string' || typeof column !== 'string') continue
    const system = await toWgs84(systemOf(systems.get(srsId ?? null), srsId))
    for (const note of system.notes) notes.add(note)
    for (const row of file.rows(table)) {
      const blob = row[column.toLowerCase()]
      if (!(blob instanceof Uint8Array)) continue
      const geometry = geometryOf(blob)
      if (!geometry) {
        notes.add(`left out solids in "${table}"`)
        continue
      }
      refuseBeyond(features.length + 1, limits.features, 'features', 'export a selection of them')
      features.push({ geometry: moved(geometry, system), properties: propertiesOf(row), layer: table })
    }
  }
  return { kind: 'GeoPackage', features, notes: [...notes] }
}

function systemOf(row: SqliteRow | undefined, srsId: SqliteRow[string] | undefined): CoordinateSystem {
  // -1 and 0 stand for "unknown", in metres and in degrees; the definition of the second is WGS 84 for all that is known.
  if (srsId === 0) return { epsg: 4326 }
  const { organization, organization_coordsys_id: code, definition, definition_12_063: definition2 } = row ?? {}
  const wkt = [definition, definition2].find((text) => typeof text === 'string' && text.includes('['))
  return {
    ...(typeof wkt === 'string' && { wkt }),
    ...(typeof organization === 'string' && /^epsg$/i.test(organization) && { epsg: Number(code) }),
  }
}

const moved = (geometry: Geometry, { toLngLat }: ToWgs84) => reproject(geometry, toLngLat)

const propertiesOf = (row: SqliteRow) =>
  Object.fromEntries(Object.entries(row).filter(([, value]) => !(value instanceof Uint8Array)))

/** A GeoPackage blob: "GP", version, flags, system, an envelope of a size that the flags tell, then well-known binary. */
function geometryOf(blob: Uint8Array): Geometry | undefined {
  if (blob[0] !== 0x47 || blob[1] !== 0x50) throw new RangeError('not a GeoPackage geometry')
  const flags = blob[3] ?? 0
  const envelopeBytes = [0, 32, 48, 48, 64][(flags >> 1) & 7]
  if (envelopeBytes === undefined) throw new RangeError('not a GeoPackage geometry')
  // Bit 5: a geometry of an extension, which is not well-known binary.
  if (flags & 32) return undefined
  const { byteOffset, byteLength } = blob
  const wkb = new DataView(blob.buffer, byteOffset + 8 + envelopeBytes, byteLength - 8 - envelopeBytes)
  return readWkb(wkb).geometry
}
