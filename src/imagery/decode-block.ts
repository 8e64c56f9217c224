import { ImageryError, createSamples } from './raster-info.ts'
import type { Samples, SampleType } from './raster-info.ts'

/** How the samples of a file are stored. */
export type StoredSample = 'uint8' | 'int8' | 'uint16' | 'int16' | 'uint32' | 'int32' | 'float32' | 'float64'

/** How one tile or strip is packed. */
export type BlockLayout = {
  compression: number
  predictor: number
  stored: StoredSample
  littleEndian: boolean
  width: number
  height: number
  /** Samples that lie side by side for each pixel: all bands of a pixel-interleaved file, else 1. */
  samplesPerPixel: number
}

const COMPRESSION = { none: 1, lzw: 5, jpeg: 7, deflate: 8, oldDeflate: 32946, zstd: 50000, lerc: 34887 } as const

export function sampleTypeOf(stored: StoredSample): SampleType {
  if (stored === 'uint8' || stored === 'uint16' || stored === 'int16') return stored
  return stored === 'int8' ? 'int16' : 'float32'
}

/** Why blocks packed like this can not be read, or undefined when they can. */
export function unreadable({ compression, predictor, stored }: BlockLayout): string | undefined {
  if (
    compression !== COMPRESSION.none &&
    compression !== COMPRESSION.deflate &&
    compression !== COMPRESSION.oldDeflate
  ) {
    const name =
      Object.entries(COMPRESSION)
        .find(([, code]) => code === compression)?.[0]
        .toUpperCase() ?? `number ${compression}`
    return `Its compression (${name}) is not supported. Save it with DEFLATE or uncompressed.`
  }
  const isFloat = stored === 'float32' || stored === 'float64'
  if (predictor === 3 && !isFloat) return 'Its predictor does not fit its kind of samples.'
  if (predictor === 2 && isFloat) return 'Its predictor does not fit its kind of samples.'
  return predictor >= 1 && predictor <= 3 ? undefined : `Its predictor (number ${predictor}) is not known.`
}

/**
 * The samples of one block, one array per wanted sample of the pixel (`wanted` counts from 0), row by row. Predictors are
 * those of TIFF 6.0, section 14, and of Adobe's Technical Note 3 for floating point.
 */
export async function decodeBlock(
  packed: Uint8Array<ArrayBuffer>,
  layout: BlockLayout,
  wanted: readonly number[],
): Promise<Samples[]> {
  const reason = unreadable(layout)
  if (reason) throw new ImageryError(reason)
  const bytes = layout.compression === COMPRESSION.none ? packed.slice() : await inflate(packed)
  const { width, height, samplesPerPixel, stored, predictor } = layout
  const sampleSize = bytesOf(stored)
  const rowBytes = width * samplesPerPixel * sampleSize
  // The last strip of a file may be shorter than the others.
  const rows = Math.min(height, Math.floor(bytes.length / rowBytes))
  if (rows === 0) throw new ImageryError('The file is damaged: a block of its pixels is too short.')
  if (predictor === 3) undoFloatDifferences(bytes, rows, rowBytes, samplesPerPixel, sampleSize)
  // The floating point predictor has already laid out the bytes for this machine, which is little-endian like all we run on.
  else if (!layout.littleEndian && sampleSize > 1) swapBytes(bytes, sampleSize)
  const samples = viewAs(bytes, stored, rows * width * samplesPerPixel)
  if (predictor === 2) undoDifferences(samples, rows, width * samplesPerPixel, samplesPerPixel)
  const type = sampleTypeOf(stored)
  return wanted.map((sample) => {
    const plane = createSamples(type, width * height)
    if (samplesPerPixel === 1) plane.set(samples)
    else for (let i = 0, at = sample; at < samples.length; i++, at += samplesPerPixel) plane[i] = samples[at]!
    return plane
  })
}

async function inflate(packed: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'))
  try {
    return new Uint8Array(await new Response(stream).arrayBuffer())
  } catch {
    throw new ImageryError('The file is damaged: a block of its pixels can not be unpacked.')
  }
}

type Stored = Samples | Int8Array | Uint32Array | Int32Array | Float64Array

function viewAs(bytes: Uint8Array<ArrayBuffer>, stored: StoredSample, length: number): Stored {
  const { buffer, byteOffset } = bytes
  switch (stored) {
    case 'uint8':
      return new Uint8Array(buffer, byteOffset, length)
    case 'int8':
      return new Int8Array(buffer, byteOffset, length)
    case 'uint16':
      return new Uint16Array(buffer, byteOffset, length)
    case 'int16':
      return new Int16Array(buffer, byteOffset, length)
    case 'uint32':
      return new Uint32Array(buffer, byteOffset, length)
    case 'int32':
      return new Int32Array(buffer, byteOffset, length)
    case 'float32':
      return new Float32Array(buffer, byteOffset, length)
    case 'float64':
      return new Float64Array(buffer, byteOffset, length)
  }
}

function bytesOf(stored: StoredSample): number {
  return Number(/\d+/.exec(stored)?.[0]) / 8
}

function swapBytes(bytes: Uint8Array<ArrayBuffer>, size: number): void {
  for (let at = 0; at + size <= bytes.length; at += size) bytes.subarray(at, at + size).reverse()
}

/** Each sample is stored as its difference from the one before it in the row; sums wrap around as the type does. */
function undoDifferences(samples: Stored, rows: number, rowLength: number, stride: number): void {
  for (let row = 0; row < rows; row++) {
    const start = row * rowLength
    for (let at = start + stride; at < start + rowLength; at++) samples[at]! += samples[at - stride]!
  }
}

/** A row's bytes are differences, and sorted into planes, the most significant first. */
function undoFloatDifferences(bytes: Uint8Array, rows: number, rowBytes: number, stride: number, size: number): void {
  const row = new Uint8Array(rowBytes)
  const count = rowBytes / size
  for (let start = 0; start < rows * rowBytes; start += rowBytes) {
    for (let at = start + stride; at < start + rowBytes; at++) bytes[at]! += bytes[at - stride]!
    row.set(bytes.subarray(start, start + rowBytes))
    for (let plane = 0; plane < size; plane++) {
      const target = start + size - 1 - plane
      for (let i = 0; i < count; i++) bytes[target + i * size] = row[plane * count + i]!
    }
  }
}
