import type { Geometry } from 'geojson'
import { parseWkt } from '#src/geo/parse-wkt.ts'
import { Refusal } from './limits.ts'
import { readHexWkb } from './read-wkb.ts'
import { reproject } from './reproject.ts'
import { toWgs84 } from './to-wgs84.ts'

export type ReadGeometry = { geometry: Geometry; srid: number; notes: string[] }

/** One geometry as databases write it, in WGS 84: WKT or EWKT, perhaps in quotes, or WKB in hexadecimal digits. @throws Refusal */
export async function readGeometry(text: string): Promise<ReadGeometry> {
  const { geometry, srid = 4326 } = fromHex(text) ?? fromWkt(text)
  if (srid === 4326) return { geometry, srid, notes: [] }
  const { toLngLat, notes } = await toWgs84({ epsg: srid })
  return { geometry: reproject(geometry, toLngLat), srid, notes }
}

type Raw = { geometry: Geometry; srid?: number }

function fromWkt(text: string): Raw {
  const parsed = parseWkt(text.trim().replace(/^(["'])(.*)\1$/s, '$2'))
  if (!parsed.ok) throw new Refusal(parsed.message)
  return parsed
}

function fromHex(text: string): Raw | undefined {
  try {
    const read = readHexWkb(text)
    if (!read) return undefined
    if (read.geometry) return { ...read, geometry: read.geometry }
  } catch {
    // Cut off: told below.
  }
  throw new Refusal('This well-known binary is cut off, or of a kind without area: copy the whole of it.')
}
