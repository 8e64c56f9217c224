import { useMemo, useState } from 'react'
import type { ViewOfDesk } from '../use-view.ts'

/** The border of a swipe while a hand drags it: only what shows it follows each step, the rest of the desk when it is let go. */
export function useDivider({ compare: settled, changeCompare }: Pick<ViewOfDesk, 'compare' | 'changeCompare'>) {
  const [held, hold] = useState<number>()
  const compare = useMemo(() => (held === undefined ? settled : { ...settled, divider: held }), [settled, held])
  const drag = (percent: number | undefined) => {
    hold(percent)
    if (percent === undefined && held !== undefined) changeCompare({ divider: held })
  }
  return { compare, drag }
}
