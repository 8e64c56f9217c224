import type { DataType } from '#src/contract/data-type.ts'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { Job, JobTask } from '#src/contract/jobs.ts'
import type { ValidationError } from '#src/contract/workflows.ts'

// Where the quirks of jobs end: text for numbers, raw JSON of no published shape, times under several names.

/** One run of a workflow, as screens want it. What the service left out is null or empty. */
export type Run = {
  id: string
  status: string
  percent: number | null
  costTokens: number | null
  takenS: number | null
  estimatedS: number | null
  createdAt: string | null
  finishedAt: string | null
  /** Only with a single run, as are the next three. */
  spec: unknown
  /** The AOI it works on, where the graph names one. */
  aoiId: string | null
  tasks: readonly RunTask[]
  problems: readonly ValidationError[]
}

export type RunTask = {
  id: string
  name: string
  status: string
  stateWords: string | null
  percent: number | null
  /** Names of the tasks it waits for. */
  dependsOn: readonly string[]
  inputs: readonly DataType[]
  results: readonly DataType[]
  logs: readonly LogLine[]
  disclaimers: readonly string[]
  error: string | null
  /** Not run, since a task before it failed. */
  isCutOff: boolean
  block: { name: string; version: string } | null
  takenS: number | null
  estimatedS: number | null
  startedAt: string | null
  finishedAt: string | null
}

/** `time` as RFC 3339, where the line has one. */
export type LogLine = { time: string | null; message: string }

const resting = ['completed', 'failed']

/** Nothing more will happen by itself. The words are not all published, so the time of the end counts too. */
export const isRunSettled = ({ status, finishedAt }: Pick<Run, 'status' | 'finishedAt'>): boolean =>
  finishedAt !== null || resting.includes(status)

export function toRun(job: Job): Run {
  return {
    id: job.id,
    status: job.status.toLowerCase(),
    percent: percentOf(job.progress),
    costTokens: job.cost ?? null,
    takenS: secondsOf(job.time_taken),
    estimatedS: job.estimated_duration ?? null,
    createdAt: job.created_at || null,
    finishedAt: job.finished_at || null,
    spec: job.spec ?? null,
    aoiId: aoiIdOf(job.spec),
    tasks: (job.tasks ?? []).map(toTask),
    problems: job.val_errors ?? [],
  }
}

function aoiIdOf(spec: unknown): string | null {
  const id = typeof spec === 'object' && spec !== null && 'aoi_id' in spec ? spec.aoi_id : null
  return typeof id === 'string' && id ? id : null
}

function toTask(task: JobTask): RunTask {
  const { name = null, version = null } = task.block_info ?? {}
  return {
    id: task.id,
    name: task.name,
    status: task.status.toLowerCase(),
    stateWords: task.state_msg || null,
    percent: percentOf(task.progress),
    dependsOn: task.depends_on ?? [],
    inputs: readDataTypes(task.inputs),
    results: readDataTypes(task.result),
    logs: logsOf(task.info_logs),
    disclaimers: task.disclaimer ?? [],
    error: task.err_msg || null,
    isCutOff: task.failure_type?.toUpperCase() === 'DEPENDENCY',
    block: name ? { name, version: version ?? '' } : null,
    takenS: secondsOf(task.time_taken),
    estimatedS: task.estimated_time_duration ?? null,
    startedAt: task.block_inf_start_time || task.send_time || null,
    finishedAt: task.finished_at || task.block_inf_end_time || null,
  }
}

/** 0 to 100 from 42, "42", "42.5" or "42 %". */
export function percentOf(progress: string | number | null | undefined): number | null {
  if (progress === null || progress === undefined || progress === '') return null
  const value = typeof progress === 'number' ? progress : Number(progress.replace('%', '').trim())
  return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : null
}

const unitSeconds: Record<string, number> = { h: 3600, m: 60, s: 1, ms: 0.001 }

/** Seconds from "12.3s", "1m2.5s", "1h0m3s" (as Go writes durations), or a bare number of seconds. */
export function secondsOf(duration: string | null | undefined): number | null {
  const text = duration?.trim() ?? ''
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text)
  if (!/^(\d+(\.\d+)?(h|ms|m|s))+$/.test(text)) return null
  const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(h|ms|m|s)/g)]
  return parts.reduce((sum, [, amount, unit]) => sum + Number(amount) * unitSeconds[unit!]!, 0)
}

/** A list of texts, or of objects with a message and perhaps a time; or one text of many lines. */
export function logsOf(raw: unknown): LogLine[] {
  if (typeof raw === 'string') return raw.split('\n').flatMap((line) => logsOf([line]))
  if (!Array.isArray(raw)) return []
  return raw.flatMap((line: unknown): LogLine[] => {
    if (typeof line === 'string') return line.trim() ? [{ time: null, message: line }] : []
    if (typeof line !== 'object' || line === null) return []
    const { message, msg, time, timestamp } = line as Record<string, unknown>
    const words = message ?? msg
    const at = time ?? timestamp
    return typeof words === 'string' ? [{ time: typeof at === 'string' ? at : null, message: words }] : []
  })
}
