import { readdir } from 'node:fs/promises'
import type { MultiPolygon, Polygon } from 'geojson'
import { writeAtomically } from '#sandbox/raster/atomic-file.ts'
import { bboxPolygon } from '#src/geo/bbox-polygon.ts'
import { bboxOf } from '#src/geo/bbox.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import { sensorOfCollection } from '#sandbox/database/sensor-list.ts'
import type { Database } from '#sandbox/database/open.ts'
import type { CatalogRow } from '#sandbox/database/tables.ts'
import type { Sandbox } from '#sandbox/sandbox.ts'
import { pixelsOver } from './scene-pixels.ts'

export type DeliveredFile = { name: string; path: string }

export const thumbnailEnding = '.thumbnail.jpeg'

/** Pictures being computed, by folder: who asks for one meanwhile waits for the same, as a page does for file and thumbnail. */
const beingMade = new Map<string, Promise<void>>()

function shared(folder: string, make: () => Promise<void>): Promise<void> {
  const making = beingMade.get(folder) ?? make().finally(() => beingMade.delete(folder))
  beingMade.set(folder, making)
  return making
}

/**
 * The files of a delivered picture: GeoTIFF, thumbnail, footprint and bounding box. Computed when they are not there yet,
 * so a picture of the seeded history costs nothing until someone wants it. The same picture always gives the same bytes.
 */
export async function catalogFiles(
  sandbox: Sandbox,
  catalog: Pick<CatalogRow, 'scene_id' | 'bandset_id' | 'folder' | 'geometry_json'>,
  onProgress: (fraction: number) => void = () => {},
): Promise<DeliveredFile[]> {
  const { files, database, pixels } = sandbox
  const scene = findScene(database, catalog.scene_id)
  const sensor = scene && sensorOfCollection(database, scene.collection)
  if (!scene || !sensor) throw new Error(`the scene ${catalog.scene_id} is not in the archive any more`)
  const name = (ending: string) => `${catalog.folder}/${scene.id}${ending}`
  const listed = async () =>
    (await readdir(files.path(catalog.folder)).catch(() => [])).filter((file) => !/\.(part|spool)$/.test(file)).sort()

  const make = async () => {
    const area = JSON.parse(catalog.geometry_json) as Polygon | MultiPolygon
    const over = await pixelsOver(scene, sensor, area, files)
    if (!over) throw new Error(`the scene ${scene.id} has no pixels in the area`)
    const bands = await bandsOfBandset(database, catalog.bandset_id)
    const metadata = {
      SCENE: scene.id,
      ACQUIRED: new Date(scene.datetime_ms).toISOString(),
      SATELLITE: sensor.name,
      PRODUCT_LEVEL: 'L2A',
    }
    const raster = await files.pathToWrite(name('.tif'))
    const { validPixels } = await pixels.run(
      { kind: 'scene-raster', pixels: over.pixels, area, bands, metadata, out: raster },
      { onProgress },
    )
    if (validPixels === 0) throw new Error(`the scene ${scene.id} has no valid pixel in the area`)
    await pixels.run({
      kind: 'quicklook',
      pixels: { from: 'file', path: raster },
      maxPixels: 512,
      out: files.path(name(thumbnailEnding)),
    })
    const properties = { id: scene.id, datetime: new Date(scene.datetime_ms).toISOString() }
    await writeJson(files.path(name('.footprint.geojson')), { type: 'Feature', properties, geometry: area })
    await writeJson(files.path(name('.bbox.geojson')), {
      type: 'Feature',
      properties,
      geometry: bboxPolygon(bboxOf(area)!),
    })
    await writeJson(files.path(`${catalog.folder}/complete`), {})
  }

  if (!(await listed()).includes('complete')) await shared(files.path(catalog.folder), make)
  return (await listed())
    .filter((file) => file !== 'complete')
    .map((name) => ({ name, path: files.path(`${catalog.folder}/${name}`) }))
}

/** Names of the bands a picture was ordered with; null for all that its scene has. */
export async function bandsOfBandset({ query }: Database, bandsetId: string | null): Promise<string[] | null> {
  if (bandsetId === null) return null
  const bandset = await query
    .selectFrom('bandsets')
    .select('bands_json')
    .where('id', '=', bandsetId)
    .executeTakeFirstOrThrow()
  return (JSON.parse(bandset.bands_json) as { name: string }[]).map(({ name }) => name)
}

function writeJson(path: string, value: unknown) {
  return writeAtomically(path, (file) => file.writeFile(`${JSON.stringify(value, null, 2)}\n`))
}
