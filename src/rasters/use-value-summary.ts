import { useEffect, useEffectEvent, useState } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { valueSummaries } from '#src/imagery/value-summary.ts'
import type { ValueSummary } from '#src/imagery/value-summary.ts'

/** A band without values has null. */
export type ReadSummaries = { bands: readonly number[]; summaries: readonly (ValueSummary | null)[] }

/**
 * How the values of some bands spread; undefined until they are read. While other bands of the same file are being read,
 * those of before are given with theirs, so that a picture stays until the next one can be drawn.
 */
export function useValueSummaries(cog: Cog, bands: readonly number[]): ReadSummaries | undefined {
  const key = bands.join(' ')
  const [found, setFound] = useState<ReadSummaries & { cog: Cog }>()
  const read = useEffectEvent(async (signal: AbortSignal) => ({
    cog,
    bands,
    summaries: await valueSummaries(cog, bands, signal),
  }))
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    read(signal)
      .then((summaries) => {
        if (!signal.aborted) setFound(summaries)
      })
      // The layer of the same file says what is wrong with it.
      .catch(() => undefined)
    return () => controller.abort()
  }, [cog, key])
  return found?.cog === cog ? found : undefined
}
