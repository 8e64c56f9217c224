import * as z from 'zod'
import { geometryAnswerSchema } from './geojson.ts'

// The API speaks two dialects of STAC: the archive's (`proj:code`, `rd:…`) and, inside catalogs, an older one
// (`proj:epsg`, `sat:…`). One schema reads both; unknown keys are kept everywhere, since people look at them.

export const stacLinkSchema = z.looseObject({
  href: z.string(),
  rel: z.string(),
  title: z.string().nullish(),
  type: z.string().nullish(),
})

/** The document says micrometres (0.443) and shows nanometres (493): tell them apart by size, below 20 is µm. */
export const stacBandSchema = z.looseObject({
  name: z.string().nullish(),
  common_name: z.string().nullish(),
  center_wavelength: z.number().nullish(),
  fwhm: z.number().nullish(),
  solar_irradiance: z.number().nullish(),
})

/** `scale` and `offset` turn stored numbers into reflectance: value * scale + offset. */
export const stacRasterBandSchema = z.looseObject({
  scale: z.number().nullish(),
  offset: z.number().nullish(),
  nodata: z.union([z.number(), z.string()]).nullish(),
  spatial_resolution: z.number().nullish(),
})

export const stacAssetSchema = z.looseObject({
  href: z.string(),
  title: z.string().nullish(),
  type: z.string().nullish(),
  roles: z.array(z.string()).nullish(),
  'eo:bands': z.array(stacBandSchema).nullish(),
  'raster:bands': z.array(stacRasterBandSchema).nullish(),
})

export const stacPropertiesSchema = z.looseObject({
  datetime: z.string().nullish(),
  startdatetime: z.string().nullish(),
  created: z.string().nullish(),
  updated: z.string().nullish(),
  title: z.string().nullish(),
  description: z.string().nullish(),
  license: z.string().nullish(),
  constellation: z.string().nullish(),
  platform: z.string().nullish(),
  instruments: z.array(z.string()).nullish(),
  gsd: z.number().nullish(),
  altitude: z.number().nullish(),
  'eo:cloud_cover': z.number().nullish(),
  'view:off_nadir': z.number().nullish(),
  'view:sun_azimuth': z.number().nullish(),
  'view:sun_elevation': z.number().nullish(),
  'view:scene_center_lat': z.number().nullish(),
  'view:scene_center_lon': z.number().nullish(),
  'view:satellite_look_angle': z.number().nullish(),
  'proj:code': z.string().nullish(),
  'proj:epsg': z.number().nullish(),
  'proj:wkt2': z.string().nullish(),
  'proj:shape': z.array(z.number()).nullish(),
  'proj:transform': z.array(z.number()).nullish(),
  'rd:product_level': z.string().nullish(),
  'rd:type': z.string().nullish(),
  'rd:sat_id': z.string().nullish(),
  'rd:anomalous_pixels': z.number().nullish(),
  'rd:earth_sun_distance': z.number().nullish(),
  'sat:orbit_state': z.string().nullish(),
  'sat:relative_orbit': z.number().nullish(),
  'sci:doi': z.string().nullish(),
})

export const stacItemSchema = z.looseObject({
  id: z.string(),
  type: z.string().nullish(),
  stac_version: z.string().nullish(),
  stac_extensions: z.array(z.string()).nullish(),
  collection: z.string().nullish(),
  // The document says strings in archive items and numbers in catalogs.
  bbox: z.array(z.union([z.number(), z.string()])).nullish(),
  geometry: geometryAnswerSchema,
  properties: stacPropertiesSchema,
  assets: z.record(z.string(), stacAssetSchema).nullish(),
  links: z.array(stacLinkSchema).nullish(),
})
export type StacItem = z.infer<typeof stacItemSchema>
/** A scene is a STAC item of the archive or of the open-data search. */
export type Scene = StacItem
