import { ImageryError } from './raster-info.ts'
import { createCounter, type RunStatistics, type StatisticsAnswers, type StatisticsTask } from './statistics-tasks.ts'
import type { StatisticsReply, StatisticsRequest } from './statistics-worker.ts'

type Answer = StatisticsAnswers[StatisticsTask['op']]
type Waiting = { resolve: (answer: Answer) => void; reject: (error: Error) => void }

let worker: Worker | undefined
let next = 0
const waiting = new Map<number, Waiting>()

/** Counts in a worker of its own. Tasks are done in the order given; samples are handed over, not copied. @throws ImageryError */
export const runStatistics = ((task: StatisticsTask) => {
  worker ??= startWorker()
  const request: StatisticsRequest = { id: next++, task }
  return new Promise<Answer>((resolve, reject) => {
    waiting.set(request.id, { resolve, reject })
    worker?.postMessage(request, 'stored' in task ? task.stored.map(({ samples }) => samples.buffer) : [])
  })
}) as RunStatistics

/** The same without a thread, for where there is none: tests outside of a browser. */
export function statisticsHere(): RunStatistics {
  const run = createCounter()
  return (async (task: StatisticsTask) => run(task)) as RunStatistics
}

function startWorker(): Worker {
  const started = new Worker(new URL('./statistics-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<StatisticsReply>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('answer' in data) asked?.resolve(data.answer)
    else asked?.reject(new ImageryError(data.problem))
  })
  started.addEventListener('error', () => {
    for (const { reject } of waiting.values())
      reject(new ImageryError('The part of the app that counts pixels did not start.'))
    waiting.clear()
    worker = undefined
  })
  return started
}
