import { expect, test } from 'vitest'
import { decodePackBits } from './packbits.ts'

test('the worked example of Apple Technical Note 1023', () => {
  const packed = Uint8Array.of(0xfe, 0xaa, 0x02, 0x80, 0x00, 0x2a, 0xfd, 0xaa, 0x03, 0x80, 0x00, 0x2a, 0x22, 0xf7, 0xaa)
  const raw = [
    0xaa,
    0xaa,
    0xaa,
    0x80,
    0x00,
    0x2a,
    0xaa,
    0xaa,
    0xaa,
    0xaa,
    0x80,
    0x00,
    0x2a,
    0x22,
    ...Array.from({ length: 10 }, () => 0xaa),
  ]
  expect([...decodePackBits(packed, 24)]).toEqual(raw)
  expect([...decodePackBits(packed, 8)]).toEqual(raw.slice(0, 8))
  expect(() => decodePackBits(packed, 25)).toThrow('shorter than its block')
  expect(() => decodePackBits(Uint8Array.of(0x02), 3)).toThrow('too early')
})
