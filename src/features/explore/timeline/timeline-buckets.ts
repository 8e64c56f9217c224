import type { Scene } from '#src/scenes/scene.ts'

export type Bucket = {
  /** First and last UTC day, both included. */
  from: string
  to: string
  /** Scenes with little cloud, and the others; unknown cloud counts as cloud. */
  clear: number
  cloudy: number
}

/** Below this share a scene is mostly usable; the service's own default for new captures. */
export const clearPercent = 20

const dayMs = 86_400_000
const mostDays = 31
const mostWeeks = 53

/** Counts scenes by day, week (from Monday) or month, whichever gives a readable number of bars for the period. */
export function timelineBuckets(scenes: readonly Scene[], from: string, to: string): Bucket[] {
  const [start, end] = [Date.parse(from), Date.parse(to)]
  const days = (end - start) / dayMs + 1
  if (!(days >= 1)) return []
  const next = days <= mostDays ? nextDay : days <= mostWeeks * 7 ? nextWeek : nextMonth
  const buckets: (Bucket & { startMs: number })[] = []
  for (let at = start; at <= end;) {
    const after = next(at)
    buckets.push({ startMs: at, from: isoDay(at), to: isoDay(Math.min(after - dayMs, end)), clear: 0, cloudy: 0 })
    at = after
  }
  for (const { datetime, cloudCoverPercent = 100 } of scenes) {
    const ms = Date.parse(datetime)
    const bucket = ms < end + dayMs ? buckets.findLast(({ startMs }) => startMs <= ms) : undefined
    if (!bucket) continue
    if (cloudCoverPercent <= clearPercent) bucket.clear++
    else bucket.cloudy++
  }
  return buckets.map(({ startMs: _, ...bucket }) => bucket)
}

function nextDay(ms: number): number {
  return ms + dayMs
}

function nextWeek(ms: number): number {
  // Day 0 of the epoch was a Thursday.
  const fromMonday = (Math.floor(ms / dayMs) + 3) % 7
  return ms + (7 - fromMonday) * dayMs
}

function nextMonth(ms: number): number {
  const date = new Date(ms)
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)
}

function isoDay(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}
