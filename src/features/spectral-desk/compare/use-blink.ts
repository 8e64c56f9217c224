import { useEffect, useState } from 'react'
import { prefersReducedMotion } from '#src/map/reduced-motion.ts'

/** Which of two pictures shows: they take turns while it plays, which it does by itself unless less motion is asked for. */
export function useBlink(isOn: boolean, everyMs: number) {
  const [isBShown, setBShown] = useState(false)
  const [isPlaying, play] = useState(() => !prefersReducedMotion())
  useEffect(() => {
    if (!isOn || !isPlaying) return
    const timer = setInterval(() => setBShown((shown) => !shown), everyMs)
    return () => clearInterval(timer)
  }, [isOn, isPlaying, everyMs])
  /** By hand: whoever looks closely does not want it to go on by itself. */
  const flip = () => {
    play(false)
    setBShown((shown) => !shown)
  }
  return { isBShown, flip, isPlaying, play }
}
