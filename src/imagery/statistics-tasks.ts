import type { BoundFormula } from '#src/formula/tree.ts'
import {
  createValueCollector,
  type CollectorOptions,
  type RegionValues,
  type ValueCollector,
} from './value-collector.ts'
import { valueStatistics, type StoredBand, type ValueStatistics } from './value-statistics.ts'

/** What the worker that counts values can be asked. */
export type StatisticsTask =
  /** Formulas over the same samples, at once. */
  | { op: 'count'; trees: readonly BoundFormula[]; stored: readonly StoredBand[]; nodata: number | null }
  /** A formula over many windows, one after the other. */
  | ({ op: 'begin'; job: number } & CollectorOptions)
  | { op: 'add'; job: number; stored: readonly StoredBand[]; spans: Int32Array<ArrayBuffer>; width: number }
  /** Hands over what was counted, and forgets the job. */
  | { op: 'finish'; job: number }
  | { op: 'forget'; job: number }

export type StatisticsAnswers = {
  count: ValueStatistics[]
  begin: null
  add: null
  finish: RegionValues
  forget: null
}

export type RunStatistics = <Task extends StatisticsTask>(task: Task) => Promise<StatisticsAnswers[Task['op']]>

/** Does the tasks of one worker. */
export function createCounter(): (task: StatisticsTask) => StatisticsAnswers[StatisticsTask['op']] {
  const jobs = new Map<number, ValueCollector>()
  const collectorOf = (job: number) => {
    const collector = jobs.get(job)
    if (!collector) throw new RangeError(`nothing is counted as ${job}`)
    return collector
  }
  return (task) => {
    switch (task.op) {
      case 'count':
        return valueStatistics(task.trees, task.stored, task.nodata)
      case 'begin':
        jobs.set(task.job, createValueCollector(task))
        return null
      case 'add':
        collectorOf(task.job).add(task.stored, task.spans, task.width)
        return null
      case 'finish': {
        const values = collectorOf(task.job).finish()
        jobs.delete(task.job)
        return values
      }
      case 'forget':
        jobs.delete(task.job)
        return null
    }
  }
}
