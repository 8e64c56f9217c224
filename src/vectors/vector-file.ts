import type { Geometry } from 'geojson'

/** One thing in a file, wherever it came from: WGS 84, longitude first. */
export type VectorFeature = {
  geometry: Geometry
  properties: Readonly<Record<string, unknown>>
  /** The layer, table or folder it lies in, where a file has several. */
  layer?: string
}

export type VectorFile = {
  /** What the file is, as people call it: "zipped Shapefile". */
  kind: string
  features: VectorFeature[]
  /** What was assumed or left out on the way, in words. */
  notes: string[]
}

/** A file, or a member of an archive. */
export type NamedBytes = { name: string; bytes: Uint8Array }
