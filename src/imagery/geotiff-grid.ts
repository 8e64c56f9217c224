import { wgs84Equivalent } from '#src/geo/wgs84-equivalent.ts'
import { crsName, epsgOfGeoKeys, parseGeoKeys, pixelIsPoint } from '#src/formats/geo-keys.ts'
import { numbers, text } from '#src/formats/tiff-directories.ts'
import type { Directory } from '#src/formats/tiff-directories.ts'
import { TAG } from '#src/formats/tiff-tags.ts'
import { ImageryError } from './raster-info.ts'
import type { RasterGrid } from './raster-info.ts'

export type Georeference = { grid: RasterGrid; crsName: string; statedEpsg: number | null; notes: string[] }

/** Where a GeoTIFF lies. @throws ImageryError when it says nothing that can be used */
export function georeferenceOf(directory: Directory, width: number, height: number): Georeference {
  const keys = parseGeoKeys(
    numbers(directory, TAG.geoKeyDirectory),
    text(directory, TAG.geoAsciiParams),
    numbers(directory, TAG.geoDoubleParams),
  )
  const name = crsName(keys)
  const placement = placementOf(directory)
  if (!placement || keys.size === 0) throw new ImageryError(NOWHERE)
  const statedEpsg = epsgOfGeoKeys(keys)
  const { epsg, notes } = usableCrs(statedEpsg, name)
  const { pixelWidth, pixelHeight } = placement
  checkNorthUp(pixelWidth, pixelHeight)
  // Coordinates of "pixel is point" files name the middle of a pixel.
  const shift = pixelIsPoint(keys) ? 0.5 : 0
  const originX = placement.originX - shift * pixelWidth
  const originY = placement.originY + shift * pixelHeight
  return { grid: { epsg, originX, originY, pixelWidth, pixelHeight, width, height }, crsName: name, statedEpsg, notes }
}

export const NOWHERE = 'The file does not say where on Earth it lies.'

/** The code under which we compute. @throws ImageryError when there is none */
export function usableCrs(epsg: number | null, name: string): { epsg: number; notes: string[] } {
  const equivalent = epsg === null ? null : wgs84Equivalent(epsg)
  if (equivalent === null) {
    const named = [epsg === null ? '' : `EPSG:${epsg}`, name].filter((part) => part !== '').join(', ')
    throw new ImageryError(
      `Its projection (${named || 'without a name'}) is not supported. Use WGS 84, Web Mercator or a WGS 84 / UTM zone.`,
    )
  }
  if (equivalent === epsg || equivalent === 3857) return { epsg: equivalent, notes: [] }
  return {
    epsg: equivalent,
    notes: [`Its coordinate system (EPSG:${epsg}) is taken as WGS 84, from which it differs by less than 2 m.`],
  }
}

export function checkNorthUp(pixelWidth: number, pixelHeight: number): void {
  if (!(pixelWidth > 0 && pixelHeight > 0)) {
    throw new ImageryError('The picture is upside down or mirrored. Save it north-up.')
  }
}

type Placement = { originX: number; originY: number; pixelWidth: number; pixelHeight: number }

function placementOf(directory: Directory): Placement | null {
  const matrix = numbers(directory, TAG.modelTransformation)
  if (matrix.length >= 8) {
    const [a = 0, b = 0, , originX = 0, d = 0, e = 0, , originY = 0] = matrix
    if (Math.abs(b) > 1e-12 || Math.abs(d) > 1e-12) throw new ImageryError('The picture is rotated. Save it north-up.')
    return { originX, originY, pixelWidth: a, pixelHeight: -e }
  }
  const tiepoints = numbers(directory, TAG.modelTiepoint)
  const [pixelWidth, pixelHeight] = numbers(directory, TAG.modelPixelScale)
  if (pixelWidth === undefined || pixelHeight === undefined) {
    if (tiepoints.length > 6) {
      throw new ImageryError('The picture has control points in place of a pixel grid. Warp it with gdalwarp first.')
    }
    return null
  }
  const [column, row, , x, y] = tiepoints
  if (column === undefined || row === undefined || x === undefined || y === undefined) return null
  return { originX: x - column * pixelWidth, originY: y + row * pixelHeight, pixelWidth, pixelHeight }
}
