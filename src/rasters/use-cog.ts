import { useCallback, useEffect, useEffectEvent, useState } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { fileOf, openShared, type Refresh } from './open-shared.ts'

export type CogState = { kind: 'loading' } | { kind: 'ready'; cog: Cog } | { kind: 'failed'; error: Error }

/**
 * Opens a GeoTIFF behind a URL, or one from disk by its address, while the component shows it; without one it waits.
 * `onRefresh` asks for fresh addresses, as signed ones expire.
 */
export function useCog(url: string | undefined, onRefresh?: Refresh): CogState & { retry: () => void } {
  const [found, setFound] = useState<{ file: string; state: CogState }>()
  const [attempt, setAttempt] = useState(0)
  const file = url === undefined ? undefined : fileOf(url)
  const open = useEffectEvent((asked: string) => openShared(asked, onRefresh))
  useEffect(() => {
    if (url === undefined || file === undefined) return
    let isStale = false
    open(url).then(
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
  return { ...(found && found.file === file ? found.state : { kind: 'loading' as const }), retry }
}
