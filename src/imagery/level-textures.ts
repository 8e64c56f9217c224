import { createBandTextures, type BandTextures } from './band-textures.ts'
import type { Cog } from './raster-levels.ts'

export type LoadState =
  | { kind: 'idle' }
  | { kind: 'loading'; done: number; total: number }
  | { kind: 'failed'; error: Error }

/** What of a raster is on the GPU, level by level, and what is on its way there. */
export type LevelTextures = {
  /** The level to draw now: the one asked for when its bands are there, else the nearest that has them. */
  best: (bands: readonly number[], level: number) => BandTextures | undefined
  /** Reads what a level lacks of these bands. What was on its way for others is given up. */
  bring: (bands: readonly number[], level: number) => void
  /** A first look at a file: its coarsest level, a tile for each band, until the right one is there. */
  preview: (bands: readonly number[], level: number) => void
  retry: () => void
  /** For useSyncExternalStore. */
  subscribe: (listener: () => void) => () => void
  state: () => LoadState
  /** Nothing is read any more, and nothing held. */
  release: (gl: WebGL2RenderingContext | undefined) => void
}

type Loading = { key: string; controller: AbortController }

/** A first look that the right picture replaces at once would only flicker, and cost the time of a frame. */
const PREVIEW_AFTER_MS = 200
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** `onArrival`: there is something new to draw. */
export function createLevelTextures(cog: Cog, onArrival: () => void): LevelTextures {
  const coarsest = cog.levels.length - 1
  const levels = new Map<number, BandTextures>()
  const listeners = new Set<() => void>()
  let state: LoadState = { kind: 'idle' }
  let loading: Loading | undefined
  /** On its way beside the right level. */
  let previewing: Loading | undefined

  const change = (next: LoadState) => {
    state = next
    for (const listener of listeners) listener()
  }

  const texturesOf = (level: number) => {
    let textures = levels.get(level)
    if (!textures) levels.set(level, (textures = createBandTextures(cog, level)))
    return textures
  }

  return {
    best: (bands, level) =>
      [...levels]
        .filter(([, textures]) => textures.has(bands))
        .toSorted(([a], [b]) => Math.abs(a - level) - Math.abs(b - level))[0]?.[1],

    bring(bands, level) {
      const textures = texturesOf(level)
      const key = `${level}/${bands.join()}`
      if (textures.has(bands) || loading?.key === key) return
      loading?.controller.abort()
      const controller = new AbortController()
      loading = { key, controller }
      change({ kind: 'loading', done: 0, total: 0 })
      textures
        .load(bands, controller.signal, (done, total) => {
          if (!controller.signal.aborted) change({ kind: 'loading', done, total })
        })
        .then(
          () => {
            if (controller.signal.aborted) return
            loading = undefined
            previewing?.controller.abort()
            previewing = undefined
            change({ kind: 'idle' })
            onArrival()
          },
          (error: unknown) => {
            // Stays "loading" by key, so that a failing file is not asked again with every frame.
            if (!controller.signal.aborted)
              change({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) })
          },
        )
    },

    preview(bands, level) {
      const key = bands.join()
      if (level === coarsest || previewing?.key === key) return
      previewing?.controller.abort()
      const controller = new AbortController()
      previewing = { key, controller }
      const textures = createBandTextures(cog, coarsest)
      textures
        .load(bands, controller.signal, () => undefined)
        .then(() => pause(PREVIEW_AFTER_MS))
        .then(
          () => {
            if (controller.signal.aborted || levels.has(coarsest)) return
            levels.set(coarsest, textures)
            onArrival()
          },
          () => {
            // Whatever is wrong with the file, reading the right level tells it.
          },
        )
    },

    retry() {
      loading = previewing = undefined
      change({ kind: 'idle' })
      onArrival()
    },
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    state: () => state,

    release(gl) {
      loading?.controller.abort()
      previewing?.controller.abort()
      loading = previewing = undefined
      state = { kind: 'idle' }
      if (gl) for (const textures of levels.values()) textures.release(gl)
      levels.clear()
    },
  }
}
