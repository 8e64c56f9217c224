import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'

/** Browsers refuse more than some hundred changes of the URL in a row, and each goes through the router. */
const restMs = 250
/** More writes than can be under way at once. */
const remembered = 50

type InAddress<State> = {
  read: (params: URLSearchParams) => State
  /** The address with this in it; other words of it stay. */
  write: (params: URLSearchParams, state: State) => URLSearchParams
}

/** `known` is what the address said when it was followed, and all that was written into it since. */
type Held<State> = { state: State; known: readonly string[] }

/** A state that the URL holds. A change shows at once; the URL follows when the hand rests. Keep `how` the same object. */
export function useInAddress<State>(
  how: InAddress<State>,
): [state: State, change: (change: (now: State) => State) => void] {
  const [params, setParams] = useSearchParams()
  const { state: inUrl, text } = useMemo(() => {
    const read = how.read(params)
    return { state: read, text: textOf(how, read) }
  }, [how, params])
  const [held, setHeld] = useState<Held<State>>({ state: inUrl, known: [text] })
  // A link: what was set before gives way. The router tells late and, while it is busy, the same address more than once, so
  // that anything written here lately may still come by, and is no news.
  if (!held.known.includes(text)) setHeld({ state: inUrl, known: [text] })

  const { state } = held
  const write = useEffectEvent(() => {
    const writing = textOf(how, state)
    if (writing === text) return
    setHeld((now) => ({ ...now, known: [...now.known, writing].slice(-remembered) }))
    setParams((now) => how.write(now, state), { replace: true, preventScrollReset: true })
  })
  // Also when the address changes under it: the state goes along to another scene.
  useEffect(() => {
    const timer = setTimeout(() => write(), restMs)
    return () => clearTimeout(timer)
  }, [state, text])

  const change = useCallback(
    (next: (now: State) => State) => setHeld((now) => ({ ...now, state: next(now.state) })),
    [],
  )
  return [state, change]
}

function textOf<State>({ write }: InAddress<State>, state: State): string {
  return write(new URLSearchParams(), state).toString()
}
