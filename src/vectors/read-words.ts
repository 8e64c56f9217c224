import { parseArea } from '#src/geo/parse-area.ts'
import { parseWkt } from '#src/geo/parse-wkt.ts'
import { Refusal, vectorLimits, type VectorLimits } from './limits.ts'
import { headerOf, placeColumns, readTable } from './read-table.ts'
import { reproject } from './reproject.ts'
import { toWgs84 } from './to-wgs84.ts'
import type { VectorFile } from './vector-file.ts'

const wktStart = /^(SRID\s*=|(MULTI)?(POLYGON|POINT|LINESTRING)\b|GEOMETRYCOLLECTION\b)/i

/** Reads text that is neither JSON nor XML: WKT in any system, a table, a bounding box, coordinates. @throws Refusal */
export async function readWords(text: string, limits: VectorLimits = vectorLimits): Promise<VectorFile> {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  if (wktStart.test(trimmed)) return readWkt(trimmed)
  if (placeColumns(headerOf(trimmed))) return readTable(trimmed, limits)
  const parsed = parseArea(trimmed)
  if (!parsed.ok) throw new Refusal(parsed.message)
  const { geometry, understoodAs, notes } = parsed
  return { kind: understoodAs.split(';')[0] ?? understoodAs, features: [{ geometry, properties: {} }], notes }
}

/** One geometry, or one a line. */
async function readWkt(text: string): Promise<VectorFile> {
  const whole = parseWkt(text)
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const each = whole.ok || !lines.every((line) => wktStart.test(line.trim())) ? [text] : lines
  const features: VectorFile['features'] = []
  const notes = new Set<string>()
  let srid = 4326
  for (const [i, line] of each.entries()) {
    const parsed = parseWkt(line)
    if (!parsed.ok) throw new Refusal(each.length > 1 ? `Line ${i + 1}: ${parsed.message}` : parsed.message)
    srid = parsed.srid ?? 4326
    const { toLngLat, notes: told } = await toWgs84({ epsg: srid })
    for (const note of told) notes.add(note)
    features.push({ geometry: srid === 4326 ? parsed.geometry : reproject(parsed.geometry, toLngLat), properties: {} })
  }
  const system = srid === 4326 ? '' : ` in EPSG:${srid}`
  const [only] = features
  return {
    kind: `WKT${only && features.length === 1 ? ` ${only.geometry.type}` : ''}${system}`,
    features,
    notes: [...notes],
  }
}
