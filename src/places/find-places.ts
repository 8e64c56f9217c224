import type { View } from './nearness.ts'
import type { Place } from './place-index.ts'
import type { PlaceAnswer, PlaceQuestion } from './places-worker.ts'

/** As many as a person looks through. */
const most = 8

let worker: Worker | undefined
let questions = 0
const waiting = new Map<number, { resolve: (places: Place[]) => void; reject: (error: Error) => void }>()

/** Has the gazetteer (2.6 MB) read and put in order in a worker before the first letter is typed; the first search is the slowest. */
export function prepareToFind(): void {
  if (!worker) findPlaces('santa').catch(() => undefined)
}

/** Places by any of their names, best first, those in view or near it before others of their size. */
export function findPlaces(query: string, view?: View): Promise<Place[]> {
  const question: PlaceQuestion = { id: ++questions, query, most, view }
  return new Promise((resolve, reject) => {
    waiting.set(question.id, { resolve, reject })
    worker ??= start()
    worker.postMessage(question)
  })
}

function start(): Worker {
  const started = new Worker(new URL('./places-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<PlaceAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('places' in data) asked?.resolve(data.places)
    else asked?.reject(new Error(data.failure))
  })
  started.addEventListener('error', () => {
    worker = undefined
    started.terminate()
    for (const { reject } of waiting.values()) reject(new Error('The worker broke'))
    waiting.clear()
  })
  return started
}
