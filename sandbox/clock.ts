/** Time as the sandbox tells it: real time, run faster by `speed`, moved by tests. */
export type Clock = {
  nowMs(): number
  /** Move forward. Whoever waits on the clock is told. */
  advance(ms: number): void
  /** Real milliseconds until the clock shows `ms`. */
  realMsUntil(ms: number): number
  onAdvance(listener: () => void): () => void
}

export function createClock({ speed = 1 }: { speed?: number } = {}): Clock {
  const startReal = Date.now()
  let moved = 0
  const listeners = new Set<() => void>()
  const nowMs = () => startReal + (Date.now() - startReal) * speed + moved
  return {
    nowMs,
    advance(ms) {
      moved += ms
      for (const listener of listeners) listener()
    },
    realMsUntil: (ms) => Math.max(0, (ms - nowMs()) / speed),
    onAdvance(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

export function timestamp(clock: Clock): string {
  return new Date(clock.nowMs()).toISOString()
}
