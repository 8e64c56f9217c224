import { TiffError, numbers, readPlace } from '#src/formats/tiff-directories.ts'
import type { Directory, ReadBytes } from '#src/formats/tiff-directories.ts'
import { TAG } from '#src/formats/tiff-tags.ts'
import type { ByteRange } from './byte-ranges.ts'
import type { ByteSource } from './byte-source.ts'
import { bytesPerSample, storedSamples, unreadable } from './decode-block.ts'
import type { BlockLayout, StoredSample } from './decode-block.ts'
import { ImageryError } from './raster-info.ts'
import { blockBytes } from './stored-image.ts'
import type { StoredImage } from './stored-image.ts'

/** Tags that list where blocks lie; left in the file until they are needed. */
export const BLOCK_TAGS: ReadonlySet<number> = new Set([
  TAG.stripOffsets,
  TAG.stripByteCounts,
  TAG.tileOffsets,
  TAG.tileByteCounts,
])

const MAX_BANDS = 10_000
/** Of a picture; a list of their places would take 200 MB. */
const MAX_BLOCKS = 8e6
/** Of one block, unpacked. */
const MAX_BLOCK_BYTES = 256 << 20
/** Strips of one whole picture are cut into pieces of about this size where nothing is packed. */
const PIECE_BYTES = 512 << 10

export type OpenTiff = { id: string; source: ByteSource; read: ReadBytes; littleEndian: boolean }

/** One directory as a picture. `fill` is what blocks hold that the file leaves out. @throws ImageryError */
export function storedImageOf(tiff: OpenTiff, directory: Directory, place: number, fill: number): StoredImage {
  const one = (tag: number, otherwise: number) => numbers(directory, tag)[0] ?? otherwise
  const [width, height] = [one(TAG.imageWidth, 0), one(TAG.imageLength, 0)]
  const bandCount = one(TAG.samplesPerPixel, 1)
  if (!(width > 0 && height > 0 && bandCount > 0)) throw new ImageryError('The file holds no picture.')
  if (bandCount > MAX_BANDS) throw new ImageryError(`The file claims to have ${bandCount} bands; it is damaged.`)
  if (one(TAG.orientation, 1) !== 1 || one(TAG.fillOrder, 1) !== 1) {
    throw new ImageryError('The file keeps its rows or bits in an unusual order. Save it anew with gdal_translate.')
  }
  const isTiled = directory.has(TAG.tileWidth)
  const isPlanar = bandCount === 1 || one(TAG.planarConfiguration, 1) === 2
  const layout: BlockLayout = {
    compression: one(TAG.compression, 1),
    predictor: one(TAG.predictor, 1),
    stored: storedSampleOf(directory),
    littleEndian: tiff.littleEndian,
    width: isTiled ? one(TAG.tileWidth, 0) : width,
    height: isTiled ? one(TAG.tileLength, 0) : Math.min(height, one(TAG.rowsPerStrip, height)),
    samplesPerPixel: isPlanar ? 1 : bandCount,
    isByLine: false,
    fill,
  }
  const problem = unreadable(layout)
  if (problem) throw new ImageryError(problem)
  if (!(layout.width > 0 && layout.height > 0))
    throw new ImageryError('The tiles of the file have no size; it is damaged.')

  const rowBytes = layout.width * layout.samplesPerPixel * bytesPerSample(layout.stored)
  const isOneStrip = !isTiled && layout.height >= height
  // A strip that nothing is packed in can be read in parts.
  const canCut = isOneStrip && layout.compression === 1 && layout.predictor === 1 && layout.stored !== 'bit'
  if (canCut) layout.height = Math.min(height, Math.max(1, Math.floor(PIECE_BYTES / rowBytes)))
  const image: StoredImage = {
    id: `${tiff.id}/${place}`,
    source: tiff.source,
    width,
    height,
    bandCount,
    isPlanar,
    layout,
    blocksAcross: Math.ceil(width / layout.width),
    blocksDown: Math.ceil(height / layout.height),
    locate: undefined!,
  }
  const blocks = image.blocksAcross * image.blocksDown * (isPlanar ? bandCount : 1)
  if (blocks > MAX_BLOCKS) {
    throw new ImageryError(
      `The file claims ${width} x ${height} pixels in ${blocks} blocks, more than can be read here.`,
    )
  }
  const unpackedBytes = blockBytes(image, layout.height)
  if (unpackedBytes > MAX_BLOCK_BYTES) {
    throw new ImageryError(
      `Its tiles or strips hold ${Math.round(unpackedBytes / 2 ** 20)} MB each, too much to look into. Save it tiled: gdal_translate -of COG.`,
    )
  }
  const stripBlocks = canCut ? (isPlanar ? bandCount : 1) : blocks
  const places = placesOf(tiff, directory, isTiled, stripBlocks, canCut ? rowBytes * height : unpackedBytes)
  const fileRowBytes = (rowBytes / bytesPerSample(layout.stored)) * storedBytes(layout.stored)
  image.locate = canCut ? cutStrips(places, image, fileRowBytes) : places
  return image
}

