import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { areaFromUrl, areaToUrl } from '#src/geo/area-in-url.ts'
import type { Area } from '#src/geo/rings.ts'
import { readExploreParams, writeExploreParams, type ExploreParams } from './explore-search-params.ts'

type Changes = Partial<Omit<ExploreParams, 'area'>>

export type ExploreUrl = {
  params: ExploreParams
  area: Area | null
  /** The area was set here, not found in the address. */
  isAreaOwn: boolean
  change: (changes: Changes | ((now: ExploreParams) => Changes)) => void
  setArea: (area: Area | null) => void
}

/** What is looked for, where and how, all of it in the address: a link or a reload brings the same screen. */
export function useExploreUrl(): ExploreUrl {
  const [search, setSearch] = useSearchParams()
  const params = useMemo(() => readExploreParams(search), [search])
  // The drawing knows its area by identity: reading it back from the text would take the corner out of the hand. `over` is
  // the text that still stands in the address until the router has caught up.
  const [own, setOwn] = useState<{ text: string; over: string | null; area: Area | null }>()
  const isAreaOwn = own !== undefined && (own.text === params.area || own.over === params.area)
  if (own && own.over !== null && own.text === params.area) setOwn({ ...own, over: null })
  const read = useMemo(() => areaFromUrl(params.area), [params.area])

  // The router renders later than it is told: a second change in the same breath builds on the first, not on what is shown.
  const latest = useRef({ params, isUnderWay: false })
  useLayoutEffect(() => {
    const { params: told, isUnderWay } = latest.current
    if (!isUnderWay || asText(told) === asText(params)) latest.current = { params, isUnderWay: false }
  }, [params])

  const write = useCallback(
    (changes: Partial<ExploreParams> | ((now: ExploreParams) => Changes)) => {
      const now = latest.current.params
      const next = { ...now, ...(typeof changes === 'function' ? changes(now) : changes) }
      if (asText(next) === asText(now)) return
      latest.current = { params: next, isUnderWay: true }
      // At once: as a transition it would wait for a busy map, and the hand with it.
      setSearch(writeExploreParams(next), { replace: true, flushSync: true })
    },
    [setSearch],
  )
  const setArea = useCallback(
    (area: Area | null) => {
      const text = area ? areaToUrl(area) : ''
      const over = latest.current.params.area
      setOwn({ text, over: over === text ? null : over, area })
      write({ area: text })
    },
    [write],
  )
  return { params, area: isAreaOwn ? own.area : read, isAreaOwn, change: write, setArea }
}

function asText(params: ExploreParams): string {
  return new URLSearchParams(writeExploreParams(params)).toString()
}
