import { join } from 'node:path'
import { inverse } from '#src/geo/projection.ts'
import { writeCog } from '#sandbox/raster/cog-writer.ts'
import type { RasterInfo } from '#sandbox/raster/raster.ts'
import type { LngLat } from './map.ts'

const grid = { epsg: 32633, originX: 365_000, originY: 5_807_000, pixelSize: 30, width: 96, height: 64 }
const nodata = -32768
const scale = 0.0001

/** Reflectance of what grows and of what is bare, by wavelength in nm: with a red edge, and without. */
const plants = (nm: number) => (nm < 500 ? 0.03 : nm < 600 ? 0.09 : nm < 700 ? 0.04 : 0.48)
const soil = (nm: number) => 0.08 + ((nm - 400) / 600) * 0.22

export const grounds = { plants, soil }

/** A place in the middle of a part of the picture: plants in the west, soil in the east, nothing in the north-east corner. */
export const places = {
  plants: at(24, 40),
  soil: at(72, 40),
  nothing: at(90, 6),
}

/** A small hyperspectral GeoTIFF, 61 bands from 400 to 1000 nm, as a sensor would deliver it; gives its path. */
export async function writeHyperspectralFile(folder: string, name = 'field.tif'): Promise<string> {
  const bands = Array.from({ length: 61 }, (_, i) => ({
    name: `B${String(i + 1).padStart(3, '0')}`,
    wavelengthNm: 400 + i * 10,
    fwhmNm: 10,
  }))
  const info: RasterInfo = { grid, bands, sampleType: 'int16', nodata, scale, offset: 0 }
  const path = join(folder, name)
  await writeCog(path, {
    info,
    read: (window, wanted = bands.map((_, i) => i)) =>
      wanted.map((band) => {
        const nm = bands[band]!.wavelengthNm
        return Int16Array.from({ length: window.width * window.height }, (_, i) => {
          const [x, y] = [window.x + (i % window.width), window.y + Math.floor(i / window.width)]
          if (x >= 84 && y < 12) return nodata
          return Math.round((x < 48 ? plants(nm) : soil(nm)) / scale)
        })
      }),
  })
  return path
}

function at(x: number, y: number): LngLat {
  return inverse([grid.originX + (x + 0.5) * grid.pixelSize, grid.originY - (y + 0.5) * grid.pixelSize], grid.epsg)
}
