import { useEffect, useEffectEvent, useState } from 'react'
import type { FormulasInRegion } from '#src/imagery/region-values.ts'
import type { Refresh } from '#src/rasters/open-shared.ts'
import type { DeskDate } from '../desk-context.ts'
import { answerKey, countDate, type TimeQuestion } from './count-date.ts'

export type DateState =
  | { kind: 'waiting' }
  | { kind: 'counting'; share: number }
  | { kind: 'ready'; found: FormulasInRegion }
  | { kind: 'failed'; message: string }

export type OverTime = {
  stateOf: (date: DeskDate) => DateState
  /** From 0 to 1, over all dates; those that failed are done, too. */
  share: number
  isCounting: boolean
  stop: () => void
  /** After a stop; also tries again what failed. */
  goOn: () => void
}

/** Formulas that are typed and borders that are dragged are followed when the hand rests. */
const restMs = 400
/** One is read while the other is counted. */
const DATES_AT_ONCE = 2
/** Some kilobytes each. */
const REMEMBERED = 1500
const answers = new Map<string, FormulasInRegion>()

const waiting: DateState = { kind: 'waiting' }

/** The same question for each date, asked while somebody looks; `first` goes first. What was once counted is there at once. */
export function useOverTime(
  dates: readonly DeskDate[],
  question: TimeQuestion,
  first: string,
  onRefresh: Refresh | undefined,
): OverTime {
  const keys = new Map(dates.map((date) => [date.id, answerKey(date, question)]))
  const all = [...keys.values()].join()
  const [live, setLive] = useState<ReadonlyMap<string, DateState>>(new Map())
  const [attempt, setAttempt] = useState(0)
  const [stopped, setStopped] = useState<string>()
  const isStopped = stopped === all

  const stateOf = (date: DeskDate): DateState => {
    const key = keys.get(date.id) ?? ''
    const found = answers.get(key)
    return found ? { kind: 'ready', found } : (live.get(key) ?? waiting)
  }

  const rank = (date: DeskDate) => (date.id === first ? 0 : 1)
  const count = useEffectEvent(async (signal: AbortSignal) => {
    const todo = dates.filter((date) => !answers.has(keys.get(date.id)!)).toSorted((a, b) => rank(a) - rank(b))
    const follow = async () => {
      for (let date = todo.shift(); date && !signal.aborted; date = todo.shift()) {
        const key = keys.get(date.id)!
        const settle = (state: DateState) => {
          if (!signal.aborted) setLive((now) => new Map(now).set(key, state))
        }
        let told = 0
        const onProgress = (share: number) => {
          if (share - told < 0.05) return
          told = share
          settle({ kind: 'counting', share })
        }
        settle({ kind: 'counting', share: 0 })
        try {
          const found = await countDate(date, question, { signal, onProgress, onRefresh })
          remember(key, found)
          settle({ kind: 'ready', found })
        } catch (error) {
          settle({ kind: 'failed', message: error instanceof Error ? error.message : String(error) })
        }
      }
    }
    await Promise.all(Array.from({ length: DATES_AT_ONCE }, follow))
  })
  useEffect(() => {
    if (isStopped) return
    const controller = new AbortController()
    const timer = setTimeout(() => {
      setLive(new Map())
      void count(controller.signal)
    }, restMs)
    return () => {
      clearTimeout(timer)
      controller.abort()
    }
  }, [all, attempt, isStopped])

  const shares = dates.map((date) => {
    const state = stateOf(date)
    return state.kind === 'counting' ? state.share : state.kind === 'waiting' ? 0 : 1
  })
  const share = shares.reduce((sum, one) => sum + one, 0) / Math.max(1, dates.length)
  return {
    stateOf,
    share,
    isCounting: share < 1 && !isStopped,
    stop: () => {
      setStopped(all)
      setLive((now) => new Map([...now].filter(([, { kind }]) => kind !== 'counting')))
    },
    goOn: () => {
      setStopped(undefined)
      setAttempt((times) => times + 1)
    },
  }
}

function remember(key: string, found: FormulasInRegion): void {
  answers.set(key, found)
  for (const oldest of answers.keys()) {
    if (answers.size <= REMEMBERED) break
    answers.delete(oldest)
  }
}
