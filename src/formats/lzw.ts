const CLEAR = 256
const END = 257
const MAX_BITS = 12

/** TIFF 6.0, section 13: codes of 9 to 12 bits, most significant bit first, one code early. `length` is the raw size. */
export function decodeLzw(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const output = new Uint8Array(length)
  // A code stands for `codeLength` bytes that lie in the output already, from `codeStart`.
  const codeStart = new Int32Array(1 << MAX_BITS)
  const codeLength = new Int32Array(1 << MAX_BITS)
  let size = 0
  let bits = 9
  let next = END + 1
  let previousStart = -1
  let previousLength = 0
  let buffer = 0
  let held = 0
  let at = 0
  while (size < length) {
    while (held < bits) {
      if (at >= bytes.length) throw new Error('LZW data ends too early')
      buffer = ((buffer << 8) | (bytes[at++] ?? 0)) & 0xff_ffff
      held += 8
    }
    held -= bits
    const code = (buffer >> held) & ((1 << bits) - 1)
    if (code === END) break
    if (code === CLEAR) {
      bits = 9
      next = END + 1
      previousStart = -1
      continue
    }
    const start = size
    if (code < CLEAR) {
      output[size++] = code
    } else {
      // The code that is only just being defined is the previous string and its own first byte.
      const fresh = code === next && previousStart >= 0
      if (code > next || (code === next && !fresh)) throw new Error(`LZW code ${code} is not defined`)
      const from = fresh ? previousStart : (codeStart[code] ?? 0)
      const count = Math.min(fresh ? previousLength + 1 : (codeLength[code] ?? 0), length - size)
      // Byte by byte: a fresh string runs into its own copy.
      for (let index = 0; index < count; index += 1) output[size++] = output[from + index] ?? 0
    }
    if (previousStart >= 0 && next < 1 << MAX_BITS) {
      codeStart[next] = previousStart
      codeLength[next] = previousLength + 1
      next += 1
    }
    previousStart = start
    previousLength = size - start
    if (next + 1 >= 1 << bits && bits < MAX_BITS) bits += 1
  }
  if (size < length) throw new Error('LZW data is shorter than its block')
  return output
}
