import { useSearchParams } from 'react-router'
import { displays, type TimeDisplay } from './time-series.ts'

const param = 'over'

/** What the chart draws of each date, by the address; usually the areas of classes where there are classes, else the mean. */
export function useTimeDisplay(hasClasses: boolean): [TimeDisplay, (display: TimeDisplay) => void] {
  const [params, setParams] = useSearchParams()
  const asked = displays.find((id) => id === params.get(param))
  const set = (display: TimeDisplay) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        next.set(param, display)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return [asked ?? (hasClasses ? 'areas' : 'mean'), set]
}
