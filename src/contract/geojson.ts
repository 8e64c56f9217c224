import * as z from 'zod'

// Shapes only: whether a ring closes or crosses itself is for src/geo to say, in words and with a place.

/** [longitude, latitude] in degrees, WGS 84, with an optional height in metres (RFC 7946). */
export const positionSchema = z.array(z.number()).min(2).max(3)

const line = z.array(positionSchema)
const rings = z.array(line)

export const polygonSchema = z.strictObject({ type: z.literal('Polygon'), coordinates: rings })
export type Polygon = z.infer<typeof polygonSchema>

export const multiPolygonSchema = z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(rings) })
export type MultiPolygon = z.infer<typeof multiPolygonSchema>

/** A surface: one polygon or several. */
export const surfaceSchema = z.discriminatedUnion('type', [polygonSchema, multiPolygonSchema])
export type Surface = z.infer<typeof surfaceSchema>

const simpleGeometries = [
  z.strictObject({ type: z.literal('Point'), coordinates: positionSchema }),
  z.strictObject({ type: z.literal('MultiPoint'), coordinates: line }),
  z.strictObject({ type: z.literal('LineString'), coordinates: line }),
  z.strictObject({ type: z.literal('MultiLineString'), coordinates: rings }),
  polygonSchema,
  multiPolygonSchema,
] as const

/** Any geometry of RFC 7946; a collection holds simple ones only, as that standard recommends. */
export const geometrySchema = z.discriminatedUnion('type', [
  ...simpleGeometries,
  z.strictObject({
    type: z.literal('GeometryCollection'),
    geometries: z.array(z.discriminatedUnion('type', simpleGeometries)),
  }),
])
export type Geometry = z.infer<typeof geometrySchema>

/** What an order item asks for. Members that map tools write along (`id`, `properties`, `bbox`) are let through. */
export const surfaceCollectionSchema = z.strictObject({
  type: z.literal('FeatureCollection'),
  bbox: z.array(z.number()).optional(),
  features: z
    .array(
      z.strictObject({
        type: z.literal('Feature'),
        id: z.union([z.string(), z.number()]).optional(),
        bbox: z.array(z.number()).optional(),
        properties: z.record(z.string(), z.unknown()).nullish(),
        geometry: surfaceSchema,
      }),
    )
    .min(1),
})
export type SurfaceCollection = z.infer<typeof surfaceCollectionSchema>

/**
 * West, south, east, north in degrees. West lies east of east when the box crosses the antimeridian. One of the two
 * searches describes the order as latitude first and then shows longitude first; we follow what it shows.
 */
export const bboxSchema = z
  .array(z.number())
  .length(4)
  .refine(([, south = 0, , north = 0]) => south <= north && south >= -90 && north <= 90, {
    error: 'Give west, south, east, north; south may not lie above north.',
  })
  .refine(([west = 0, , east = 0]) => Math.abs(west) <= 180 && Math.abs(east) <= 180, {
    error: 'Longitudes lie between -180 and 180.',
  })
  .meta({ description: 'West, south, east, north in degrees' })
