import { epsgOfGeoKeys, isSupportedEpsg, parseGeoKeys, pixelIsPoint } from '#src/formats/geo-keys.ts'
import type { Grid } from '#sandbox/raster/raster.ts'
import { numbers, text } from '#src/formats/tiff-directories.ts'
import type { Directory } from '#src/formats/tiff-directories.ts'
import { TAG } from '#src/formats/tiff-tags.ts'
import { IngestError } from './ingest-error.ts'

/** Where the upper-left corner of the raster is, and how far one pixel goes. */
type Placement = { originX: number; originY: number; pixelSizeX: number; pixelSizeY: number }

/** The pixel grid of a foreign GeoTIFF, or the reason why there is none that Swath can use. */
export function readGrid(directory: Directory, width: number, height: number): Grid {
  const keys = parseGeoKeys(numbers(directory, TAG.geoKeyDirectory), text(directory, TAG.geoAsciiParams))
  const placement = readPlacement(directory)
  if (!placement || keys.size === 0) {
    throw new IngestError('The file has no georeferencing: it says neither a coordinate system nor where it lies.')
  }
  const epsg = epsgOfGeoKeys(keys)
  if (epsg === null || !isSupportedEpsg(epsg)) {
    const named = epsg === null ? 'one without an EPSG code' : `EPSG:${epsg}`
    throw new IngestError(
      `The coordinate system of the file (${named}) is not supported; reproject it to WGS 84 / UTM, EPSG:4326 or EPSG:3857.`,
    )
  }
  const { pixelSizeX, pixelSizeY } = placement
  if (!(pixelSizeX > 0 && pixelSizeY > 0)) {
    throw new IngestError(
      'The file is flipped: its rows must run from north to south and its columns from west to east.',
    )
  }
  const half = pixelIsPoint(keys) ? 0.5 : 0
  return {
    epsg,
    originX: placement.originX - half * pixelSizeX,
    originY: placement.originY + half * pixelSizeY,
    pixelSize: pixelSizeX,
    ...(pixelSizeX === pixelSizeY ? {} : { pixelSizeY }),
    width,
    height,
  }
}

function readPlacement(directory: Directory): Placement | null {
  const matrix = numbers(directory, TAG.modelTransformation)
  if (matrix.length === 16) {
    const [a = 0, b = 0, , originX = 0, d = 0, e = 0, , originY = 0] = matrix
    if (b !== 0 || d !== 0) {
      throw new IngestError('The file is rotated or sheared against its coordinate system; warp it to north-up first.')
    }
    return { originX, originY, pixelSizeX: a, pixelSizeY: -e }
  }
  const tiepoints = numbers(directory, TAG.modelTiepoint)
  const [pixelSizeX, pixelSizeY] = numbers(directory, TAG.modelPixelScale)
  if (pixelSizeX === undefined || pixelSizeY === undefined) {
    if (tiepoints.length <= 6) return null
    throw new IngestError('The file has ground control points instead of a pixel grid; warp it to north-up first.')
  }
  const [column, row, , x, y] = tiepoints
  if (column === undefined || row === undefined || x === undefined || y === undefined) return null
  return { originX: x - column * pixelSizeX, originY: y + row * pixelSizeY, pixelSizeX, pixelSizeY }
}
