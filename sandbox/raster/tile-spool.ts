import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import type { LevelTiles } from './cog-directories.ts'
import { readFully, writeFully } from './file-bytes.ts'
import type { Level } from './pyramid.ts'

/** Copies go through blocks of about this size. */
const COPY_BYTES = 8 << 20

/**
 * Compressed tiles on disk, in the order in which they were made, until their final order is known: a COG wants its
 * small overviews first, while they are the last to be computed.
 */
export type TileSpool = {
  /** Adds the tiles of all bands at one place. */
  add(level: number, tile: number, bands: readonly Uint8Array[]): Promise<void>
  /** Bytes of all tiles so far. */
  bytes(): number
  /** Where tiles will lie when they are copied to `start`. */
  layout(start: number): LevelTiles[]
  /** Writes all tiles in the order of `layout`. */
  copyTo(target: FileHandle, start: number, onBytes: (bytes: number) => void, signal?: AbortSignal): Promise<void>
  close(): Promise<void>
}

export async function openTileSpool(path: string, levels: readonly Level[], bandCount: number): Promise<TileSpool> {
  const file = await open(path, 'w+')
  const tilesOf = levels.map((level) => level.tilesAcross * level.tilesDown)
  const places: LevelTiles[] = tilesOf.map((tiles) => ({
    offsets: new Float64Array(tiles * bandCount),
    byteCounts: new Uint32Array(tiles * bandCount),
  }))
  let size = 0

  /** Smallest level first; inside a level band by band. */
  function* inOrder(): Generator<{ level: number; index: number; offset: number; byteCount: number }> {
    for (let level = places.length - 1; level >= 0; level -= 1) {
      const place = places[level]
      if (!place) continue
      for (const [index, byteCount] of place.byteCounts.entries()) {
        yield { level, index, offset: place.offsets[index] ?? 0, byteCount }
      }
    }
  }

  return {
    async add(level, tile, bands) {
      const place = places[level]
      const tiles = tilesOf[level]
      if (!place || tiles === undefined) throw new Error(`no level ${level}`)
      const start = size
      for (const [band, bytes] of bands.entries()) {
        place.offsets[band * tiles + tile] = size
        place.byteCounts[band * tiles + tile] = bytes.length
        size += bytes.length
      }
      await writeFully(file, Buffer.concat(bands), start)
    },
    bytes: () => size,
    layout(start) {
      const layout = places.map(({ byteCounts }) => ({ offsets: new Float64Array(byteCounts.length), byteCounts }))
      let offset = start
      for (const { level, index, byteCount } of inOrder()) {
        const offsets = layout[level]?.offsets
        if (offsets) offsets[index] = offset
        offset += byteCount
      }
      return layout
    },
    async copyTo(target, start, onBytes, signal) {
      let block = Buffer.allocUnsafe(COPY_BYTES)
      let filled = 0
      let position = start
      const flush = async () => {
        await writeFully(target, block.subarray(0, filled), position)
        position += filled
        onBytes(filled)
        filled = 0
      }
      for (const { offset, byteCount } of inOrder()) {
        signal?.throwIfAborted()
        if (filled + byteCount > block.length) await flush()
        if (byteCount > block.length) block = Buffer.allocUnsafe(byteCount)
        await readFully(file, block.subarray(filled, filled + byteCount), offset)
        filled += byteCount
      }
      await flush()
    },
    close: () => file.close(),
  }
}
