import { FactsError } from '#src/formats/raster-facts.ts'
import type { RasterFacts } from '#src/formats/raster-facts.ts'
import { parseSceneJson } from '#src/formats/scene-json.ts'
import { factsOfEnvi, parseEnviHeader } from '#src/formats/envi-header.ts'
import { createBlockReader } from './block-reader.ts'
import type { BlockReader } from './block-reader.ts'
import { countedSource, fileSource } from './byte-source.ts'
import type { ByteSource } from './byte-source.ts'
import type { LocalRaster } from './local-files.ts'
import { isTiff } from './file-kind.ts'
import { openEnvi } from './open-envi.ts'
import { openGeoTiff } from './open-geotiff.ts'
import { ImageryError } from './raster-info.ts'
import type { Cog } from './raster-levels.ts'

import { urlSource } from './url-source.ts'
import type { UrlSourceOptions } from './url-source.ts'

export type { Cog } from './raster-levels.ts'

export type OpenOptions = {
  /** What the caller knows about the bands, such as the API's band list. Counts before what the file says. */
  facts?: RasterFacts
  signal?: AbortSignal
  reader?: BlockReader
}

let pageReader: BlockReader | undefined

/**
 * Opens a GeoTIFF behind a URL that answers range requests. `renew` is asked when a signed address has expired.
 * @throws ImageryError that says why it can not be shown
 */
export function openCog(
  address: string | (() => string),
  { renew, ...options }: OpenOptions & Pick<UrlSourceOptions, 'renew'> = {},
): Promise<Cog> {
  return openSource(urlSource(address, renew ? { renew } : {}), {}, options)
}

/** Opens a file from disk: a GeoTIFF, or an ENVI file with its header. It is read where it lies and never sent anywhere. */
export async function openLocal({ data, header, json }: LocalRaster, options: OpenOptions = {}): Promise<Cog> {
  const texts: Sidecars = {}
  if (header) texts.header = await textOf(header)
  if (json) texts.json = { name: json.name, text: await textOf(json) }
  return openSource(fileSource(data), texts, options)
}

/** What stands beside a file. */
export type Sidecars = { header?: string; json?: { name: string; text: string } }

/** Opens anything that gives bytes. */
export async function openSource(
  given: ByteSource,
  { header, json }: Sidecars = {},
  { facts, signal, reader = (pageReader ??= createBlockReader()) }: OpenOptions = {},
): Promise<Cog> {
  const source = countedSource(given)
  try {
    const said = [facts, json && parseSceneJson(json.text, json.name)].filter((one) => one !== undefined)
    const envi = header === undefined ? undefined : parseEnviHeader(header)
    // A header beside a GeoTIFF only describes its bands.
    const head = envi ? await source.read(0, 4, signal) : undefined
    if (envi && head && !isTiff(head)) return openEnvi(source, envi, said, reader)
    return await openGeoTiff(source, envi ? [...said, factsOfEnvi(envi)] : said, reader, signal)
  } catch (error) {
    throw error instanceof FactsError ? new ImageryError(error.message, { cause: error }) : error
  }
}

/** Texts beside a raster are small; a large one was chosen by mistake. */
const MAX_TEXT_BYTES = 16 << 20

function textOf(file: File): Promise<string> {
  if (file.size > MAX_TEXT_BYTES) throw new ImageryError(`${file.name} is too large to be a description of bands.`)
  return file.text()
}
