import { createContext, use } from 'react'
import type { CogState } from '#src/rasters/use-cog.ts'
import type { Desk } from '../desk-context.ts'
import type { Compare } from './compare-search-params.ts'
import type { Difference } from './use-difference.ts'

/** What the parts of a comparison work with. */
export type Comparison = {
  compare: Compare
  changeCompare: (change: Partial<Compare>) => void
  /** Moves the border of a swipe under the hand; undefined when it lets go, and only then all else learns of it. */
  drag: (percent: number | undefined) => void
  /** A becomes B, and B becomes A. */
  swap: () => void
  /** B as a desk of its own, so that the controls of a picture serve it too; undefined while its raster opens. */
  b: Desk | undefined
  /** How opening the raster of B goes. */
  opening: CogState & { retry: () => void }
  /** Which raster of the source B is. */
  assetOfB: string | undefined
  /** A − B, while it is asked for. */
  difference: Difference
  /** Which of the two a blink shows now. */
  isBShown: boolean
  /** Shows the other, and plays no longer. */
  flip: () => void
  isPlaying: boolean
  play: (isPlaying: boolean) => void
}

export const ComparisonContext = createContext<Comparison | null>(null)

export function useComparison(): Comparison {
  const comparison = use(ComparisonContext)
  if (!comparison) throw new Error('A part of the comparison is used outside of the desk')
  return comparison
}
