import { useEffect, useEffectEvent, useState } from 'react'
import { prefersReducedMotion } from '#src/map/reduced-motion.ts'

/** How long each date stands, so that an eye can take it in; longer for who asked for less motion. */
const standMs = 900
const calmMs = 2500

/** Goes through dates by itself: to the next when one has been seen on the map for a while. Stops at the last. */
export function usePlayDates({
  isShown,
  shown,
  hasNext,
  next,
  start,
}: {
  /** Whether the map shows the date that was asked for. */
  isShown: boolean
  shown: string
  hasNext: boolean
  next: () => void
  /** Before playing from the end: to the first. */
  start: () => void
}): { isPlaying: boolean; toggle: () => void; stop: () => void } {
  const [isPlaying, setPlaying] = useState(false)
  const step = useEffectEvent(() => (hasNext ? next() : setPlaying(false)))
  useEffect(() => {
    if (!isPlaying || !isShown) return
    const timer = setTimeout(() => step(), prefersReducedMotion() ? calmMs : standMs)
    return () => clearTimeout(timer)
  }, [isPlaying, isShown, shown])
  return {
    isPlaying,
    toggle: () => {
      if (!isPlaying && !hasNext) start()
      setPlaying(!isPlaying)
    },
    stop: () => setPlaying(false),
  }
}
