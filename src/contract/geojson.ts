import * as z from 'zod'

// Shapes only: whether a ring closes or crosses itself is for src/geo to say, in words and with a place. Unlike the rest
// of a request these objects are not closed: GeoJSON allows members of one's own, and map tools write them.

/** [longitude, latitude] in degrees, WGS 84, with an optional height in metres (RFC 7946). */
export const positionSchema = z.array(z.number()).min(2).max(3)

const line = z.array(positionSchema)
const rings = z.array(line)

export const polygonSchema = z.object({ type: z.literal('Polygon'), coordinates: rings })

export const multiPolygonSchema = z.object({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) })

/** A surface: one polygon or several. */
export const surfaceSchema = z.discriminatedUnion('type', [polygonSchema, multiPolygonSchema])
export type Surface = z.infer<typeof surfaceSchema>

const simpleGeometries = [
  z.object({ type: z.literal('Point'), coordinates: positionSchema }),
  z.object({ type: z.literal('MultiPoint'), coordinates: line }),
  z.object({ type: z.literal('LineString'), coordinates: line }),
  z.object({ type: z.literal('MultiLineString'), coordinates: rings }),
  polygonSchema,
  multiPolygonSchema,
] as const

/** Any geometry of RFC 7946; a collection holds simple ones only, as that standard recommends. */
export const geometrySchema = z.discriminatedUnion('type', [
  ...simpleGeometries,
  z.object({
    type: z.literal('GeometryCollection'),
    geometries: z.array(z.discriminatedUnion('type', simpleGeometries)),
  }),
])

/** In answers a geometry that is none (still empty, of an unknown type) reads as `null`, not as a broken answer. */
export const surfaceAnswerSchema = surfaceSchema.nullish().catch(null)
export const geometryAnswerSchema = geometrySchema.nullish().catch(null)

/** What an order item asks for. */
export const surfaceCollectionSchema = z.object({
  type: z.literal('FeatureCollection'),
  features: z
    .array(
      z.object({
        type: z.literal('Feature'),
        properties: z.record(z.string(), z.unknown()).nullish(),
        geometry: surfaceSchema,
      }),
    )
    .min(1),
})

/**
 * West, south, east, north in degrees. West is the larger number when the box crosses the antimeridian. One of the two
 * searches describes the order as latitude first and then shows longitude first; we follow what it shows.
 */
export const bboxSchema = z
  .array(z.number())
  .length(4, { abort: true, error: 'Give four numbers: west, south, east, north.' })
  .refine(([, south = 0, , north = 0]) => south <= north && south >= -90 && north <= 90, {
    error: 'Give west, south, east, north; south may not lie above north.',
  })
  .refine(([west = 0, , east = 0]) => Math.abs(west) <= 180 && Math.abs(east) <= 180, {
    error: 'Longitudes lie between -180 and 180.',
  })
  .meta({ description: 'West, south, east, north in degrees' })
