import { expect, test } from 'vitest'
import { parsePack } from './basemap-tiles.ts'

test('finds the tiles and the list of other packs in a pack', () => {
  const header = new TextEncoder().encode(
    JSON.stringify({ packs: ['8-5'], tiles: { '0/0/0': [0, 2], '1/0/1': [2, 3] } }),
  )
  const bytes = new Uint8Array(4 + header.length + 5)
  new DataView(bytes.buffer).setUint32(0, header.length, true)
  bytes.set(header, 4)
  bytes.set([1, 2, 3, 4, 5], 4 + header.length)
  const { tiles, packs } = parsePack(bytes.buffer)
  expect(packs).toEqual(new Set(['8-5']))
  expect([...(tiles.get('0/0/0') ?? [])]).toEqual([1, 2])
  expect([...(tiles.get('1/0/1') ?? [])]).toEqual([3, 4, 5])
})
