import { Refusal } from '#src/vectors/limits.ts'
import type { OpenedFile, TakenArea } from './area-file-desk.ts'
import type { DeskAnswer, DeskRequest } from './area-file-worker.ts'

/** A file opened in a worker, which keeps its outlines until it is closed. */
export type AreaFileReader = {
  /** @throws Refusal */
  open: (files: readonly File[]) => Promise<OpenedFile>
  /** @throws Refusal */
  take: (indices: readonly number[], mostCorners: number) => Promise<TakenArea>
  /** Ends the worker; what was asked and not answered is refused. */
  close: () => void
}

/** Longer than any file within the limits takes; a file made to keep a reader busy ends here. */
const longestMs = 90_000

type Waiting = { resolve: (answer: OpenedFile | TakenArea) => void; reject: (refusal: Refusal) => void; timer: number }
type Request = DeskRequest extends infer Each ? (Each extends unknown ? Omit<Each, 'id'> : never) : never

export function startAreaFileReader(): AreaFileReader {
  const worker = new Worker(new URL('./area-file-worker.ts', import.meta.url), { type: 'module' })
  const waiting = new Map<number, Waiting>()
  let next = 0

  const end = (why: string) => {
    worker.terminate()
    for (const { reject, timer } of waiting.values()) {
      clearTimeout(timer)
      reject(new Refusal(why))
    }
    waiting.clear()
  }
  worker.addEventListener('message', ({ data }: MessageEvent<DeskAnswer>) => {
    const asked = waiting.get(data.id)
    if (!asked) return
    waiting.delete(data.id)
    clearTimeout(asked.timer)
    if ('answer' in data) asked.resolve(data.answer)
    else asked.reject(new Refusal(data.refusal))
  })
  worker.addEventListener('error', () =>
    end('The part of the app that reads files did not start: load the page again.'),
  )

  const ask = <Answer extends OpenedFile | TakenArea>(request: Request) =>
    new Promise<Answer>((resolve, reject) => {
      const id = next++
      const timer = window.setTimeout(
        () => end('The file takes too long to read: simplify it, or export fewer features.'),
        longestMs,
      )
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject, timer })
      worker.postMessage({ ...request, id })
    })
  return {
    open: (files) => ask<OpenedFile>({ op: 'open', files: files.map((file) => ({ name: file.name, blob: file })) }),
    take: (indices, mostCorners) => ask<TakenArea>({ op: 'take', indices: [...indices], mostCorners }),
    close: () => end('The import was ended.'),
  }
}
