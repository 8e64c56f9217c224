import type { OrderItem } from '#src/contract/order-items.ts'
import type { ScheduledWindow } from './schedule-strip.tsx'

/** The windows an item tells, without those that can not be read. */
export function scheduleOf(occurrences: OrderItem['occurrences']): ScheduledWindow[] {
  return (occurrences ?? []).flatMap(({ start, end }) => {
    const [startMs, endMs] = [Date.parse(start ?? ''), Date.parse(end ?? '')]
    return endMs > startMs ? [{ startMs, endMs }] : []
  })
}
