import type { Feature, FeatureCollection } from 'geojson'
import { columnWords } from './read-table.ts'
import type { TableColumn } from './read-table.ts'

/** Features know their place in the file by this property: names and numbers in the file may repeat. */
export const placeProperty = 'swath:place'

export type ReadPolygons = {
  collection: FeatureCollection
  /** The properties of the features, in the order of the first that has each. */
  columns: readonly TableColumn[]
}

/** A GeoJSON file of features. @throws with a sentence when it is none */
export function readPolygons(text: string): ReadPolygons {
  const read = JSON.parse(text) as Partial<FeatureCollection> | null
  if (read?.type !== 'FeatureCollection' || !Array.isArray(read.features)) {
    throw new Error('The file holds no collection of features.')
  }
  const features = read.features.filter(({ geometry }) => geometry !== null)
  const names = new Set(features.flatMap(({ properties }) => Object.keys(properties ?? {})))
  return {
    collection: {
      type: 'FeatureCollection',
      features: features.map((feature, place): Feature => ({
        ...feature,
        properties: { ...feature.properties, [placeProperty]: place },
      })),
    },
    columns: [...names].map((name) => ({
      name,
      ...columnWords(name),
      isNumeric: features.every(({ properties }) => {
        const value: unknown = properties?.[name]
        return value === null || value === undefined || typeof value === 'number'
      }),
    })),
  }
}

/** From the least to the greatest number of a property; null when it has none. */
export function rangeOf({ collection }: ReadPolygons, name: string): { min: number; max: number } | null {
  let [min, max] = [Infinity, -Infinity]
  for (const { properties } of collection.features) {
    const value: unknown = properties?.[name]
    if (typeof value !== 'number') continue
    if (value < min) min = value
    if (value > max) max = value
  }
  return min <= max ? { min, max } : null
}
