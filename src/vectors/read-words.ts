import { parseArea } from '#src/geo/parse-area.ts'
import { Refusal, vectorLimits, type VectorLimits } from './limits.ts'
import { readGeometry } from './read-geometry.ts'
import { placeColumns } from './place-columns.ts'
import { headerOf, readTable, tableText } from './read-table.ts'
import type { VectorFile } from './vector-file.ts'

const wktStart =
  /^["']?(SRID\s*=|((MULTI)?(POLYGON|POINT|LINESTRING|CURVE|SURFACE)|GEOMETRYCOLLECTION|CURVEPOLYGON|CIRCULARSTRING|COMPOUNDCURVE|LINEARRING|TRIANGLE|BOX)(Z|M|ZM)?\b)/i
const hexStart = /^(\\x|0x)?0[01][\da-f]{20,}$/i

/** Reads text that is neither JSON nor XML: WKT in any system, a table, a bounding box, coordinates. @throws Refusal */
export async function readWords(text: string, limits: VectorLimits = vectorLimits): Promise<VectorFile> {
  const trimmed = text.replace(/^\uFEFF/, '').trim()
  const isHex = hexStart.test(trimmed.split(/\s/, 1)[0] ?? '')
  if (wktStart.test(trimmed) || isHex) return readGeometries(trimmed, isHex ? 'WKB' : 'WKT')
  const header = headerOf(tableText(trimmed).text)
  if (placeColumns(header)) return readTable(trimmed, limits)
  const parsed = parseArea(trimmed)
  if (!parsed.ok) throw new Refusal(whyNoArea(trimmed, header) ?? parsed.message)
  const { geometry, understoodAs, notes } = parsed
  return { kind: understoodAs.split(';')[0] ?? understoodAs, features: [{ geometry, properties: {} }], notes }
}

function whyNoArea(text: string, header: readonly string[]): string | undefined {
  const named = header.filter((name) => /\p{L}{2}/u.test(name))
  if (named.length > 1 && named.length === header.length && text.includes('\n')) {
    const shown = named.slice(0, 4).map((name) => `"${name.slice(0, 30)}"`)
    return `The table has no columns of places among ${shown.join(', ')}${named.length > 4 ? ' …' : ''}: name them lat and lon, x and y, or wkt.`
  }
  return /\d/.test(text.slice(0, 500))
    ? undefined
    : 'This text names no area: paste GeoJSON, KML, WKT, a bounding box, or coordinates, one a line.'
}

/** One geometry, or several, each on a line of its own or behind a semicolon. */
async function readGeometries(text: string, kind: string): Promise<VectorFile> {
  const parts = text.split(/(?<!SRID\s*=\s*\d+\s*);|\r?\n/i).filter((part) => part.trim() !== '')
  const areSeveral = parts.every((part) => kind === 'WKB' || wktStart.test(part.trim()))
  const each = areSeveral ? parts : [text]
  const features: VectorFile['features'] = []
  const notes = new Set<string>()
  const systems = new Set<number>()
  for (const [i, part] of each.entries()) {
    try {
      const { geometry, srid, notes: told } = await readGeometry(part)
      for (const note of told) notes.add(note)
      systems.add(srid)
      features.push({ geometry, properties: {} })
    } catch (error) {
      if (!(error instanceof Refusal) || each.length === 1) throw error
      throw new Refusal(`Geometry ${i + 1}: ${error.message}`)
    }
  }
  const [srid, ...others] = systems
  const system = srid === undefined || srid === 4326 || others.length > 0 ? '' : ` in EPSG:${srid}`
  const [only] = features
  return {
    kind: `${kind}${only && features.length === 1 ? ` ${only.geometry.type}` : ''}${system}`,
    features,
    notes: [...notes],
  }
}
