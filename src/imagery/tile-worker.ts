import { createTileStore } from './tile-store.ts'
import type { TileAnswer, TileTask } from './tile-tasks.ts'

/** Tasks come in batches and are answered in batches: a spectrum is one message, not one for each band. */
export type TileRequest = { id: number; tasks: TileTask[] }
export type TileOutcome = { answer: TileAnswer[TileTask['op']] } | { problem: string }
export type TileReply = { id: number; outcomes: TileOutcome[] }

const store = createTileStore()

self.addEventListener('message', async ({ data: { id, tasks } }: MessageEvent<TileRequest>) => {
  const outcomes = await Promise.all(
    tasks.map((task): Promise<TileOutcome> =>
      store.run(task).then(
        (answer) => ({ answer }),
        (error: unknown) => ({ problem: error instanceof Error ? error.message : String(error) }),
      ),
    ),
  )
  const reply: TileReply = { id, outcomes }
  self.postMessage(reply, { transfer: outcomes.flatMap(buffersOf) })
})

/** They are handed over, not copied. */
function buffersOf(outcome: TileOutcome): ArrayBuffer[] {
  if (!('answer' in outcome) || outcome.answer === null) return []
  if (outcome.answer instanceof Float64Array) return [outcome.answer.buffer]
  return outcome.answer.map((part) => ('buffer' in part ? part.buffer : part.histogram.counts.buffer))
}
