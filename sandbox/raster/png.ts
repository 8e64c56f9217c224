import { crc32, deflateSync } from 'node:zlib'

/** PNG (W3C, third edition), 8 bits; the same pixels give the same bytes. */
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
const INDEXED = 3
const RGBA = 6

/** Pixels of four bytes: red, green, blue, alpha. */
export type RgbaImage = { width: number; height: number; rgba: Uint8Array | Uint8ClampedArray }

/** One byte a pixel, an index into the palette. An alpha left out is opaque. */
export type IndexedImage = {
  width: number
  height: number
  indices: Uint8Array
  palette: readonly (readonly [red: number, green: number, blue: number, alpha?: number])[]
}

export function encodeRgbaPng({ width, height, rgba }: RgbaImage): Buffer {
  if (rgba.length !== width * height * 4) throw new Error(`${rgba.length} bytes are not ${width}x${height} RGBA pixels`)
  return assemble(width, height, RGBA, [], filterRows(rgba, width * 4, height))
}

export function encodeIndexedPng({ width, height, indices, palette }: IndexedImage): Buffer {
  if (indices.length !== width * height) throw new Error(`${indices.length} bytes are not ${width}x${height} pixels`)
  if (palette.length === 0 || palette.length > 256) throw new Error('a palette has 1 to 256 colours')
  if (indices.some((index) => index >= palette.length)) throw new Error('a pixel is not in the palette')
  const colours = Buffer.from(palette.flatMap(([red, green, blue]) => [red, green, blue]))
  const alphas = Buffer.from(palette.map(([, , , alpha]) => alpha ?? 255))
  const chunks = [chunk('PLTE', colours), ...(alphas.every((alpha) => alpha === 255) ? [] : [chunk('tRNS', alphas)])]
  const rows = Buffer.alloc((width + 1) * height)
  for (let y = 0; y < height; y += 1) rows.set(indices.subarray(y * width, (y + 1) * width), y * (width + 1) + 1)
  return assemble(width, height, INDEXED, chunks, rows)
}

function assemble(width: number, height: number, colourType: number, between: Buffer[], rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, colourType, 0, 0, 0], 8)
  const pixels = chunk('IDAT', deflateSync(rows, { level: 6 }))
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), ...between, pixels, chunk('IEND', Buffer.alloc(0))])
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data])
  const whole = Buffer.alloc(body.length + 8)
  whole.writeUInt32BE(data.length, 0)
  body.copy(whole, 4)
  whole.writeUInt32BE(crc32(body), body.length + 4)
  return whole
}

/** Each row as is, or as differences to the left or to the row above: whichever has the smallest sum (PNG 12.7). */
function filterRows(rgba: Uint8Array | Uint8ClampedArray, stride: number, height: number): Buffer {
  const rows = Buffer.alloc((stride + 1) * height)
  const tried = [0, 1, 2].map(() => new Uint8Array(stride))
  for (let y = 0; y < height; y += 1) {
    const start = y * stride
    const sums = [0, 0, 0]
    for (let index = 0; index < stride; index += 1) {
      const byte = rgba[start + index] ?? 0
      const left = index < 4 ? 0 : (rgba[start + index - 4] ?? 0)
      const above = y === 0 ? 0 : (rgba[start - stride + index] ?? 0)
      const differences = [byte, (byte - left) & 255, (byte - above) & 255]
      for (let filter = 0; filter < 3; filter += 1) {
        const difference = differences[filter] ?? 0
        const row = tried[filter]
        if (row) row[index] = difference
        sums[filter] = (sums[filter] ?? 0) + (difference < 128 ? difference : 256 - difference)
      }
    }
    const best = sums.indexOf(Math.min(...sums))
    rows[y * (stride + 1)] = best
    rows.set(tried[best] ?? [], y * (stride + 1) + 1)
  }
  return rows
}
