import { useLayoutEffect, useRef } from 'react'
import { PlotThumb } from '#src/ui/field/plot-thumb.tsx'

/** One end of the stretch. Arrow keys go by days, Page keys further. */
export function DayThumb({ index, label, day }: { index: 0 | 1; label: string; day: string }) {
  const input = useRef<HTMLInputElement>(null)
  // The slider counts days, and would read the count.
  useLayoutEffect(() => input.current?.setAttribute('aria-valuetext', day))
  return <PlotThumb index={index} inputRef={input} label={label} isAtFoot />
}
