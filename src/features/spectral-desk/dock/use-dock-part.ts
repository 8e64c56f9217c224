import { useSearchParams } from 'react-router'

const name = 'chart'

/** Which of the charts is shown, by the address; the first when it says nothing, or names one that is not there. */
export function useDockPart<Id extends string>(ids: readonly Id[]): [part: Id | undefined, show: (part: Id) => void] {
  const [params, setParams] = useSearchParams()
  const part = ids.find((id) => id === params.get(name)) ?? ids[0]
  const show = (next: Id) =>
    setParams(
      (now) => {
        const changed = new URLSearchParams(now)
        if (next === ids[0]) changed.delete(name)
        else changed.set(name, next)
        return changed
      },
      { replace: true, preventScrollReset: true },
    )
  return [part, show]
}
