import { ApiError, fieldProblems, isWorthRetrying, wordsFor } from '#src/api/errors.ts'
import type { DownloadEntry, DownloadList } from './download-list.ts'
import type { DownloadAnswer, DownloadSource } from './download-source.ts'
import { giveUpAfterMs, pollDelayMs } from './poll-delay.ts'
import type { FileFacts } from './save-file.ts'

type RunnerParts = {
  list: DownloadList
  start: (source: DownloadSource) => Promise<DownloadAnswer>
  check: (source: DownloadSource, id: string) => Promise<DownloadAnswer>
  /** Looks at a signed address without fetching the file. */
  inspect: (url: string) => Promise<FileFacts>
  save: (url: string) => void
  nowMs?: () => number
}

/** A refused request for a file has no field to change: the service's reason is all there is to say. */
function refusalWords(error: unknown): string {
  const [reason] = Object.values(fieldProblems(error))
  const { title, whatToDo } = wordsFor(error)
  if (reason !== undefined || (error instanceof ApiError && error.status === 400)) return reason ?? title
  return `${title.replace(/[.!]$/, '')}. ${whatToDo}`
}

type Run = { askedMs: number; polls: number; isRenewed: boolean; timer: ReturnType<typeof setTimeout> | undefined }

/**
 * Brings every entry of the list that is being prepared to its end: start, ask again until ready, save once. There is one
 * timer for each entry, and what waits goes on after a reload.
 * @returns a function that ends it.
 */
export function runDownloads({ list, start, check, inspect, save, nowMs = Date.now }: RunnerParts): () => void {
  const runs = new Map<string, Run>()

  function look() {
    const waiting = list.snapshot().filter(({ state }) => state === 'preparing')
    for (const [key, run] of runs) {
      if (waiting.some((entry) => entry.key === key && entry.askedMs === run.askedMs)) continue
      clearTimeout(run.timer)
      runs.delete(key)
    }
    for (const { key, askedMs } of waiting) {
      if (runs.has(key)) continue
      const run: Run = { askedMs, polls: 0, isRenewed: false, timer: undefined }
      runs.set(key, run)
      void step(key, run)
    }
  }

  async function step(key: string, run: Run) {
    const entry = list.find(key)
    if (!entry || runs.get(key) !== run) return
    try {
      const answer = entry.id === undefined ? await start(entry.source) : await check(entry.source, entry.id)
      if (runs.get(key) !== run) return
      await take(entry, run, answer)
    } catch (error) {
      if (runs.get(key) === run) meet(entry, run, error)
    }
  }

  async function take(entry: DownloadEntry, run: Run, answer: DownloadAnswer) {
    if (answer.state === 'failed') return list.fail(entry, answer.reason)
    if (entry.id !== answer.id || entry.trouble !== undefined) list.update(entry, { id: answer.id, trouble: undefined })
    if (answer.state === 'preparing') return askLater(entry, run)
    const facts = await inspect(answer.url)
    if (runs.get(entry.key) !== run) return
    if (facts.state === 'gone') return renew(entry, run, 'The address of the file has expired.')
    if (facts.state === 'there' && facts.sizeBytes !== undefined) list.update(entry, { sizeBytes: facts.sizeBytes })
    // Marked first, opened second: a page that dies in between has saved too little, which a person can mend; never twice.
    if (list.claimSave(entry)) save(answer.url)
  }

  function meet(entry: DownloadEntry, run: Run, error: unknown) {
    if (isWorthRetrying(error)) {
      const trouble = `${wordsFor(error).title}; still trying.`
      if (trouble !== entry.trouble) list.update(entry, { trouble })
      return askLater(entry, run)
    }
    // What the service no longer knows is asked for anew, once.
    if (error instanceof ApiError && error.status === 404 && entry.id !== undefined)
      return renew(entry, run, error.message)
    list.fail(entry, refusalWords(error))
  }

  function renew(entry: DownloadEntry, run: Run, reason: string) {
    if (run.isRenewed) return list.fail(entry, reason)
    run.isRenewed = true
    list.update(entry, { id: undefined })
    askLater(entry, run)
  }

  function askLater(entry: DownloadEntry, run: Run) {
    if (nowMs() - entry.askedMs > giveUpAfterMs) {
      const minutes = Math.round(giveUpAfterMs / 60_000)
      return list.fail(
        entry,
        `Not ready after ${minutes} minutes. The service may still be at it: try again to go on waiting.`,
        {
          keepId: true,
        },
      )
    }
    run.timer = setTimeout(() => void step(entry.key, run), pollDelayMs(run.polls))
    run.polls += 1
  }

  const unsubscribe = list.subscribe(look)
  look()
  return () => {
    unsubscribe()
    for (const { timer } of runs.values()) clearTimeout(timer)
    runs.clear()
  }
}
