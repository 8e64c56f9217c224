import type { BoundFormula } from '#src/formula/tree.ts'
import { valueStatistics, type StoredBand, type ValueStatistics } from './value-statistics.ts'

export type StatisticsRequest = {
  id: number
  trees: readonly BoundFormula[]
  stored: readonly StoredBand[]
  nodata: number | null
}
export type StatisticsAnswer = { id: number; statistics: ValueStatistics[] } | { id: number; problem: string }

self.addEventListener('message', ({ data }: MessageEvent<StatisticsRequest>) => {
  const { id, trees, stored, nodata } = data
  let answer: StatisticsAnswer
  try {
    answer = { id, statistics: valueStatistics(trees, stored, nodata) }
  } catch (error) {
    answer = { id, problem: error instanceof Error ? error.message : String(error) }
  }
  self.postMessage(answer)
})
