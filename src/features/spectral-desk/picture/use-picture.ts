import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { readPicture, writePicture, type Picture } from './picture-search-params.ts'

/** Browsers refuse more than some hundred changes of the URL in a row, and each goes through the router. */
const restMs = 250
/** More writes than can be under way at once. */
const remembered = 50

/** `known` is what the address said when it was followed, and all that was written into it since. */
type Held = { picture: Picture; known: readonly string[] }

/** The picture of the URL. A change shows at once; the URL follows when the hand rests. */
export function usePicture(): [picture: Picture, change: (change: Partial<Picture>) => void] {
  const [params, setParams] = useSearchParams()
  const { picture: inUrl, text } = useMemo(() => {
    const read = readPicture(params)
    return { picture: read, text: textOf(read) }
  }, [params])
  const [held, setHeld] = useState<Held>({ picture: inUrl, known: [text] })
  // A link: what was set before gives way. The router tells late and, while it is busy, the same address more than once, so
  // that anything written here lately may still come by, and is no news.
  if (!held.known.includes(text)) setHeld({ picture: inUrl, known: [text] })

  const { picture } = held
  const write = useEffectEvent(() => {
    const writing = textOf(picture)
    if (writing === text) return
    setHeld((now) => ({ ...now, known: [...now.known, writing].slice(-remembered) }))
    setParams((now) => writePicture(now, picture), { replace: true, preventScrollReset: true })
  })
  // Also when the address changes under it: the picture goes along to another scene.
  useEffect(() => {
    const timer = setTimeout(() => write(), restMs)
    return () => clearTimeout(timer)
  }, [picture, text])

  const change = useCallback(
    (next: Partial<Picture>) => setHeld((now) => ({ ...now, picture: { ...now.picture, ...next } })),
    [],
  )
  return [picture, change]
}

function textOf(picture: Picture): string {
  return writePicture(new URLSearchParams(), picture).toString()
}
