import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { useSearchParams } from 'react-router'
import { areaFromUrl, areaToUrl } from '#src/geo/area-in-url.ts'
import type { Area } from '#src/geo/rings.ts'

/** What an address says besides the area, which stays text there. `write` leaves out what need not be said. */
export type UrlForm<Params extends { area: string }> = {
  read: (search: URLSearchParams) => Params
  write: (params: Params) => Record<string, string>
}

type Changes<Params> = Partial<Omit<Params, 'area'>>

export type AreaUrl<Params extends { area: string }> = {
  params: Params
  area: Area | null
  /** The area was set here, not found in the address. */
  isAreaOwn: boolean
  /** The address speaks of an area that can not be read. */
  isAreaUnread: boolean
  change: (changes: Changes<Params> | ((now: Params) => Changes<Params>)) => void
  setArea: (area: Area | null) => void
}

/**
 * The state of a screen that is about an area, all of it in the address: a link or a reload brings the same screen.
 * @param form must stay the same object from render to render.
 */
export function useAreaUrl<Params extends { area: string }>(form: UrlForm<Params>): AreaUrl<Params> {
  const [search, setSearch] = useSearchParams()
  const params = useMemo(() => form.read(search), [form, search])
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
    if (!isUnderWay || asText(form, told) === asText(form, params)) latest.current = { params, isUnderWay: false }
  }, [form, params])

  const write = useCallback(
    (changes: Partial<Params> | ((now: Params) => Changes<Params>)) => {
      const now = latest.current.params
      const next = { ...now, ...(typeof changes === 'function' ? changes(now) : changes) }
      if (asText(form, next) === asText(form, now)) return
      latest.current = { params: next, isUnderWay: true }
      // At once: as a transition it would wait for a busy map, and the hand with it.
      setSearch(form.write(next), { replace: true, flushSync: true })
    },
    [form, setSearch],
  )
  const change = useCallback(
    (changes: Changes<Params> | ((now: Params) => Changes<Params>)) =>
      write(changes as Partial<Params> | ((now: Params) => Changes<Params>)),
    [write],
  )
  const setArea = useCallback(
    (area: Area | null) => {
      const text = area ? areaToUrl(area) : ''
      const over = latest.current.params.area
      setOwn({ text, over: over === text ? null : over, area })
      write({ area: text } as Partial<Params>)
    },
    [write],
  )
  const isAreaUnread = !isAreaOwn && read === null && params.area !== ''
  return { params, area: isAreaOwn ? own.area : read, isAreaOwn, isAreaUnread, change, setArea }
}

function asText<Params extends { area: string }>(form: UrlForm<Params>, params: Params): string {
  return new URLSearchParams(form.write(params)).toString()
}
