import { quicklookSource } from '#sandbox/earth/scene-source.ts'
import { sensorByCollection } from '#sandbox/earth/sensors.ts'
import { writeAtomically } from '#sandbox/raster/atomic-file.ts'
import { withCog } from '#sandbox/raster/cog-reader.ts'
import { encodeJpeg } from '#sandbox/raster/jpeg.ts'
import { encodeRgbaPng } from '#sandbox/raster/png.ts'
import type { RgbaImage } from '#sandbox/raster/png.ts'
import { quicklookImage, reflectanceToRgba } from '#sandbox/raster/quicklook.ts'
import type { PixelTask } from '#sandbox/work/pixel-tasks.ts'

type Task = Extract<PixelTask, { kind: 'quicklook' }>
type Pixels<From extends Task['pixels']['from']> = Extract<Task['pixels'], { from: From }>

export async function writeQuicklook({ pixels, maxPixels, out }: Task): Promise<null> {
  const image = pixels.from === 'file' ? await ofFile(pixels, maxPixels) : await ofModel(pixels, maxPixels)
  const bytes = out.endsWith('.jpeg') ? await encodeJpeg(image) : encodeRgbaPng(image)
  await writeAtomically(out, (file) => file.writeFile(bytes))
  return null
}

const ofFile = ({ path, window }: Pixels<'file'>, maxPixels: number): Promise<RgbaImage> =>
  withCog(path, (cog) => quicklookImage(cog, { longest: maxPixels, ...(window && { window }) }))

async function ofModel({ scene, area }: Pixels<'model'>, maxPixels: number): Promise<RgbaImage> {
  const { rgb, bands } = sensorByCollection(scene.collectionId)
  const source = quicklookSource(scene, maxPixels, area)
  const { width, height } = source.info.grid
  const channels = [rgb.red, rgb.green, rgb.blue].map((name) => bands.findIndex((band) => band.name === name))
  const [red, green, blue] = await source.read({ x: 0, y: 0, width, height }, channels)
  return { width, height, rgba: reflectanceToRgba([red!, green!, blue!], source.info) }
}
