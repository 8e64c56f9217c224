import { ImageryError } from './raster-info.ts'
import { createTileStore } from './tile-store.ts'
import type { TileAnswer, TileTask } from './tile-tasks.ts'
import type { TileOutcome, TileReply, TileRequest } from './tile-worker.ts'

/** The workers that unpack blocks and keep them. A block stays with the worker that unpacked it. */
export type TileWorkers = {
  readonly count: number
  /** Tasks for one worker are done in the order given. @throws ImageryError */
  run: <Task extends TileTask>(worker: number, task: Task) => Promise<TileAnswer[Task['op']]>
}

const MAX_WORKERS = 4

type Waiting = { resolve: (answer: TileAnswer[TileTask['op']]) => void; reject: (error: Error) => void }
type Batch = { tasks: TileTask[]; waiting: Waiting[] }

/** Workers that start at once, while the file is still being opened, and stay. `onLost` is told when all they held is gone. */
export function createTileWorkers(onLost: () => void): TileWorkers {
  const count = Math.max(1, Math.min(MAX_WORKERS, navigator.hardwareConcurrency - 1))
  const asked = new Map<number, Waiting[]>()
  const batches = new Map<number, Batch>()
  let next = 0

  const lose = () => {
    for (const worker of workers ?? []) worker.terminate()
    workers = undefined
    const lost = [...asked.values()].flat()
    asked.clear()
    onLost()
    for (const { reject } of lost) reject(new ImageryError('The part of the app that unpacks pictures did not start.'))
  }

  function start(): Worker {
    const worker = new Worker(new URL('./tile-worker.ts', import.meta.url), { type: 'module' })
    worker.addEventListener('message', ({ data }: MessageEvent<TileReply>) => {
      const waiting = asked.get(data.id)
      asked.delete(data.id)
      data.outcomes.forEach((outcome, i) => settle(waiting?.[i], outcome))
    })
    worker.addEventListener('error', lose)
    return worker
  }

  let workers: Worker[] | undefined = Array.from({ length: count }, start)

  const send = (worker: number) => {
    const batch = batches.get(worker)
    batches.delete(worker)
    if (!batch) return
    workers ??= Array.from({ length: count }, start)
    const request: TileRequest = { id: next++, tasks: batch.tasks }
    asked.set(request.id, batch.waiting)
    workers[worker]!.postMessage(request, batch.tasks.flatMap(packedBuffer))
  }

  return {
    count,
    run: ((worker: number, task: TileTask) =>
      new Promise<TileAnswer[TileTask['op']]>((resolve, reject) => {
        let batch = batches.get(worker)
        if (!batch) {
          batches.set(worker, (batch = { tasks: [], waiting: [] }))
          queueMicrotask(() => send(worker))
        }
        batch.tasks.push(task)
        batch.waiting.push({ resolve, reject })
      })) as TileWorkers['run'],
  }
}

function settle(waiting: Waiting | undefined, outcome: TileOutcome): void {
  if ('answer' in outcome) waiting?.resolve(outcome.answer)
  else waiting?.reject(new ImageryError(outcome.problem))
}

function packedBuffer(task: TileTask): ArrayBuffer[] {
  return task.op === 'load' && task.packed ? [task.packed.buffer] : []
}

/** The same without threads, for where there are none: tests outside of a browser. */
export function tileStoresHere(count = 2): TileWorkers {
  const stores = Array.from({ length: count }, createTileStore)
  return { count, run: (worker, task) => stores[worker]!.run(task) }
}
