import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import type { Area } from '#src/geo/rings.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { coverageDesk } from './measure-coverage.ts'
import { measureInSlices } from './measure-in-slices.ts'

export type Coverage = {
  /** How much of the area each scene covers, percent by scene key, as far as it is known. */
  percents: ReadonlyMap<string, number>
  /** The same as it was when last all were known: rows put in order by it do not jump with each figure that comes. */
  settled: ReadonlyMap<string, number>
  isMeasuring: boolean
  /** Some will not come. */
  isFailed: boolean
}

const nothing: ReadonlyMap<string, number> = new Map()
const unmeasured = (area: Area | null) => ({ area, percents: nothing, isFailed: false })

/** How much of the area each scene covers. Each is measured once for an area, in a worker. */
export function useCoverage(area: Area | null, scenes: readonly Scene[]): Coverage {
  const [measured, setMeasured] = useState(() => unmeasured(area))
  if (measured.area !== area) setMeasured(unmeasured(area))
  const { percents, isFailed } = measured
  const missing = useMemo(
    () => scenes.flatMap(({ key, footprint }) => (area && footprint && !percents.has(key) ? [{ key, footprint }] : [])),
    [area, scenes, percents],
  )
  const [settled, setSettled] = useState(percents)
  if (missing.length === 0 && settled !== percents) setSettled(percents)

  const measure = useEffectEvent(async (of: Area, signal: AbortSignal) => {
    // Another area may have come meanwhile.
    const note = (next: (now: typeof measured) => Partial<typeof measured>) =>
      setMeasured((now) => (now.area === of ? { ...now, ...next(now) } : now))
    try {
      await measureInSlices(
        missing,
        (footprints) => coverageDesk.ask({ ask: 'each', area: of, footprints }),
        (found) => note((now) => ({ percents: new Map([...now.percents, ...found]), isFailed: false })),
        signal,
      )
    } catch {
      note(() => ({ isFailed: true }))
    }
  })
  useEffect(() => {
    if (!area) return
    const controller = new AbortController()
    void measure(area, controller.signal)
    return () => controller.abort()
  }, [area, scenes])

  return { percents, settled, isMeasuring: missing.length > 0 && !isFailed, isFailed }
}
