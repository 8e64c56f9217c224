import { encodeTile, type TileWork } from './encode-tile.ts'

/** To one tile asked for at a time. */
export type TileReply = { tiles: Uint8Array<ArrayBuffer>[] } | { problem: string }

self.addEventListener('message', ({ data }: MessageEvent<TileWork>) => {
  encodeTile(data).then(
    (tiles) => self.postMessage({ tiles } satisfies TileReply, { transfer: tiles.map(({ buffer }) => buffer) }),
    (error: unknown) =>
      self.postMessage({ problem: error instanceof Error ? error.message : String(error) } satisfies TileReply),
  )
})
