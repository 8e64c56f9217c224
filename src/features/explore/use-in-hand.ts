import { useState } from 'react'

/** A figure that follows the hand at once, and reaches its keeper when the hand lets go. */
export function useInHand(value: number, onSettle: (value: number) => void) {
  const [inHand, setInHand] = useState<number>()
  return {
    value: inHand ?? value,
    move: setInHand,
    settle: (end: number) => {
      setInHand(undefined)
      onSettle(end)
    },
  }
}
