import { useEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useViewInset } from '#src/map/fit-bounds.ts'

/** Tells the map how far the screen's panels reach over it from the left, so that what is fitted comes to lie beside them. */
export function usePanelInset(screen: RefObject<HTMLElement | null>): void {
  const [left, setLeft] = useState(0)
  useEffect(() => {
    const element = screen.current
    if (!element) return
    const measure = () => {
      const start = element.parentElement?.getBoundingClientRect().left ?? 0
      const ends = [...element.children].map((child) => child.getBoundingClientRect().right - start)
      setLeft(Math.max(0, ...ends))
    }
    const sizes = new ResizeObserver(measure)
    const observeChildren = () => {
      sizes.disconnect()
      for (const child of element.children) sizes.observe(child)
      // At once: a screen that fits something as it comes does so in the next frame.
      flushSync(measure)
    }
    const children = new MutationObserver(observeChildren)
    children.observe(element, { childList: true })
    for (const child of element.children) sizes.observe(child)
    measure()
    return () => {
      sizes.disconnect()
      children.disconnect()
    }
  }, [screen])
  useViewInset({ top: 0, right: 0, bottom: 0, left })
}
