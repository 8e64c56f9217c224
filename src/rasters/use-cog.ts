import { useCallback, useEffect, useState } from 'react'
import { openCog, openLocal } from '#src/imagery/open-cog.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { localRaster } from './local-rasters.ts'

export type CogState = { kind: 'loading' } | { kind: 'ready'; cog: Cog } | { kind: 'failed'; error: Error }

type Opened = { cog: Promise<Cog>; url: string }

/** Files stay open while others are looked at; what was read of them shares one budget of memory. */
const OPEN_AT_MOST = 6
const opened = new Map<string, Opened>()

/** The same file has another signature each time it is listed. */
function fileOf(url: string): string {
  return url.split('?')[0] ?? url
}

/** An open GeoTIFF, shared by all that show or measure it. */
export function openShared(url: string): Promise<Cog> {
  const file = fileOf(url)
  const known = opened.get(file)
  if (known) {
    known.url = url
    opened.delete(file)
    opened.set(file, known)
    return known.cog
  }
  const local = localRaster(url)
  const entry: Opened = { url, cog: local ? openLocal(local) : openCog(() => opened.get(file)?.url ?? url) }
  opened.set(file, entry)
  entry.cog.catch(() => opened.delete(file))
  for (const oldest of opened.keys()) {
    if (opened.size <= OPEN_AT_MOST) break
    opened.delete(oldest)
  }
  return entry.cog
}

/** Opens a GeoTIFF behind a URL, or one from disk by its address, while the component shows it. */
export function useCog(url: string): CogState & { retry: () => void } {
  const [found, setFound] = useState<{ file: string; state: CogState }>()
  const [attempt, setAttempt] = useState(0)
  const file = fileOf(url)
  useEffect(() => {
    let isStale = false
    openShared(url).then(
      (cog) =>
        !isStale &&
        setFound((known) =>
          known?.file === file && known.state.kind === 'ready' ? known : { file, state: { kind: 'ready', cog } },
        ),
      (error: Error) => !isStale && setFound({ file, state: { kind: 'failed', error } }),
    )
    return () => {
      isStale = true
    }
  }, [url, file, attempt])
  const retry = useCallback(() => {
    setFound(undefined)
    setAttempt((count) => count + 1)
  }, [])
  return { ...(found?.file === file ? found.state : { kind: 'loading' as const }), retry }
}
