import { useCallback, useEffect, useEffectEvent, useMemo, useState } from 'react'
import { useSearchParams } from 'react-router'
import { readPicture, writePicture, type Picture } from './picture-search-params.ts'

/** Browsers refuse more than some hundred changes of the URL in a row, and each goes through the router. */
const restMs = 250

/** `url` is what the address said when last looked at, `writing` what was last written into it: both are no news. */
type Held = { picture: Picture; url: string; writing: string }

/** The picture of the URL. A change shows at once; the URL follows when the hand rests. */
export function usePicture(): [picture: Picture, change: (change: Partial<Picture>) => void] {
  const [params, setParams] = useSearchParams()
  const { picture: inUrl, text } = useMemo(() => {
    const read = readPicture(params)
    return { picture: read, text: textOf(read) }
  }, [params])
  const [held, setHeld] = useState<Held>({ picture: inUrl, url: text, writing: text })
  // Back, a link or an address typed by hand: what was set meanwhile gives way. During rendering, so that no frame shows both.
  if (text !== held.url)
    setHeld(text === held.writing ? { ...held, url: text } : { picture: inUrl, url: text, writing: text })

  const { picture } = held
  const write = useEffectEvent(() => {
    const writing = textOf(picture)
    if (writing === text) return
    setHeld((known) => ({ ...known, writing }))
    setParams((now) => writePicture(now, picture), { replace: true, preventScrollReset: true })
  })
  useEffect(() => {
    const timer = setTimeout(() => write(), restMs)
    return () => clearTimeout(timer)
  }, [picture])

  const change = useCallback(
    (next: Partial<Picture>) => setHeld((known) => ({ ...known, picture: { ...known.picture, ...next } })),
    [],
  )
  return [picture, change]
}

function textOf(picture: Picture): string {
  return writePicture(new URLSearchParams(), picture).toString()
}
