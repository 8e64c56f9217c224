/** TIFF 6.0, section 9: runs of a repeated byte and runs of plain bytes. `length` is the raw size. */
export function decodePackBits(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const output = new Uint8Array(length)
  let size = 0
  for (let at = 0; size < length;) {
    const control = bytes[at++]
    if (control === undefined) throw new Error('PackBits data is shorter than its block')
    if (control === 128) continue
    if (control < 128) {
      const run = bytes.subarray(at, at + Math.min(control + 1, length - size))
      output.set(run, size)
      if (run.length === 0) throw new Error('PackBits data ends too early')
      size += run.length
      at += control + 1
    } else {
      const byte = bytes[at++]
      if (byte === undefined) throw new Error('PackBits data ends too early')
      const end = Math.min(length, size + 257 - control)
      output.fill(byte, size, end)
      size = end
    }
  }
  return output
}
