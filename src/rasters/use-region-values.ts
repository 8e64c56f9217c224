import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { printExpression } from '#src/formula/print.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import { areaToUrl } from '#src/geo/area-in-url.ts'
import type { Area } from '#src/geo/rings.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { regionValues, type FormulasInRegion } from '#src/imagery/region-values.ts'

/** Borders that are dragged, and texts that are typed, are counted when the hand rests. */
const restMs = 200

type Counted = { cog: Cog; key: string; areaKey: string; found: FormulasInRegion }
type Run = { cog: Cog; key: string } & ({ share: number } | { error: Error } | { isStopped: true })

export type RegionValuesState = {
  /** What was counted last in this region; `isCurrent` tells whether it is what is asked now. */
  found: FormulasInRegion | undefined
  isCurrent: boolean
  /** From 0 to 1, while it is counted. */
  share: number | undefined
  isStopped: boolean
  error: Error | undefined
  stop: () => void
  /** After a stop or a failure. */
  again: () => void
}

/** Formulas over a region (null: the whole raster), counted in workers pixel by pixel while somebody looks at them. */
export function useRegionValues(
  cog: Cog,
  trees: readonly BoundFormula[],
  area: Area | null,
  breaks: readonly number[] | null,
): RegionValuesState {
  const areaKey = area ? areaToUrl(area) : ''
  const key = [trees.map(printExpression).join(';'), areaKey, breaks?.join() ?? ''].join('|')
  const [counted, setCounted] = useState<Counted>()
  const [run, setRun] = useState<Run>()
  const [attempt, setAttempt] = useState(0)
  const running = useRef<AbortController>(undefined)
  const isCurrent = counted?.cog === cog && counted.key === key
  const now = run?.cog === cog && run.key === key ? run : undefined

  const count = useEffectEvent(async (signal: AbortSignal) => {
    let told = 0
    const onProgress = (share: number) => {
      // Hundreds of blocks, of which an eye can not tell the steps apart.
      if (share - told < 0.01 || signal.aborted) return
      told = share
      setRun({ cog, key, share })
    }
    setRun({ cog, key, share: 0 })
    const found = await regionValues(cog, trees, area, { breaks, signal, onProgress })
    if (!signal.aborted) setCounted({ cog, key, areaKey, found })
  })
  useEffect(() => {
    if (isCurrent) return
    const controller = new AbortController()
    const { signal } = controller
    running.current = controller
    const timer = setTimeout(() => {
      count(signal).catch((error: Error) => !signal.aborted && setRun({ cog, key, error }))
    }, restMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [cog, key, isCurrent, attempt])

  return {
    found: counted?.areaKey === areaKey ? counted.found : undefined,
    isCurrent,
    share: isCurrent || !now ? undefined : 'share' in now ? now.share : undefined,
    isStopped: !isCurrent && now !== undefined && 'isStopped' in now,
    error: !isCurrent && now && 'error' in now ? now.error : undefined,
    stop: () => {
      running.current?.abort()
      setRun({ cog, key, isStopped: true })
    },
    again: () => setAttempt((times) => times + 1),
  }
}
