import type { CoverageAnswers, CoverageQuestion } from './coverage-questions.ts'
import type { CoverageReply, CoverageRequest } from './coverage-worker.ts'

/** Nobody waits for the answer any more. */
export class Stopped extends Error {}

/** Answers questions about coverage, in the order asked. */
export type CoverageDesk = {
  /** @throws Stopped, or an Error when the worker could not run */
  ask: <Question extends CoverageQuestion>(question: Question) => Promise<CoverageAnswers[Question['ask']]>
  /** Ends what is under way. It may be asked again. */
  stop: () => void
}

type Answer = CoverageAnswers[CoverageQuestion['ask']]
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

/**
 * Coverage is found out in a worker: over an area of a thousand corners and more, hundreds of scenes take seconds, in which
 * the list and the map have to go on moving.
 */
export function createCoverageDesk(): CoverageDesk {
  let worker: Worker | undefined
  let next = 0
  const waiting = new Map<number, Waiting>()

  const end = (why: Error) => {
    worker?.terminate()
    worker = undefined
    for (const { reject } of waiting.values()) reject(why)
    waiting.clear()
  }
  const start = () => {
    const started = new Worker(new URL('./coverage-worker.ts', import.meta.url), { type: 'module' })
    started.addEventListener('message', ({ data: { id, answer } }: MessageEvent<CoverageReply>) => {
      waiting.get(id)?.resolve(answer)
      waiting.delete(id)
    })
    started.addEventListener('error', () => end(new Error('The worker broke')))
    return started
  }

  return {
    ask: ((question: CoverageQuestion) =>
      new Promise<Answer>((resolve, reject) => {
        worker ??= start()
        const request: CoverageRequest = { id: next++, question }
        waiting.set(request.id, { resolve, reject })
        worker.postMessage(request)
      })) as CoverageDesk['ask'],
    stop: () => end(new Stopped()),
  }
}

/** For the figures of lists and bars: short questions, one after another. */
export const coverageDesk = createCoverageDesk()
