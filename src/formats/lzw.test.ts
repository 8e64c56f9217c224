import { expect, test } from 'vitest'
import { decodeLzw } from './lzw.ts'

test('the worked example of TIFF 6.0: 7 7 7 8 8 7 7 6 6', () => {
  // Codes 256 7 258 8 8 258 6 6 257 in 9 bits each.
  const codes = [256, 7, 258, 8, 8, 258, 6, 6, 257]
  const bits = codes.map((code) => code.toString(2).padStart(9, '0')).join('')
  const packed = Uint8Array.from(bits.match(/.{1,8}/g) ?? [], (byte) => Number.parseInt(byte.padEnd(8, '0'), 2))
  expect([...decodeLzw(packed, 9)]).toEqual([7, 7, 7, 8, 8, 7, 7, 6, 6])
  expect([...decodeLzw(packed, 4)]).toEqual([7, 7, 7, 8])
  expect(() => decodeLzw(packed, 10)).toThrow('shorter than its block')
  expect(() => decodeLzw(packed.subarray(0, 4), 9)).toThrow('ends too early')
  expect(() => decodeLzw(Uint8Array.of(0xff, 0xff), 4)).toThrow('not defined')
})
