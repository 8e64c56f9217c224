import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PixelTask, PixelTaskResult } from './pixel-tasks.ts'

/** What happens while a task runs. */
export type PixelListeners = {
  /** 0..1 */
  onProgress?: ((fraction: number) => void) | undefined
  /** A worker took the task up: until then it waited for one to be free. */
  onStart?: (() => void) | undefined
  onLog?: ((message: string) => void) | undefined
}

type Pending = PixelListeners & {
  task: PixelTask
  resolve: (result: never) => void
  reject: (error: Error) => void
}

/** What a worker answers for the task it was given. */
export type PixelMessage = { progress: number } | { log: string } | { result: unknown } | { error: string }

export type PixelPool = {
  /** Runs the task in a worker thread, so that the server goes on answering. */
  run<T extends PixelTask>(task: T, listeners?: PixelListeners): Promise<PixelTaskResult<T>>
  close(): Promise<void>
}

/** One processor is left to the server. */
export const workersAtMost = Math.max(1, availableParallelism() - 1)

/** Worker threads for all that touches pixels: started when first needed, one task each at a time. */
export function createPixelPool({ size = workersAtMost } = {}): PixelPool {
  const idle: Worker[] = []
  const all = new Map<Worker, Pending | null>()
  const waiting: Pending[] = []
  let closed = false

  function startWorker() {
    const worker = new Worker(new URL('./pixel-worker.ts', import.meta.url))
    all.set(worker, null)
    worker.on('message', (message: PixelMessage) => receive(worker, message))
    worker.on('error', (error) => drop(worker, error))
    worker.on('exit', () => drop(worker, new Error('the pixel worker stopped')))
    return worker
  }

  function receive(worker: Worker, message: PixelMessage) {
    const pending = all.get(worker)
    if (!pending) return
    if ('progress' in message) return pending.onProgress?.(message.progress)
    if ('log' in message) return pending.onLog?.(message.log)
    all.set(worker, null)
    idle.push(worker)
    if ('error' in message) pending.reject(new Error(message.error))
    else pending.resolve(message.result as never)
    next()
  }

  /** A worker that died takes its task with it; the queue decides whether to try again. */
  function drop(worker: Worker, error: Error) {
    const pending = all.get(worker)
    if (!all.delete(worker)) return
    const place = idle.indexOf(worker)
    if (place >= 0) idle.splice(place, 1)
    pending?.reject(error)
    if (!closed) next()
  }

  function next() {
    if (waiting.length === 0) return
    const worker = idle.pop() ?? (all.size < size ? startWorker() : undefined)
    if (!worker) return
    const pending = waiting.shift()!
    all.set(worker, pending)
    pending.onStart?.()
    worker.postMessage(pending.task)
  }

  return {
    run(task, listeners = {}) {
      return new Promise((resolve, reject) => {
        if (closed) return reject(new Error('the sandbox is stopping'))
        waiting.push({ ...listeners, task, resolve: resolve as Pending['resolve'], reject })
        next()
      })
    },
    async close() {
      closed = true
      for (const pending of waiting.splice(0)) pending.reject(new Error('the sandbox is stopping'))
      await Promise.all([...all.keys()].map((worker) => worker.terminate()))
    },
  }
}