function storedBytes(stored: StoredSample): number {
  return stored === 'float16' ? 2 : bytesPerSample(stored)
}

function storedSampleOf(directory: Directory): StoredSample {
  const bits = numbers(directory, TAG.bitsPerSample)
  const formats = numbers(directory, TAG.sampleFormat)
  if (new Set(bits).size > 1 || new Set(formats).size > 1) {
    throw new ImageryError('Its bands have different kinds of samples. Save it with one kind: gdal_translate -ot.')
  }
  const [width = 1, format = 1] = [bits[0], formats[0]]
  const isMask = width === 1 && ((numbers(directory, TAG.newSubfileType)[0] ?? 0) & 4) !== 0
  if (isMask) return 'bit'
  // Format 4 says "undefined", which readers take for unsigned.
  const kind = { 1: 'uint', 2: 'int', 3: 'float', 4: 'uint' }[format]
  const found = storedSamples.find((stored) => stored === `${kind}${width}`)
  if (found) return found
  const named = { uint: 'unsigned', int: 'signed', float: 'floating-point' }[kind ?? ''] ?? 'complex'
  throw new ImageryError(
    `Its samples (${width}-bit ${named}) are not supported. Convert it: gdal_translate -ot Float32.`,
  )
}

/** For `catch`: damage to the structure of a file as a sentence for the person looking. */
export function inWords(error: unknown): never {
  if (error instanceof TiffError) throw new ImageryError(`The file is damaged: ${error.message}.`, { cause: error })
  throw error
}

type Locate = StoredImage['locate']

/** Reads the lists of places when they are first needed, and keeps them. */
function placesOf(
  { read, littleEndian, source }: OpenTiff,
  directory: Directory,
  isTiled: boolean,
  blocks: number,
  unpackedBytes: number,
): Locate {
  const numbersOf = async (tag: number) => {
    const values = directory.get(tag)
    if (values === undefined || typeof values === 'string') return []
    if (Array.isArray(values)) return values
    if (values.count !== blocks) return []
    return readPlace(read, values, littleEndian)
  }
  let known: Promise<readonly [readonly number[], readonly number[]]> | undefined
  const lookUp = async () => {
    const [offsets, lengths] = await Promise.all([
      numbersOf(isTiled ? TAG.tileOffsets : TAG.stripOffsets),
      numbersOf(isTiled ? TAG.tileByteCounts : TAG.stripByteCounts),
    ]).catch(inWords)
    if (offsets.length !== blocks || lengths.length !== blocks) {
      throw new ImageryError('The file is damaged: it does not say where its pixels are.')
    }
    return [offsets, lengths] as const
  }
  // What was packed is hardly larger than what it was made from; a list that says so would fill the memory.
  const mostBytes = unpackedBytes * 2 + 65_536
  return async (indices, signal) => {
    signal?.throwIfAborted()
    known ??= lookUp()
    // A failed look-up is no memory worth keeping.
    known.catch(() => (known = undefined))
    const [offsets, lengths] = await known
    return indices.map((index): ByteRange => {
      const [offset, length] = [offsets[index]!, lengths[index]!]
      if (length > mostBytes) throw new ImageryError('The file is damaged: a block claims more bytes than it can have.')
      const size = source.size()
      if (size !== undefined && length > 0 && offset + length > size) {
        throw new ImageryError(
          `The file is cut off: it ends at byte ${size.toLocaleString('en-GB')}, but its pixels go on to byte ${(offset + length).toLocaleString('en-GB')}.`,
        )
      }
      return offset === 0 ? { offset: 0, length: 0 } : { offset, length }
    })
  }
}

/** Pieces of whole-picture strips, by arithmetic. */
function cutStrips(strips: Locate, image: StoredImage, rowBytes: number): Locate {
  return async (indices, signal) => {
    const located = await strips(
      indices.map((index) => Math.floor(index / image.blocksDown)),
      signal,
    )
    return indices.map((index, i) => {
      const { offset, length } = located[i]!
      if (length === 0) return { offset: 0, length: 0 }
      const row = (index % image.blocksDown) * image.layout.height
      const rows = Math.min(image.layout.height, image.height - row)
      return { offset: offset + row * rowBytes, length: rows * rowBytes }
    })
  }
}
