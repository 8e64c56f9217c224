import type { Samples } from './raster.ts'

/** Decoded tiles, the longest unused dropped first. Tiles under way are shared by all who ask for them. */
export type TileCache = { get(key: string, load: () => Promise<Samples>): Promise<Samples> }

export function createTileCache(maxBytes: number): TileCache {
  const tiles = new Map<string, { bytes: number; samples: Promise<Samples> }>()
  let held = 0
  const drop = (key: string) => {
    held -= tiles.get(key)?.bytes ?? 0
    tiles.delete(key)
  }
  return {
    get(key, load) {
      const known = tiles.get(key)
      if (known) {
        // A Map keeps the order of insertion, so putting it back makes it the youngest.
        tiles.delete(key)
        tiles.set(key, known)
        return known.samples
      }
      const entry = { bytes: 0, samples: load() }
      tiles.set(key, entry)
      entry.samples.then(
        (samples) => {
          if (tiles.get(key) !== entry) return
          entry.bytes = samples.byteLength
          held += entry.bytes
          for (const oldest of tiles.keys()) {
            if (held <= maxBytes) break
            drop(oldest)
          }
        },
        () => drop(key),
      )
      return entry.samples
    },
  }
}
