import { useCallback, useEffect, useRef, useState } from 'react'
import type { Cog } from '#src/imagery/open-cog.ts'
import { readSample, type SampleValues } from './read-sample.ts'
import { placeKey, type Sample } from './samples.ts'

export type SampleState =
  | { kind: 'loading' }
  | { kind: 'ready'; read: SampleValues }
  /** Not on the picture, or no band has a value there. */
  | { kind: 'empty'; reason: 'outside' | 'no data' }
  | { kind: 'failed'; message: string }

type Known = { cog: Cog; byPlace: ReadonlyMap<string, SampleState> }
const loading: SampleState = { kind: 'loading' }

/** Reads the spectrum of each sample once a picture; what is removed meanwhile is not waited for. */
export function useSampleValues(cog: Cog, samples: readonly Sample[]) {
  const [known, setKnown] = useState<Known>({ cog, byPlace: new Map() })
  const [attempt, setAttempt] = useState(0)
  const running = useRef(new Map<string, AbortController>())
  // Places of another picture mean nothing on this one.
  if (known.cog !== cog) setKnown({ cog, byPlace: new Map() })

  useEffect(() => {
    const started = running.current
    return () => {
      for (const controller of started.values()) controller.abort()
      started.clear()
    }
  }, [cog])

  useEffect(() => {
    const wanted = new Map(samples.map((sample) => [placeKey(sample), sample]))
    for (const [key, controller] of running.current) {
      if (wanted.has(key)) continue
      controller.abort()
      running.current.delete(key)
    }
    for (const [key, sample] of wanted) {
      if (running.current.has(key)) continue
      const controller = new AbortController()
      running.current.set(key, controller)
      const settle = (state: SampleState) => {
        if (controller.signal.aborted) return
        setKnown((now) => (now.cog === cog ? { cog, byPlace: new Map(now.byPlace).set(key, state) } : now))
      }
      readSample(cog, sample, controller.signal).then(
        (read) => settle(stateOf(read)),
        (error: unknown) => settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
      )
    }
  }, [cog, samples, attempt])

  const valuesOf = useCallback((sample: Sample) => known.byPlace.get(placeKey(sample)) ?? loading, [known])
  const retry = useCallback((sample: Sample) => {
    const key = placeKey(sample)
    running.current.delete(key)
    setKnown((now) => ({ ...now, byPlace: new Map(now.byPlace).set(key, loading) }))
    setAttempt((count) => count + 1)
  }, [])
  return { valuesOf, retry }
}

function stateOf(read: SampleValues | null): SampleState {
  if (!read) return { kind: 'empty', reason: 'outside' }
  return read.values.some(Number.isFinite) ? { kind: 'ready', read } : { kind: 'empty', reason: 'no data' }
}
