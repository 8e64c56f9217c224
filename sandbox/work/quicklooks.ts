import type { MultiPolygon, Polygon } from 'geojson'
import type { Database } from '#sandbox/database/open.ts'
import { findScene } from '#sandbox/database/scene-search.ts'
import type { Files } from '#sandbox/files.ts'
import { withCog } from '#sandbox/raster/cog-reader.ts'
import { windowOf } from '#sandbox/raster/polygon-mask.ts'
import type { PixelPool } from './pixel-pool.ts'
import type { PixelTask } from './pixel-tasks.ts'
import { modelScene } from './scene-pixels.ts'

type Source = Extract<PixelTask, { kind: 'quicklook' }>['pixels']

const folder = 'quicklooks'
const maxPixels = 320

export const quicklookName = (sceneId: string) => `${folder}/${sceneId}.png`

/** How a delivered picture looks, for as long as its own files were not computed. */
export const pictureQuicklookName = (catalogId: string) => `${folder}/pictures/${catalogId}.jpeg`

/** Draws a quicklook when it is first looked at; false when the name is not that of a known scene or picture. */
export function createQuicklooks(database: Database, pixels: PixelPool, files: () => Files) {
  const drawing = new Map<string, Promise<void>>()
  return async (name: string): Promise<boolean> => {
    const source = await sourceOf(name)
    if (!source) return false
    let promise = drawing.get(name)
    if (!promise) {
      promise = draw().finally(() => drawing.delete(name))
      drawing.set(name, promise)
    }
    await promise
    return true

    async function draw() {
      await pixels.run({ kind: 'quicklook', pixels: source!, maxPixels, out: await files().pathToWrite(name) })
    }
  }

  async function sourceOf(name: string): Promise<Source | null> {
    const sceneId = /^quicklooks\/([\w.-]+)\.png$/.exec(name)?.[1]
    if (sceneId) return pixelsOf(sceneId)
    const catalogId = /^quicklooks\/pictures\/([\w.-]+)\.jpeg$/.exec(name)?.[1]
    if (!catalogId) return null
    const picture = await database.query
      .selectFrom('catalogs')
      .select(['scene_id', 'geometry_json'])
      .where('id', '=', catalogId)
      .executeTakeFirst()
    return picture ? pixelsOf(picture.scene_id, JSON.parse(picture.geometry_json) as Polygon | MultiPolygon) : null
  }

  async function pixelsOf(sceneId: string, area?: Polygon | MultiPolygon): Promise<Source | null> {
    const scene = findScene(database, sceneId)
    if (!scene) return null
    if (!scene.own_raster) return { from: 'model', scene: modelScene(scene), ...(area && { area }) }
    const path = files().path(scene.own_raster)
    if (!area) return { from: 'file', path }
    const window = await withCog(path, ({ info }) => windowOf(area, info.grid))
    return window ? { from: 'file', path, window } : null
  }
}
