import { useCallback, useLayoutEffect, useMemo, useRef } from 'react'
import { useSearchParams } from 'react-router'
import { readSpectra, writeSpectra, type SpectraState } from './spectra-search-params.ts'

export type ChangeSpectra = (change: Partial<SpectraState> | ((now: SpectraState) => Partial<SpectraState>)) => void

/** What the spectra part shows. It lives in the address alone, so that a link, a reload and Back bring the same. */
export function useSpectraState(): [SpectraState, ChangeSpectra] {
  const [params, setParams] = useSearchParams()
  const text = useMemo(() => writeSpectra(new URLSearchParams(), readSpectra(params)).toString(), [params])
  // Other parts of the desk write into the same address: what is as it was stays the same object.
  const state = useMemo(() => readSpectra(new URLSearchParams(text)), [text])
  // The router renders later than it is told: a second change in the same breath builds on the first, not on what is shown.
  const latest = useRef(state)
  useLayoutEffect(() => {
    latest.current = state
  }, [state])
  const change: ChangeSpectra = useCallback(
    (next) => {
      const given = typeof next === 'function' ? next(latest.current) : next
      latest.current = { ...latest.current, ...given }
      setParams((now) => writeSpectra(now, given), { replace: true, preventScrollReset: true, flushSync: true })
    },
    [setParams],
  )
  return [state, change]
}
