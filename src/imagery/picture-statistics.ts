import type { BoundFormula } from '#src/formula/tree.ts'
import type { Cog } from './open-cog.ts'
import { ImageryError } from './raster-info.ts'
import { readWindow } from './read-window.ts'
import type { StatisticsAnswer, StatisticsRequest } from './statistics-worker.ts'
import { bandsOfTrees, type StoredBand, type ValueStatistics } from './value-statistics.ts'

/** Enough for any percentile to be right to the eye; more would only keep the hand waiting. */
const PIXELS_LOOKED_AT = 400_000

/** The finest level that is not larger than what is looked at; the coarsest there is when all are. */
export function levelForStatistics({ levels }: Pick<Cog, 'levels'>): number {
  const found = levels.findIndex(({ width, height }) => width * height <= PIXELS_LOOKED_AT)
  return found < 0 ? levels.length - 1 : found
}

type Compute = (request: Omit<StatisticsRequest, 'id'>) => Promise<ValueStatistics[]>

/**
 * How the values of each formula spread over the whole picture, from a level coarse enough to be quick. Counting and
 * sorting run in a worker.
 */
export async function pictureStatistics(
  cog: Cog,
  trees: readonly BoundFormula[],
  { signal, compute = computeInWorker }: { signal?: AbortSignal; compute?: Compute } = {},
): Promise<ValueStatistics[]> {
  const bands = bandsOfTrees(trees)
  const level = levelForStatistics(cog)
  // A formula without bands is the same everywhere: one band says how many pixels there are, and where there are none.
  const read = bands.length > 0 ? bands : [0]
  const samples = await readWindow(cog, read, { level, ...(signal && { signal }) })
  const stored = read.map((band, i): StoredBand => {
    const { scale, offset } = cog.info.bands[band] ?? { scale: 1, offset: 0 }
    return { band, samples: samples[i]!, scale, offset }
  })
  return compute({ trees, stored, nodata: cog.info.nodata })
}

type Waiting = { resolve: (statistics: ValueStatistics[]) => void; reject: (error: Error) => void }

let worker: Worker | undefined
let next = 0
const waiting = new Map<number, Waiting>()

const computeInWorker: Compute = (request) => {
  worker ??= startWorker()
  const asked: StatisticsRequest = { ...request, id: next++ }
  return new Promise((resolve, reject) => {
    waiting.set(asked.id, { resolve, reject })
    worker?.postMessage(
      asked,
      request.stored.map(({ samples }) => samples.buffer),
    )
  })
}

function startWorker(): Worker {
  const started = new Worker(new URL('./statistics-worker.ts', import.meta.url), { type: 'module' })
  started.addEventListener('message', ({ data }: MessageEvent<StatisticsAnswer>) => {
    const asked = waiting.get(data.id)
    waiting.delete(data.id)
    if ('statistics' in data) asked?.resolve(data.statistics)
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
