import { createSamples } from '#sandbox/raster/raster.ts'
import type { Samples, SampleType } from '#sandbox/raster/raster.ts'
import { IngestError } from './ingest-error.ts'

/** What foreign files hold. The last four become one of ours when no value changes by it. */
export type SourceType = SampleType | 'int8' | 'uint32' | 'int32' | 'float64'
export type SourceSamples = Samples | Int8Array | Uint32Array | Int32Array | Float64Array

/** By sample format (1 unsigned, 2 signed, 3 floating) and bits. */
const TYPES: Readonly<Record<string, SourceType>> = {
  '1/8': 'uint8',
  '1/16': 'uint16',
  '1/32': 'uint32',
  '2/8': 'int8',
  '2/16': 'int16',
  '2/32': 'int32',
  '3/32': 'float32',
  '3/64': 'float64',
}

export const BYTES_PER_SAMPLE: Readonly<Record<SourceType, 1 | 2 | 4 | 8>> = {
  uint8: 1,
  int8: 1,
  uint16: 2,
  int16: 2,
  uint32: 4,
  int32: 4,
  float32: 4,
  float64: 8,
}

export function sourceTypeOf(format: number, bits: number): SourceType {
  // Format 4 says "undefined", which readers take for unsigned.
  const type = TYPES[`${format === 4 ? 1 : format}/${bits}`]
  if (type) return type
  const kind = { 1: 'unsigned', 2: 'signed', 3: 'floating-point' }[format] ?? 'complex'
  throw new IngestError(`The file has ${bits}-bit ${kind} samples, which are not supported.`)
}

export function isStored(type: SourceType): type is SampleType {
  return type === 'uint8' || type === 'uint16' || type === 'int16' || type === 'float32'
}

/** The samples in these bytes, without copying; they must start at a multiple of the sample's size. */
export function viewSamples(bytes: Uint8Array, type: SourceType): SourceSamples {
  const length = Math.floor(bytes.length / BYTES_PER_SAMPLE[type])
  const { buffer, byteOffset } = bytes
  switch (type) {
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

/** What has been seen of the values so far; enough to tell what type holds them all. */
export type ValueRange = { min: number; max: number; fitsFloat32: boolean }

export function emptyRange(): ValueRange {
  return { min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, fitsFloat32: true }
}

export function widenRange(range: ValueRange, samples: SourceSamples): void {
  let { min, max, fitsFloat32 } = range
  for (let index = 0; index < samples.length; index += 1) {
    const value = samples[index] ?? 0
    if (value < min) min = value
    if (value > max) max = value
    if (fitsFloat32 && Math.fround(value) !== value && !Number.isNaN(value)) fitsFloat32 = false
  }
  range.min = min
  range.max = max
  range.fitsFloat32 = fitsFloat32
}

/** The smallest of our types that holds all values (and nodata) exactly, or the reason why none does. */
export function storedTypeFor(type: SourceType, range: ValueRange, nodata: number | null): SampleType {
  if (isStored(type)) return type
  const seen = { ...range }
  if (nodata !== null) widenRange(seen, Float64Array.of(nodata))
  const { min, max, fitsFloat32 } = seen
  if (type !== 'float64') {
    if (min >= 0 && max <= 65_535) return 'uint16'
    if (min >= -32_768 && max <= 32_767) return 'int16'
  }
  if (fitsFloat32) return 'float32'
  throw new IngestError(
    type === 'float64'
      ? 'The 64-bit values of the file have more digits than 32-bit floating point keeps; convert it to Float32 first.'
      : `The values of the file (${min} to ${max}, ${type}) fit neither 16 bits nor exactly into Float32; convert it first.`,
  )
}

export function convertSamples(samples: SourceSamples, type: SampleType): Samples {
  const converted = createSamples(type, samples.length)
  converted.set(samples)
  return converted
}

const RANGES: Readonly<Record<Exclude<SourceType, 'float32' | 'float64'>, readonly [number, number]>> = {
  uint8: [0, 255],
  int8: [-128, 127],
  uint16: [0, 65_535],
  int16: [-32_768, 32_767],
  uint32: [0, 2 ** 32 - 1],
  int32: [-(2 ** 31), 2 ** 31 - 1],
}

/** The nodata value as a sample of the type, or null when no sample can have it. */
export function nodataAsSample(nodata: number | null, type: SourceType): number | null {
  if (nodata === null || type === 'float64') return nodata
  if (type === 'float32') return Math.fround(nodata)
  const [least, most] = RANGES[type]
  return Number.isInteger(nodata) && nodata >= least && nodata <= most ? nodata : null
}
