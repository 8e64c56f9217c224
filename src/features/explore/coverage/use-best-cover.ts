import { useEffect, useState } from 'react'
import type { Area } from '#src/geo/rings.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import { words } from '../words.ts'
import { createCoverageDesk, Stopped } from './measure-coverage.ts'

/**
 * Finds the fewest scenes that cover the area, least cloud first: of two that cover as much, the clearer one is picked. A
 * desk of its own, since thousands of scenes take a while: it is stopped when the area or the search becomes another.
 */
export function useBestCover(area: Area | null, search: string, onFound: (keys: string[]) => void) {
  const [desk] = useState(createCoverageDesk)
  const [isPicking, setPicking] = useState(false)
  useEffect(() => desk.stop, [desk, area, search])

  const pickBest = async (scenes: readonly Scene[]) => {
    if (!area) return
    const candidates = scenes
      .flatMap(({ key, footprint, cloudCoverPercent = 100 }) =>
        footprint ? [{ key, footprint, cloudCoverPercent }] : [],
      )
      .toSorted((a, b) => a.cloudCoverPercent - b.cloudCoverPercent)
    setPicking(true)
    try {
      const footprints = candidates.map(({ footprint }) => footprint)
      const chosen = await desk.ask({ ask: 'fewest', area, footprints })
      onFound(chosen.flatMap((place) => candidates[place]?.key ?? []))
    } catch (error) {
      if (!(error instanceof Stopped)) notify({ id: 'best-cover', tone: 'fail', title: words.pickBestFailed })
    } finally {
      desk.stop()
      setPicking(false)
    }
  }
  return { pickBest, isPicking }
}
