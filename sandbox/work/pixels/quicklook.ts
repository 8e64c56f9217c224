import { quicklookSource } from '#sandbox/earth/scene-source.ts'
import { sensorByCollection } from '#sandbox/earth/sensors.ts'
import { writeAtomically } from '#sandbox/raster/atomic-file.ts'
import { openCog } from '#sandbox/raster/cog-reader.ts'
import { encodeRgbaPng } from '#sandbox/raster/png.ts'
import { quicklookPng, reflectanceToRgba } from '#sandbox/raster/quicklook.ts'
import type { PixelTask } from '#sandbox/work/pixel-tasks.ts'

type Task = Extract<PixelTask, { kind: 'quicklook' }>

export async function writeQuicklook({ pixels, maxPixels, out }: Task): Promise<null> {
  const png = pixels.from === 'file' ? await ofFile(pixels.path, maxPixels) : await ofModel(pixels.scene, maxPixels)
  await writeAtomically(out, (file) => file.writeFile(png))
  return null
}

async function ofFile(path: string, maxPixels: number): Promise<Buffer> {
  const cog = await openCog(path)
  try {
    return await quicklookPng(cog, { longest: maxPixels })
  } finally {
    await cog.close()
  }
}

async function ofModel(scene: Extract<Task['pixels'], { from: 'model' }>['scene'], maxPixels: number): Promise<Buffer> {
  const { rgb, bands } = sensorByCollection(scene.collectionId)
  const source = quicklookSource(scene, maxPixels)
  const { width, height } = source.info.grid
  const channels = [rgb.red, rgb.green, rgb.blue].map((name) => bands.findIndex((band) => band.name === name))
  const [red, green, blue] = await source.read({ x: 0, y: 0, width, height }, channels)
  const rgba = reflectanceToRgba([red!, green!, blue!], source.info)
  return Buffer.from(await encodeRgbaPng({ width, height, rgba }))
}
