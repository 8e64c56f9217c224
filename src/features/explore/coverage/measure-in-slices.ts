import type { Area } from '#src/geo/rings.ts'

export type Outlined = { key: string; footprint: Area }
export type Percents = readonly (readonly [key: string, percent: number])[]

/** So long a slice may take: what is no longer wanted is not waited for longer. */
const sliceMs = 60
const firstSlice = 50
const leastSlice = 5
/** Each telling has the list drawn anew. */
const tellEveryMs = 200

/**
 * Measures outlines slice by slice, each as large as the one before suggests, and tells them a few times a second. After the
 * signal no further slice is asked for; what was found by then is told all the same.
 */
export async function measureInSlices(
  outlined: readonly Outlined[],
  measure: (footprints: readonly Area[]) => Promise<readonly number[]>,
  tell: (percents: Percents) => void,
  signal: AbortSignal,
): Promise<void> {
  let found: Percents = []
  let toldMs = performance.now()
  let count = firstSlice
  for (let from = 0; from < outlined.length && !signal.aborted;) {
    const slice = outlined.slice(from, from + count)
    const askedMs = performance.now()
    const percents = await measure(slice.map(({ footprint }) => footprint))
    const nowMs = performance.now()
    found = [...found, ...slice.map(({ key }, i) => [key, percents[i]!] as const)]
    from += slice.length
    count = nowMs - askedMs < sliceMs ? count * 2 : Math.max(leastSlice, Math.floor(count / 2))
    if (nowMs - toldMs < tellEveryMs && from < outlined.length && !signal.aborted) continue
    tell(found)
    found = []
    toldMs = nowMs
  }
}
