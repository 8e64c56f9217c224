import type { FileHandle } from 'node:fs/promises'
import { open, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { writeCog } from './cog-writer.ts'
import type { SceneJson } from '#src/formats/scene-json.ts'
import { parseGdalMetadata } from '#src/formats/gdal-metadata.ts'
import type { MetadataItem } from '#src/formats/gdal-metadata.ts'
import { fileReader } from './file-bytes.ts'
import { describeBands } from './ingest/band-wavelengths.ts'
import { readLayout } from './ingest/block-layout.ts'
import type { BlockLayout } from './ingest/block-layout.ts'
import { readGrid } from './ingest/georeference.ts'
import { IngestError } from './ingest/ingest-error.ts'
import { readSceneMetadata, toUtc } from './ingest/scene-metadata.ts'
import { unpackToScratch } from './ingest/scratch-tiles.ts'
import type { ScratchTiles } from './ingest/scratch-tiles.ts'
import { convertSamples, isStored, nodataAsSample, storedTypeFor } from './ingest/source-samples.ts'
import type { SourceType } from './ingest/source-samples.ts'
import { TILE_SIZE } from './pyramid.ts'
import type { RasterInfo, RasterSource } from './raster.ts'
import { TiffError, numbers, readDirectories, text } from '#src/formats/tiff-directories.ts'
import type { Directory } from '#src/formats/tiff-directories.ts'
import { TAG } from '#src/formats/tiff-tags.ts'

/** What a file of the user holds. */
export type SceneInspection = {
  /** `sampleType` says float32 for a `sourceType` of which only the pixels tell what they fit into */
  info: RasterInfo
  sourceType: SourceType
  /** ISO time in UTC */
  acquired: string | null
  sensor: string | null
  product: string | null
  place: string | null
  /** sentences about what was assumed or left out, for the user */
  notes: string[]
}

export type IngestOptions = { onProgress?: (fraction: number) => void; signal?: AbortSignal }

/** Share of the work before the COG is written. */
const UNPACK_SHARE = 0.4

/**
 * Looks into a GeoTIFF without reading its pixels; throws an IngestError with the reason when it can not become a
 * scene. The metadata file is JSON: scale, offset, nodata, acquired, sensor, bands with name and center_wavelength_nm.
 */
export async function inspectGeoTiff(file: string, metaFile?: string): Promise<SceneInspection> {
  return withGeoTiff(file, metaFile, async ({ inspection }) => inspection)
}

/** Converts a GeoTIFF to one of ours, pixel by pixel the same, and says what it then holds. */
export async function ingestGeoTiff(
  file: string,
  metaFile: string | undefined,
  outPath: string,
  { onProgress, signal }: IngestOptions = {},
): Promise<SceneInspection & { bytes: number }> {
  return withGeoTiff(file, metaFile, async ({ source, layout, inspection }) => {
    const scratchPath = `${outPath}.unpacked`
    let scratch: ScratchTiles | undefined
    try {
      scratch = await unpackToScratch(source, layout, scratchPath, {
        fill: inspection.info.nodata ?? 0,
        onProgress: (fraction) => onProgress?.(fraction * UNPACK_SHARE),
        signal,
      })
      const sampleType = storedTypeFor(layout.type, scratch.range, inspection.info.nodata)
      const info = { ...inspection.info, sampleType }
      const { bytes } = await writeCog(outPath, scratchSource(scratch, info), {
        onProgress: (fraction) => onProgress?.(UNPACK_SHARE + fraction * (1 - UNPACK_SHARE)),
        signal,
      })
      return { ...inspection, info, bytes }
    } finally {
      await scratch?.close()
      await rm(scratchPath, { force: true })
    }
  })
}

/** The writer asks for whole tiles only, which is how the scratch file is laid out. */
function scratchSource(scratch: ScratchTiles, info: RasterInfo): RasterSource {
  return {
    info,
    read({ x, y }, bands = info.bands.map((_, band) => band)) {
      const tile = async (band: number) =>
        convertSamples(await scratch.readTile(x / TILE_SIZE, y / TILE_SIZE, band), info.sampleType)
      return Promise.all(bands.map(tile))
    },
  }
}

type OpenGeoTiff = { source: FileHandle; layout: BlockLayout; inspection: SceneInspection }

async function withGeoTiff<T>(
  file: string,
  metaFile: string | undefined,
  use: (geotiff: OpenGeoTiff) => Promise<T>,
): Promise<T> {
  const source = await open(file, 'r').catch((error: unknown) => {
    throw new IngestError(`${basename(file)} can not be opened: ${(error as Error).message}.`)
  })
  try {
    const { littleEndian, directories } = await readDirectories(fileReader(source))
    const [directory] = directories
    if (!directory) throw new IngestError('The file has no image in it.')
    const layout = readLayout(directory, littleEndian, (await source.stat()).size)
    const metadata = metaFile === undefined ? {} : await readSceneMetadata(metaFile)
    const masked = directories.some((other) => ((numbers(other, TAG.newSubfileType)[0] ?? 0) & 4) !== 0)
    return await use({ source, layout, inspection: inspect(directory, layout, metadata, masked) })
  } catch (error) {
    if (error instanceof TiffError) throw new IngestError(`${basename(file)} can not be read: ${error.message}.`)
    throw error
  } finally {
    await source.close()
  }
}

function inspect(directory: Directory, layout: BlockLayout, metadata: SceneJson, masked: boolean): SceneInspection {
  const items = parseGdalMetadata(text(directory, TAG.gdalMetadata))
  const notes: string[] = []
  const grid = readGrid(directory, layout.width, layout.height)
  const bands = describeBands(layout.bandCount, metadata, items)
  const scale = metadata.scale ?? sharedBandItem(items, 'scale', layout.bandCount)
  const offset = metadata.offset ?? sharedBandItem(items, 'offset', layout.bandCount) ?? 0
  if (scale === undefined && layout.type !== 'float32' && layout.type !== 'float64') {
    notes.push('No scale is given, so the stored numbers are taken as reflectance; a metadata file can say otherwise.')
  }
  if (masked) notes.push('The mask inside the file is not used; only its nodata value is.')
  const said = metadata.nodata ?? parseNodata(text(directory, TAG.gdalNodata))
  const nodata = nodataAsSample(said, layout.type)
  if (said !== null && nodata === null) notes.push(`The nodata value ${said} can not occur in ${layout.type} samples.`)
  const acquired = toUtc(metadata.acquired) ?? acquiredItem(items)
  const known = { acquired, sensor: metadata.sensor, product: metadata.product, place: metadata.place }
  const described = Object.entries(known).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return {
    info: {
      grid,
      bands,
      sampleType: isStored(layout.type) ? layout.type : 'float32',
      nodata,
      scale: scale ?? 1,
      offset,
      ...(described.length > 0 ? { metadata: Object.fromEntries(described) } : {}),
    },
    sourceType: layout.type,
    acquired,
    sensor: metadata.sensor ?? null,
    product: metadata.product ?? null,
    place: metadata.place ?? null,
    notes,
  }
}

/** Scale or offset of all bands; a raster of ours has one for all. */
function sharedBandItem(
  items: readonly MetadataItem[],
  role: 'scale' | 'offset',
  bandCount: number,
): number | undefined {
  const values = items.flatMap((item) => (item.role === role ? [Number(item.value)] : []))
  if (values.length === 0) return undefined
  // A band without the item has GDAL's default.
  const distinct = new Set(values.length < bandCount ? [...values, role === 'scale' ? 1 : 0] : values)
  if (distinct.size > 1 || !Number.isFinite(values[0])) {
    throw new IngestError(`The bands of the file have different ${role}s; they must all have the same.`)
  }
  return values[0]
}

function parseNodata(value: string): number | null {
  const trimmed = value.trim()
  if (trimmed === '') return null
  return /^[+-]?nan$/i.test(trimmed) ? Number.NaN : Number(trimmed)
}

const ACQUIRED_NAMES = /^(acquired|acquisition[_ ]?(date)?[_ ]?(time)?|datetime|sensing[_ ]?time|start[_ ]?time)$/i

function acquiredItem(items: readonly MetadataItem[]): string | null {
  for (const { name, value, sample } of items) {
    const time = sample === undefined && ACQUIRED_NAMES.test(name) ? toUtc(value) : null
    if (time !== null) return time
  }
  return null
}
