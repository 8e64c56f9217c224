import * as z from 'zod'
import type { CurveKind } from '#src/spectra/spectral-axis.ts'
import { samplesFromText, samplesToText, type Sample } from './samples.ts'

const curves = ['reflectance', 'continuum', 'derivative'] as const satisfies readonly CurveKind[]

/** What the spectra part shows, all of it in the address. */
export type SpectraState = {
  samples: readonly Sample[]
  curve: CurveKind
  /** Bands that each slope is taken over. */
  smoothing: number
  /** Ids of the library entries drawn beside the samples. */
  compared: readonly string[]
  /** The number of the sample whose likeness the map shows. */
  likeness: number | null
  /** Up to which spectral angle a pixel counts as alike. */
  withinRad: number
}

/** Savitzky and Golay's windows; 3 smooths nothing. */
export const smoothings = [3, 5, 9, 15] as const
export const MAX_ANGLE_RAD = 0.5

const words = {
  samples: 'spectra',
  curve: 'curve',
  smoothing: 'smooth',
  compared: 'compare',
  likeness: 'like',
  withinRad: 'within',
} as const

const whole = z
  .string()
  .regex(/^\d{1,3}$/)
  .transform(Number)
const schema = z.object({
  samples: z.string().max(12_000).transform(samplesFromText).catch([]),
  curve: z.enum(curves).catch('reflectance'),
  smoothing: whole.pipe(z.literal(smoothings)).catch(3),
  compared: z
    .string()
    .max(2000)
    .transform((text) => text.split('*').filter(Boolean))
    .catch([]),
  likeness: whole.nullable().catch(null),
  withinRad: z.string().transform(Number).pipe(z.number().positive().max(MAX_ANGLE_RAD)).catch(0.1),
})

export function readSpectra(params: URLSearchParams): SpectraState {
  const told = Object.fromEntries(Object.entries(words).map(([key, word]) => [key, params.get(word)]))
  return schema.parse(told)
}

/** The address with some of it changed; what is as usual is left out. */
export function writeSpectra(params: URLSearchParams, change: Partial<SpectraState>): URLSearchParams {
  const next = new URLSearchParams(params)
  const set = (key: keyof SpectraState, text: string | undefined) => {
    if (!(key in change)) return
    if (text) next.set(words[key], text)
    else next.delete(words[key])
  }
  set('samples', change.samples && samplesToText(change.samples))
  set('curve', change.curve === 'reflectance' ? '' : change.curve)
  set('smoothing', change.smoothing === 3 ? '' : String(change.smoothing))
  set('compared', change.compared?.join('*'))
  set('likeness', change.likeness === null ? '' : String(change.likeness))
  set('withinRad', change.withinRad === 0.1 ? '' : String(change.withinRad))
  return next
}
