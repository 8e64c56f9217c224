import { lazy, Suspense } from 'react'
import type { DrawAreaProps } from './draw/draw-area.tsx'

export type { DrawAreaProps, DrawHandle } from './draw/draw-area.tsx'
export type { DrawCombine } from './draw/combine.ts'
export type { DrawMode } from './draw/draw-session.ts'

/** terra-draw is 46 kB that only those need who draw. */
const LazyDrawArea = lazy(async () => ({ default: (await import('./draw/draw-area.tsx')).DrawArea }))

/** Draws and edits one area on the map while it is mounted; see draw/draw-area.tsx for what the hand can do. */
export function DrawArea(props: DrawAreaProps) {
  return (
    <Suspense>
      <LazyDrawArea {...props} />
    </Suspense>
  )
}
