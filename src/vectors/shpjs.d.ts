/** What we use of shpjs 6, which brings no types; those on npm are of version 3. */
declare module 'shpjs' {
  import type { Geometry } from 'geojson'
  export function parseShp(shp: Uint8Array): (Geometry | null)[]
  export function parseDbf(dbf: Uint8Array, encoding?: string): Record<string, unknown>[]
}
