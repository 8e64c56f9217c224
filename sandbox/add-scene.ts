import { mkdir, rm, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { centroid } from '@turf/turf'
import { insertPresetIndices } from './database/insert-indices.ts'
import { sceneInserter } from './database/insert-scenes.ts'
import type { Database } from './database/open.ts'
import { findScene } from './database/scene-search.ts'
import { listSensors } from './database/sensor-list.ts'
import type { ListedSensor } from './database/sensor-list.ts'
import { stableId } from './database/stable-id.ts'
import { sunPosition } from './earth/sun.ts'
import { ingestGeoTiff, inspectGeoTiff } from './raster/geotiff-ingest.ts'
import type { SceneInspection } from './raster/geotiff-ingest.ts'
import { gridFootprint } from './raster/grid-footprint.ts'
import { IngestError } from './raster/ingest/ingest-error.ts'
import { trueColourBands } from './raster/quicklook.ts'

export type AddedScene = {
  id: string
  collection: string
  satellite: string
  bands: number
  acquired: string
  notes: string[]
}

/**
 * Makes a user's own GeoTIFF a scene of the archive, with its pixels as they are.
 * @throws IngestError with the reason when the file can not be one, or is one already.
 */
export async function addScene(
  database: Database,
  folder: string,
  file: string,
  metaFile?: string,
): Promise<AddedScene> {
  // First whether it is an image at all: that is the more useful reason.
  await inspectGeoTiff(file, metaFile)
  const id = basename(file, extname(file)).replaceAll(/[^\w.-]+/g, '_')
  if (findScene(database, id))
    throw new IngestError(`The archive has a scene named ${id} already. Rename the file to add it once more.`)
  const raster = `own/${id}.tif`
  const out = join(folder, raster)
  await mkdir(dirname(out), { recursive: true })
  const scene = await ingestGeoTiff(file, metaFile, out)
  const notes = [...scene.notes]
  let acquired = scene.acquired
  if (acquired === null) {
    acquired = (await stat(file)).mtime.toISOString()
    notes.push(
      'The file does not say when it was taken; the date of the file stands in. A metadata file can name it as "acquired".',
    )
  }
  try {
    const sensor = sensorFor(database, scene)
    insert(database, { id, raster, scene, sensor, acquired })
    return { id, collection: sensor.collectionId, satellite: sensor.name, bands: sensor.bands.length, acquired, notes }
  } catch (error) {
    await rm(out, { force: true })
    throw error
  }
}

function insert(
  { raw }: Database,
  {
    id,
    raster,
    scene,
    sensor,
    acquired,
  }: { id: string; raster: string; scene: SceneInspection; sensor: ListedSensor; acquired: string },
) {
  const footprint = gridFootprint(scene.info.grid)
  const [lng = 0, lat = 0] = centroid(footprint).geometry.coordinates
  const datetimeMs = Date.parse(acquired)
  const sun = sunPosition(lng, lat, datetimeMs)
  raw.exec('BEGIN IMMEDIATE')
  try {
    raw
      .prepare('INSERT OR IGNORE INTO own_sensors (id, collection, document) VALUES (?, ?, ?)')
      .run(sensor.id, sensor.collectionId, JSON.stringify(sensor))
    insertPresetIndices({ raw } as Database, sensor, new Date().toISOString())
    sceneInserter(raw)({
      id,
      collectionId: sensor.collectionId,
      datetimeMs,
      cloudCoverPercent: 0,
      offNadirDeg: 0,
      sunElevationDeg: sun.elevationDeg,
      sunAzimuthDeg: sun.azimuthDeg,
      footprint,
      epsg: scene.info.grid.epsg,
      seed: 0,
      ownRaster: raster,
      title: [scene.place, scene.product].filter(Boolean).join(', ') || id,
    })
    raw.exec('COMMIT')
  } catch (error) {
    raw.exec('ROLLBACK')
    throw error
  }
}

/** Files with the same sensor and the same bands share a satellite and a collection. */
function sensorFor(database: Database, { info, sensor: named }: SceneInspection): ListedSensor {
  const name = named ?? 'Own imagery'
  const id = stableId('own-sensor', name, JSON.stringify(info.bands), info.scale, info.offset, String(info.nodata))
  const known = listSensors(database)
  const same = known.find((sensor) => sensor.id === id)
  if (same) return same
  const slug = `own-${name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')}`
  const taken = known.some(({ collectionId }) => collectionId === slug)
  const [red, green, blue] = trueColourBands(info.bands).map((index) => info.bands[index]!.name)
  const { epsg, pixelSize } = info.grid
  const gsdM = epsg === 4326 ? Math.round(pixelSize * 111_320 * 10) / 10 : pixelSize
  return {
    id,
    name: taken ? `${name} (${id.slice(0, 4)})` : name,
    constellation: name,
    instrument: name,
    collectionId: taken ? `${slug}-${id.slice(0, 4)}` : slug,
    provider: 'pixxel',
    gsdM,
    bands: info.bands.map((band) => ({
      name: band.name,
      wavelengthNm: band.wavelengthNm ?? 0,
      ...(band.fwhmNm !== undefined && { fwhmNm: band.fwhmNm }),
      gsdM,
    })),
    scale: info.scale,
    offset: info.offset,
    nodata: info.nodata ?? 0,
    rgb: { red: red!, green: green!, blue: blue! },
    own: true,
  }
}
