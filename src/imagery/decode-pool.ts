import type { BlockLayout } from './decode-block.ts'
import type { DecodeAnswer, DecodeRequest } from './decode-worker.ts'
import { ImageryError } from './raster-info.ts'
import type { Samples } from './raster-info.ts'

export type DecodeBlock = (
  packed: Uint8Array<ArrayBuffer>,
  layout: BlockLayout,
  wanted: readonly number[],
) => Promise<Samples[]>

type Waiting = { resolve: (samples: Samples[]) => void; reject: (error: Error) => void }

const MAX_WORKERS = 4

let workers: Worker[] | undefined
let next = 0
const waiting = new Map<number, Waiting>()

/** `decodeBlock` in workers, so that unpacking never holds up the hand. They start with the first block and stay. */
export const decodeInWorkers: DecodeBlock = (packed, layout, wanted) => {
  workers ??= Array.from({ length: Math.max(1, Math.min(MAX_WORKERS, navigator.hardwareConcurrency - 1)) }, startWorker)
  const id = next++
  const worker = workers[id % workers.length]!
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve, reject })
    // Copied: the bytes may be a part of a larger read that other blocks still need.
    const request: DecodeRequest = { id, packed: packed.slice(), layout, wanted }
    worker.postMessage(request, [request.packed.buffer])
  })
}

function startWorker(): Worker {
  const worker = new Worker(new URL('./decode-worker.ts', import.meta.url), { type: 'module' })
  worker.addEventListener('message', ({ data }: MessageEvent<DecodeAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('samples' in data) asked?.resolve(data.samples)
    else asked?.reject(new ImageryError(data.problem))
  })
  worker.addEventListener('error', () => {
    for (const { reject } of waiting.values())
      reject(new ImageryError('The part of the app that unpacks pictures did not start.'))
    waiting.clear()
    workers = undefined
  })
  return worker
}
