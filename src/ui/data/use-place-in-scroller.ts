import { useLayoutEffect, useState, type RefObject } from 'react'
import { scrollerOf } from './scroller-of.ts'

type Place = {
  scroller: HTMLElement | null
  /** From the top of what scrolls to the top of the element. */
  topPx: number
}

/** Where an element lies in what scrolls it, also when parts above it fold, open, come or go. */
export function usePlaceInScroller(element: RefObject<HTMLElement | null>): Place {
  const [place, setPlace] = useState<Place>({ scroller: null, topPx: 0 })

  // After each render, since what lies above is drawn by the same parents.
  useLayoutEffect(() => {
    const inner = element.current
    const scroller = inner && scrollerOf(inner)
    if (!inner || !scroller) return
    const measure = () => {
      const topPx = Math.round(
        inner.getBoundingClientRect().top - scroller.getBoundingClientRect().top + scroller.scrollTop,
      )
      setPlace((old) => (old.scroller === scroller && old.topPx === topPx ? old : { scroller, topPx }))
    }
    measure()
    const observer = new ResizeObserver(measure)
    for (const part of scroller.children) observer.observe(part)
    return () => observer.disconnect()
  })
  return place
}
