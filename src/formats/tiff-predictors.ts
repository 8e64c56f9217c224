/** How differenced samples lie in a block: rows of `width` pixels, `samplesPerPixel` side by side in each. */
export type PredictedRows = { width: number; samplesPerPixel: number; bytesPerSample: 1 | 2 | 4 | 8 }

/**
 * TIFF 6.0, section 14 (predictor 2), in place: each sample is the difference to that of the pixel to its left, as an
 * integer of its size that wraps around, floating point included. Samples are in the byte order of this machine and
 * start at the buffer's start.
 */
export function undoDifferences(
  raw: Uint8Array<ArrayBuffer>,
  rows: number,
  { bytesPerSample, samplesPerPixel, width }: PredictedRows,
): void {
  const perRow = width * samplesPerPixel
  if (bytesPerSample === 8) {
    const words = new BigUint64Array(raw.buffer, 0, perRow * rows)
    for (let start = 0; start < words.length; start += perRow) {
      for (let index = start + samplesPerPixel; index < start + perRow; index += 1) {
        words[index] = words[index]! + words[index - samplesPerPixel]!
      }
    }
    return
  }
  const Words = bytesPerSample === 1 ? Uint8Array : bytesPerSample === 2 ? Uint16Array : Uint32Array
  const words = new Words(raw.buffer, 0, perRow * rows)
  for (let start = 0; start < words.length; start += perRow) {
    for (let index = start + samplesPerPixel; index < start + perRow; index += 1) {
      words[index] = words[index]! + words[index - samplesPerPixel]!
    }
  }
}

/**
 * Adobe Technical Note 3 (predictor 3): bytes of a row sorted by significance (highest first, whatever the file's
 * order), then differenced. Gives the samples in little-endian order; `raw` is used up.
 */
export function undoFloatPredictor(
  raw: Uint8Array<ArrayBuffer>,
  rows: number,
  { bytesPerSample, samplesPerPixel, width }: PredictedRows,
): Uint8Array<ArrayBuffer> {
  const perRow = width * samplesPerPixel
  const rowBytes = perRow * bytesPerSample
  const result = new Uint8Array(rowBytes * rows)
  for (let start = 0; start < result.length; start += rowBytes) {
    for (let index = start + samplesPerPixel; index < start + rowBytes; index += 1) {
      raw[index] = raw[index]! + raw[index - samplesPerPixel]!
    }
    for (let plane = 0; plane < bytesPerSample; plane += 1) {
      const significance = bytesPerSample - 1 - plane
      for (let sample = 0; sample < perRow; sample += 1) {
        result[start + sample * bytesPerSample + significance] = raw[start + plane * perRow + sample]!
      }
    }
  }
  return result
}

/** Turns the byte order of samples around, in place. What is left over at the end stays. */
export function swapBytes(raw: Uint8Array, bytesPerSample: number): void {
  if (bytesPerSample === 1) return
  for (let start = 0; start + bytesPerSample <= raw.length; start += bytesPerSample) {
    for (let low = start, high = start + bytesPerSample - 1; low < high; low += 1, high -= 1) {
      const byte = raw[low]!
      raw[low] = raw[high]!
      raw[high] = byte
    }
  }
}

/** The reverse for rows of single samples: their bytes in the order of predictor 3, differenced and ready to be packed. */
export function applyFloatPredictor(samples: Float32Array<ArrayBuffer>, width: number): Uint8Array<ArrayBuffer> {
  const raw = new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength)
  const result = new Uint8Array(raw.length)
  const rowBytes = width * 4
  for (let start = 0; start < raw.length; start += rowBytes) {
    let previous = 0
    for (let plane = 0; plane < 4; plane += 1) {
      for (let x = 0; x < width; x += 1) {
        const byte = raw[start + x * 4 + 3 - plane]!
        result[start + plane * width + x] = byte - previous
        previous = byte
      }
    }
  }
  return result
}
