import { existsSync } from 'node:fs'
import type { MultiPolygon, Polygon } from 'geojson'
import { bboxOf } from '#src/geo/bbox.ts'
import type { ListedSensor } from '#sandbox/database/sensor-list.ts'
import type { CatalogRow, SceneRow } from '#sandbox/database/tables.ts'
import type { Files } from '#sandbox/files.ts'
import { thumbnailEnding } from '#sandbox/work/catalog-files.ts'
import { pictureQuicklookName } from '#sandbox/work/quicklooks.ts'
import { sceneItem } from './scene-item.ts'

/** A delivered picture as a STAC item in the older of the API's two dialects: numbers in the bbox, `proj:epsg`, look angle. */
export function catalogItem(
  row: CatalogRow,
  scene: SceneRow,
  sensor: ListedSensor,
  files: Files,
  origin: string,
  geometry: Polygon | MultiPolygon,
  /** names of the bands the picture was ordered with; null for all */
  ordered: readonly string[] | null,
) {
  const bands = sensor.bands.filter(({ name }) => ordered === null || ordered.includes(name))
  const { properties, assets: _assets, ...item } = sceneItem(scene, sensor, files, origin)
  const { 'proj:code': _, ...kept } = properties
  const file = (ending: string) => files.signedUrl(origin, `${row.folder}/${scene.id}${ending}`)
  return {
    ...item,
    bbox: bboxOf(geometry)!,
    geometry,
    properties: {
      ...kept,
      'proj:epsg': scene.epsg,
      'view:satellite_look_angle': scene.off_nadir,
      'sat:orbit_state': 'descending',
      order_id: row.order_id,
      order_item_id: row.order_item_id,
      project_id: row.project_id,
      usecase: row.usecase,
    },
    assets: {
      image: {
        href: file('.tif'),
        title: `${sensor.name}, ${bands.length} bands`,
        type: 'image/tiff; application=geotiff; profile=cloud-optimized',
        roles: ['data', 'reflectance'],
        'eo:bands': bands.map(({ name, commonName, wavelengthNm, fwhmNm }) => ({
          name,
          common_name: commonName ?? null,
          center_wavelength: wavelengthNm,
          fwhm: fwhmNm ?? null,
        })),
        'raster:bands': [
          { scale: sensor.scale, offset: sensor.offset, nodata: sensor.nodata, spatial_resolution: sensor.gsdM },
        ],
      },
      // A list of pictures must not set off computing them all: until one is there, a quicklook of its area stands in.
      thumbnail: {
        href: existsSync(files.path(`${row.folder}/${scene.id}${thumbnailEnding}`))
          ? file(thumbnailEnding)
          : files.signedUrl(origin, pictureQuicklookName(row.id)),
        type: 'image/jpeg',
        roles: ['thumbnail'],
      },
    },
  }
}
