import { applyFloatPredictor } from '#src/formats/tiff-predictors.ts'
import { TILE_SIZE } from './pyramid.ts'
import { createSamples } from './raster.ts'
import type { Samples, SampleType } from './raster.ts'

/** TIFF predictors: 2 = horizontal differences (TIFF 6.0, section 14), 3 = floating point (Adobe Technical Note 3). */
export function predictorOf(type: SampleType): 2 | 3 {
  return type === 'float32' ? 3 : 2
}

/**
 * The bytes of a whole tile, differenced and ready for DEFLATE, from samples that cover its upper-left part.
 * What lies outside the raster has no differences, which compress to nearly nothing.
 */
export function encodeTile(samples: Samples, width: number, height: number): Uint8Array<ArrayBuffer> {
  return samples instanceof Float32Array
    ? encodeFloatTile(samples, width, height)
    : encodeIntegerTile(samples, width, height)
}

function encodeIntegerTile(samples: Exclude<Samples, Float32Array>, width: number, height: number) {
  const kind = samples instanceof Uint8Array ? 'uint8' : samples instanceof Uint16Array ? 'uint16' : 'int16'
  const tile = createSamples(kind, TILE_SIZE * TILE_SIZE)
  for (let y = 0; y < height; y += 1) {
    const start = y * width
    const target = y * TILE_SIZE
    let previous = 0
    for (let x = 0; x < width; x += 1) {
      const sample = samples[start + x] ?? 0
      tile[target + x] = sample - previous
      previous = sample
    }
  }
  return bytesOf(tile)
}

/** What lies right of the raster repeats its last column. */
function encodeFloatTile(samples: Float32Array, width: number, height: number) {
  const tile = new Float32Array(TILE_SIZE * TILE_SIZE)
  for (let y = 0; y < height; y += 1) {
    const start = y * TILE_SIZE
    tile.set(samples.subarray(y * width, (y + 1) * width), start)
    tile.fill(tile[start + width - 1] ?? 0, start + width, start + TILE_SIZE)
  }
  return applyFloatPredictor(tile, TILE_SIZE)
}

/** The 256 x 256 samples of a tile from its inflated bytes; undoes `encodeTile` (and reads undifferenced tiles). */
export function decodeTile(bytes: Uint8Array, type: SampleType, predictor: number): Samples {
  const tile = createSamples(type, TILE_SIZE * TILE_SIZE)
  const raw = bytesOf(tile)
  if (bytes.length !== raw.length) throw new Error(`a tile has ${bytes.length} bytes instead of ${raw.length}`)
  if (predictor === 3) {
    decodeFloatRows(bytes, raw)
    return tile
  }
  raw.set(bytes)
  if (predictor === 2) {
    for (let start = 0; start < tile.length; start += TILE_SIZE) {
      let sum = 0
      for (let index = start; index < start + TILE_SIZE; index += 1) {
        sum += tile[index] ?? 0
        tile[index] = sum
      }
    }
  }
  return tile
}

function decodeFloatRows(bytes: Uint8Array, raw: Uint8Array): void {
  const rowBytes = TILE_SIZE * 4
  for (let start = 0; start < bytes.length; start += rowBytes) {
    let sum = 0
    for (let plane = 0; plane < 4; plane += 1) {
      for (let x = 0; x < TILE_SIZE; x += 1) {
        sum = (sum + (bytes[start + plane * TILE_SIZE + x] ?? 0)) & 255
        raw[start + x * 4 + 3 - plane] = sum
      }
    }
  }
}

function bytesOf(samples: Samples): Uint8Array<ArrayBuffer> {
  return new Uint8Array(samples.buffer as ArrayBuffer, samples.byteOffset, samples.byteLength)
}
