import type { CaptureWindow } from '#sandbox/orders/capture-tier.ts'
import type { CaptureLimits } from './feasibility.ts'
import { bestPass, drawnCloud } from './passes.ts'
import type { Pass } from './passes.ts'
import type { Strip } from './strips.ts'

/** One try at one strip. */
export type Attempt = { strip: Strip; pass: Pass; cloudPercent: number; taken: boolean }

const dayMs = 86_400_000

/**
 * All attempts of a window, in order of time: each strip is tried at the best pass of each day until it is clear enough. Drawn
 * from place and day, so asking again, or after a restart, tells the same story; who asks hides what lies in the future.
 */
export function captureDiary(strips: readonly Strip[], window: CaptureWindow, limits: CaptureLimits): Attempt[] {
  const firstDay = Math.floor(window.startMs / dayMs) - 1
  const lastDay = Math.ceil(window.endMs / dayMs)
  const attempts = strips.flatMap((strip) => {
    const tries: Attempt[] = []
    for (let day = firstDay; day <= lastDay && !tries.at(-1)?.taken; day++) {
      const pass = bestPass(strip.centre, day, limits.offNadirDeg)
      if (!pass || pass.ms < window.startMs || pass.ms >= window.endMs) continue
      const cloudPercent = Math.round(1000 * drawnCloud(strip.centre, pass)) / 10
      tries.push({ strip, pass, cloudPercent, taken: cloudPercent <= limits.cloudCoverPercent })
    }
    return tries
  })
  return attempts.toSorted((a, b) => a.pass.ms - b.pass.ms)
}
