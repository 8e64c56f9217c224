const dayMs = 86_400_000

/** How fast a picture is wanted. The request does not say it: it follows from the dates. */
export type CaptureTier = {
  name: 'Flexible' | 'Expedited' | 'Critical' | 'Assured'
  /** percent on top of the price */
  upliftPercent: number
  why: string
  /** urgent pictures are paid for whatever the clouds do, so no limit holds */
  anyCloud: boolean
}

/** A window of time: the start is in it, the end is not. Epoch milliseconds. */
export type CaptureWindow = { startMs: number; endMs: number }

export const windowDays = ({ startMs, endMs }: CaptureWindow) => Math.ceil((endMs - startMs) / dayMs)

export function captureTier(window: CaptureWindow, nowMs: number): CaptureTier {
  const days = windowDays(window)
  const aheadDays = (window.startMs - nowMs) / dayMs
  if (days <= 1 && aheadDays >= 7) return { name: 'Assured', upliftPercent: 50, why: 'One fixed day', anyCloud: true }
  if (days <= 2) return { name: 'Critical', upliftPercent: 40, why: 'A window of at most 2 days', anyCloud: true }
  if (days <= 6) return { name: 'Expedited', upliftPercent: 25, why: 'A window of 3 to 6 days', anyCloud: true }
  return { name: 'Flexible', upliftPercent: 0, why: 'A window of 7 days or more', anyCloud: false }
}
