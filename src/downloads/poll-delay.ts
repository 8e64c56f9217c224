/** A file is asked about every 2 s; after half a minute slower and slower, down to once in 15 s. */
export function pollDelayMs(polls: number): number {
  return Math.min(2000 * 1.2 ** Math.max(0, polls - 15), 15_000)
}

/** Long enough for the largest order; then a person decides whether to go on waiting. */
export const giveUpAfterMs = 30 * 60_000
