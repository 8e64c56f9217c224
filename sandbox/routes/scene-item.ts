import type { MultiPolygon, Polygon } from 'geojson'
import { boxesOf } from '#sandbox/database/scene-search.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import type { SceneRow } from '#sandbox/database/tables.ts'
import type { Files } from '#sandbox/files.ts'
import { quicklookName } from '#sandbox/work/quicklooks.ts'

/** Product levels are all L2A: bottom-of-atmosphere reflectance, orthorectified. */
export const productLevel = 'L2A'

/**
 * A scene as the archive's STAC item: one asset for each band, named after it, and a thumbnail. Bands carry no file of their
 * own: pixels are computed when they are ordered or put into an AOI, so `href` names the band within the product.
 */
export function sceneItem(scene: SceneRow, sensor: ListedSensor, files: Files, origin: string) {
  const footprint = JSON.parse(scene.footprint_json) as Polygon | MultiPolygon
  const boxes = boxesOf(footprint)
  // Two boxes only when cut at the antimeridian: then west lies east of east.
  const [west, east] = boxes.length > 1 ? [boxes[0]!.west, boxes[1]!.east] : [boxes[0]!.west, boxes[0]!.east]
  const south = Math.min(...boxes.map((box) => box.south))
  const north = Math.max(...boxes.map((box) => box.north))
  const datetime = new Date(scene.datetime_ms).toISOString()
  const self = `${origin}/v0/archives/collections/${scene.collection}/items/${encodeURIComponent(scene.id)}`
  return {
    type: 'Feature',
    stac_version: '1.0.0',
    stac_extensions: ['eo', 'projection', 'raster', 'view'].map(
      (name) => `https://stac-extensions.github.io/${name}/v1.1.0/schema.json`,
    ),
    id: scene.id,
    collection: scene.collection,
    // Strings, as the published schema has them for archive items.
    bbox: [west, south, east, north].map(String),
    geometry: footprint,
    properties: {
      datetime,
      startdatetime: datetime,
      created: datetime,
      updated: datetime,
      title: scene.title ?? `${sensor.name} ${datetime.slice(0, 10)}`,
      constellation: sensor.constellation,
      platform: platformOf(scene, sensor),
      instruments: [sensor.instrument],
      gsd: sensor.gsdM,
      'eo:cloud_cover': scene.cloud_cover,
      'view:off_nadir': scene.off_nadir,
      'view:sun_azimuth': scene.sun_azimuth,
      'view:sun_elevation': scene.sun_elevation,
      'view:scene_center_lon': boxes.length > 1 ? 180 : ((west ?? 0) + (east ?? 0)) / 2,
      'view:scene_center_lat': (south + north) / 2,
      'proj:code': `EPSG:${scene.epsg}`,
      'rd:product_level': productLevel,
      'rd:type': sensor.own ? 'own' : 'synthetic',
      'rd:sat_id': sensor.id,
      license: sensor.own ? 'various' : 'CC0-1.0',
    },
    assets: {
      ...Object.fromEntries(sensor.bands.map((band) => [band.name, bandAsset(band, sensor, self)])),
      thumbnail: {
        href: files.signedUrl(origin, quicklookName(scene.id)),
        title: 'True-colour quicklook',
        type: 'image/png',
        roles: ['thumbnail'],
      },
    },
    links: [
      { rel: 'self', href: self, type: 'application/geo+json' },
      { rel: 'collection', href: `${origin}/v0/archives/collections/${scene.collection}`, type: 'application/json' },
    ],
  }
}

function bandAsset(band: ListedSensor['bands'][number], sensor: ListedSensor, self: string) {
  const { name, commonName, wavelengthNm, fwhmNm, solarIrradiance, gsdM } = band
  return {
    href: `${self}#${name}`,
    'eo:bands': [
      {
        name,
        common_name: commonName ?? null,
        center_wavelength: wavelengthNm,
        fwhm: fwhmNm ?? null,
        solar_irradiance: solarIrradiance ?? null,
      },
    ],
    'raster:bands': [{ scale: sensor.scale, offset: sensor.offset, nodata: sensor.nodata, spatial_resolution: gsdM }],
  }
}

/** Pixxel's scene ids start with the satellite (FF01_…); other ids do not say. */
function platformOf(scene: SceneRow, sensor: ListedSensor): string {
  const named = /^(FF\d\d|TD\d)_/.exec(scene.id)
  return named ? named[1]! : sensor.name
}
