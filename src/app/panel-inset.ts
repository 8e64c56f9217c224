import { useEffect, useState, type RefObject } from 'react'
import { flushSync } from 'react-dom'
import { useViewInset } from '#src/map/view-inset.ts'

const none = { left: 0, bottom: 0 }

/**
 * Tells the map how far the screen's panels reach over it, so that what is fitted comes to lie beside them: from the left, or
 * from below when they are marked with `data-dock`. The stage learns the latter as `--dock-height`, for what lies in its corners.
 */
export function usePanelInset(screen: RefObject<HTMLElement | null>): void {
  const [inset, setInset] = useState(none)
  useEffect(() => {
    const element = screen.current
    const stage = element?.parentElement
    if (!element || !stage) return
    const measure = () => {
      const frame = stage.getBoundingClientRect()
      const [docks, panels] = [':scope > [data-dock]', ':scope > :not([data-dock])'].map((which) =>
        [...element.querySelectorAll(which)].map((child) => child.getBoundingClientRect()),
      )
      const left = Math.max(0, ...panels!.map(({ right }) => right - frame.left))
      const bottom = Math.max(0, ...docks!.map(({ top }) => frame.bottom - top))
      stage.style.setProperty('--dock-height', `${bottom}px`)
      setInset((known) => (known.left === left && known.bottom === bottom ? known : { left, bottom }))
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
  useViewInset({ top: 0, right: 0, ...inset })
}
