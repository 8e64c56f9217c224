import { useEffect, useEffectEvent, useState } from 'react'

const stepMs = 160

/** Calls `step` over and over while it plays. */
export function usePlay(step: () => void): { isPlaying: boolean; toggle: () => void; stop: () => void } {
  const [isPlaying, setPlaying] = useState(false)
  const next = useEffectEvent(step)
  useEffect(() => {
    if (!isPlaying) return
    const timer = setInterval(() => next(), stepMs)
    return () => clearInterval(timer)
  }, [isPlaying])
  return { isPlaying, toggle: () => setPlaying((playing) => !playing), stop: () => setPlaying(false) }
}
