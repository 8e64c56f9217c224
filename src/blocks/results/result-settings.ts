import * as z from 'zod'
import { isColormap } from '#src/formula/colormaps.ts'

const schema = z.object({
  /** Name of the result on the map; the first that can be shown when null. */
  output: z.string().min(1).nullable().catch(null),
  /** Name of the band that is shown, or `rgb` for the first three as colours. */
  band: z.string().min(1).nullable().catch(null),
  /** Name of a colour map; the one that suits the result when null. */
  colours: z.string().refine(isColormap).nullable().catch(null),
  /** Percent. */
  opacity: z.coerce.number().int().min(0).max(100).catch(100),
  /** Numbers of the classes that are not shown. */
  hidden: z
    .string()
    .regex(/^\d+(,\d+)*$/)
    .catch('')
    .transform((text) => (text === '' ? [] : text.split(',').map(Number))),
  /** Property of polygons that colours them, or `none`; as they are when null. */
  by: z.string().min(1).nullable().catch(null),
  /** Whether the picture that the block was given lies beneath. */
  beneath: z
    .enum(['true', 'false'])
    .catch('true')
    .transform((text) => text === 'true'),
})

/** What of a run's results is shown, and how: a part of the URL of every screen that shows some. */
export type ResultSettings = z.infer<typeof schema>

export function readResultSettings(params: URLSearchParams): ResultSettings {
  const asked = ['output', 'band', 'colours', 'by', 'beneath', 'hidden'].map((name) => [name, params.get(name)])
  return schema.parse({ ...Object.fromEntries(asked), opacity: params.get('opacity') ?? 100 })
}

/** The URL with some of it changed; what is as usual is left out, and another result starts as usual. */
export function writeResultSettings(params: URLSearchParams, change: Partial<ResultSettings>): URLSearchParams {
  const next = new URLSearchParams(params)
  const usual = readResultSettings(new URLSearchParams())
  const whole = { ...('output' in change && { band: null, by: null, colours: null, hidden: [] }), ...change }
  for (const [name, value] of Object.entries(whole)) {
    if (value === null || String(value) === String(usual[name as keyof ResultSettings])) next.delete(name)
    else next.set(name, String(value))
  }
  return next
}
