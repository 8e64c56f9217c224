import { sceneSource } from '#sandbox/earth/scene-source.ts'
import { sensorByCollection } from '#sandbox/earth/sensors.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import { maskedSource, windowedSource } from '#sandbox/raster/polygon-mask.ts'
import type { RasterSource } from '#sandbox/raster/raster.ts'
import type { PixelTask, PixelTaskResult, ScenePixels } from '#sandbox/work/pixel-tasks.ts'

type Task = Extract<PixelTask, { kind: 'scene-raster' }>

/** The scene's pixels inside the area, in the scene's own grid, nodata elsewhere. */
export async function writeSceneRaster(
  { pixels, area, bands, metadata, out }: Task,
  onProgress: (fraction: number) => void,
): Promise<PixelTaskResult<Task>> {
  const scene = await open(pixels)
  const chosen = bands === null ? scene : withBands(scene, bands)
  const masked = maskedSource(chosen, area)
  const { nodata } = masked.info
  let validPixels = 0
  const counted: RasterSource = {
    info: { ...masked.info, metadata: { ...masked.info.metadata, ...metadata } },
    async read(window, asked) {
      const samples = await masked.read(window, asked)
      if (samples[0]) for (const value of samples[0]) if (value !== nodata) validPixels++
      return samples
    },
  }
  try {
    const { bytes } = await writeCog(out, counted, { onProgress })
    return { validPixels, bytes }
  } finally {
    await scene.close?.()
  }
}

async function open(pixels: ScenePixels): Promise<RasterSource> {
  if (pixels.from === 'file') return windowedSource(await openCog(pixels.path), pixels.window)
  return sceneSource(pixels.scene, sensorByCollection(pixels.scene.collectionId), pixels.grid)
}

/** The same raster with some of its bands, in the asked order. */
function withBands(source: RasterSource, names: readonly string[]): RasterSource {
  const indices = names.map((name) => {
    const index = source.info.bands.findIndex((band) => band.name === name)
    if (index < 0) throw new Error(`the scene has no band ${name}`)
    return index
  })
  return {
    info: { ...source.info, bands: indices.map((index) => source.info.bands[index]!) },
    read: (window, bands) => source.read(window, bands ? bands.map((band) => indices[band]!) : indices),
    close: () => source.close?.(),
  }
}
