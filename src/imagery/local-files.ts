import { ImageryError } from './raster-info.ts'

/** A raster from disk and what lies beside it. */
export type LocalRaster = {
  data: File
  /** The ENVI header (.hdr). */
  header?: File
  /** A JSON that describes its bands. */
  json?: File
}

/**
 * Files that were dropped or chosen together, sorted into rasters. A header or JSON belongs to the raster of the same
 * name, or to the only one. @throws ImageryError when there is no raster among them
 */
export function sortLocalFiles(files: readonly File[]): LocalRaster[] {
  const [headers, jsons] = [files.filter(endsWith('.hdr')), files.filter(endsWith('.json', '.geojson'))]
  const rasters = files.filter((file) => !headers.includes(file) && !jsons.includes(file) && !isCompanion(file))
  if (rasters.length === 0) {
    const only = headers.length > 0 ? 'an ENVI header' : jsons.length > 0 ? 'a JSON text' : undefined
    throw new ImageryError(
      only
        ? `This is only ${only}. Choose the picture it belongs to together with it.`
        : 'There is no picture among these files. Choose a GeoTIFF, or an ENVI file with its header.',
    )
  }
  return rasters.map((data) => {
    const beside = (others: readonly File[]) =>
      others.find((other) => stem(other) === stem(data) || stem(other) === data.name.toLowerCase()) ??
      (rasters.length === 1 && others.length === 1 ? others[0] : undefined)
    const [header, json] = [beside(headers), beside(jsons)]
    return { data, ...(header && { header }), ...(json && { json }) }
  })
}

function endsWith(...endings: string[]): (file: File) => boolean {
  return ({ name }) => endings.some((ending) => name.toLowerCase().endsWith(ending))
}

/** Files that other programs leave beside rasters. */
const isCompanion = endsWith('.xml', '.ovr', '.tfw', '.prj', '.enp', '.sta', '.txt', '.msk')

/** The name without its last ending, whatever its case. */
function stem({ name }: File): string {
  return name.toLowerCase().replace(/\.[^.]*$/, '')
}
