import { useEffect, useEffectEvent, useState } from 'react'
import { printExpression } from '#src/formula/print.ts'
import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog } from '#src/imagery/open-cog.ts'
import { pictureStatistics } from '#src/imagery/picture-statistics.ts'
import type { ValueStatistics } from '#src/imagery/value-statistics.ts'

/** Enough for flying through the bands of a hyperspectral scene and back. */
const REMEMBERED = 400
const known = new WeakMap<Cog, Map<string, readonly ValueStatistics[]>>()

type Found = { cog: Cog; key: string; error?: Error }

export type StatisticsState = {
  /** One for each formula; undefined until they are there. */
  statistics: readonly ValueStatistics[] | undefined
  error: Error | undefined
}

/** Statistics of formulas over the whole picture. What was once counted is there at once. */
export function useStatistics(cog: Cog, trees: readonly BoundFormula[] | undefined): StatisticsState {
  const key = trees?.map(printExpression).join(';') ?? ''
  const [found, setFound] = useState<Found>()
  const isAsked = found?.cog === cog && found.key === key
  // The same array as long as it is the same formulas.
  const statistics = key === '' ? undefined : known.get(cog)?.get(key)
  const count = useEffectEvent((signal: AbortSignal) =>
    trees && !statistics
      ? pictureStatistics(cog, trees, { signal }).then((counted) => remember(cog, key, counted))
      : undefined,
  )
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    count(signal)?.then(
      () => !signal.aborted && setFound({ cog, key }),
      (error: Error) => !signal.aborted && setFound({ cog, key, error }),
    )
    return () => controller.abort()
  }, [cog, key])
  return { statistics, error: isAsked ? found.error : undefined }
}

function remember(cog: Cog, key: string, statistics: readonly ValueStatistics[]): void {
  const ofCog = known.get(cog) ?? new Map<string, readonly ValueStatistics[]>()
  known.set(cog, ofCog)
  ofCog.delete(key)
  ofCog.set(key, statistics)
  for (const oldest of ofCog.keys()) {
    if (ofCog.size <= REMEMBERED) break
    ofCog.delete(oldest)
  }
}
