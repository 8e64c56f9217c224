import { readFile } from 'node:fs/promises'
import { unzipSync } from 'fflate'
import { fromArrayBuffer } from 'geotiff'
import type { GeoTIFFImage } from 'geotiff'
import { forward } from '#src/geo/projection.ts'
import type { Download } from './browser.ts'
import type { LngLat } from './map.ts'

/** A saved download, opened with other people's code. */
export async function openDownload(download: Download): Promise<{ names: string[]; rasters: DeliveredRaster[] }> {
  const files = unzipSync(new Uint8Array(await readFile(await download.path())))
  const rasters = []
  for (const [name, bytes] of Object.entries(files)) {
    if (!name.endsWith('.tif')) continue
    const copy = new Uint8Array(bytes).buffer
    rasters.push(await openRaster(name, await (await fromArrayBuffer(copy)).getImage()))
  }
  return { names: Object.keys(files), rasters }
}

export type DeliveredRaster = Awaited<ReturnType<typeof openRaster>>

async function openRaster(name: string, image: GeoTIFFImage) {
  const epsg = Number(image.getGeoKeys()?.ProjectedCSTypeGeoKey)
  const [west = 0, south = 0, east = 0, north = 0] = image.getBoundingBox()
  const [gsdX = 0, gsdY = 0] = image.getResolution()
  return {
    name,
    epsg,
    bands: image.getSamplesPerPixel(),
    bounds: { west, south, east, north },
    width: image.getWidth(),
    height: image.getHeight(),
    pixelAreaSqM: Math.abs(gsdX * gsdY),
    /** raw samples of one pixel, all bands */
    async spectrumAt(place: LngLat): Promise<number[]> {
      const [x, y] = forward([...place], epsg)
      const column = Math.floor((x - west) / gsdX)
      const row = Math.floor((north - y) / gsdX)
      const rasters = await image.readRasters({ window: [column, row, column + 1, row + 1] })
      return [...(rasters as unknown as ArrayLike<number>[])].map((band) => Number(band[0]))
    },
    async band(index: number): Promise<ArrayLike<number>> {
      const rasters = await image.readRasters({ samples: [index] })
      return (rasters as unknown as ArrayLike<number>[])[0]!
    },
  }
}
