import { findScene } from '#sandbox/database/scene-search.ts'
import type { Database } from '#sandbox/database/open.ts'
import { modelScene } from './scene-pixels.ts'
import type { Files } from '#sandbox/files.ts'
import type { PixelPool } from './pixel-pool.ts'

const folder = 'quicklooks'
const maxPixels = 320

export const quicklookName = (sceneId: string) => `${folder}/${sceneId}.png`

/** Draws a scene's quicklook when it is first looked at; false when the name is not that of a known scene. */
export function createQuicklooks(database: Database, pixels: PixelPool, files: () => Files) {
  const drawing = new Map<string, Promise<void>>()
  return async (name: string): Promise<boolean> => {
    const sceneId = /^quicklooks\/([\w.-]+)\.png$/.exec(name)?.[1]
    const scene = sceneId ? findScene(database, sceneId) : undefined
    if (!scene) return false
    let promise = drawing.get(name)
    if (!promise) {
      promise = draw().finally(() => drawing.delete(name))
      drawing.set(name, promise)
    }
    await promise
    return true

    async function draw() {
      const source = scene!.own_raster
        ? ({ from: 'file', path: files().path(scene!.own_raster) } as const)
        : ({ from: 'model', scene: modelScene(scene!) } as const)
      await pixels.run({ kind: 'quicklook', pixels: source, maxPixels, out: await files().pathToWrite(name) })
    }
  }
}
