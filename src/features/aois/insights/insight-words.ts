import type { OutcomeWords } from '#src/send-once/unknown-outcome.tsx'

/** A short time as a person says it: "about 20 s", "about 4 min". Minutes as the API tells them. */
export function aboutMinutes(minutes: number): string {
  const seconds = minutes * 60
  if (seconds < 55) return `about ${Math.max(5, Math.ceil(seconds / 5) * 5)} s`
  if (minutes < 90) return `about ${Math.round(minutes)} min`
  return `about ${Math.round(minutes / 60)} h`
}

/** Seconds that a run will still take by what the service expected of it; undefined when it expected nothing. */
export function secondsLeft(expectedMinutes: number | null | undefined, percent: number): number | undefined {
  if (!expectedMinutes || expectedMinutes <= 0) return undefined
  return expectedMinutes * 60 * (1 - Math.min(100, Math.max(0, percent)) / 100)
}

export const unknownRun: OutcomeWords = {
  unknown: 'No answer came',
  unknownKept: 'It is looked for among the insights before you can run it again, so that it is paid once.',
  looking: 'Looking for the run',
  listFailed: 'The list of insights can not be read either.',
  not: 'It was not started',
  notKept: 'Nothing was spent, and what you entered is still here.',
  back: 'Ready to run again',
}
