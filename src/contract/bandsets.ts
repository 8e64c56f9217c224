import * as z from 'zod'
import { operation } from './operation.ts'
import { listOf } from './page.ts'

export const bandsetBandSchema = z.object({
  name: z.string(),
  /** Nanometres. */
  wavelength: z.number().nullish(),
})
export type BandsetBand = z.infer<typeof bandsetBandSchema>

export const bandsetSchema = z.object({
  id: z.string(),
  name: z.string(),
  description: z.string().nullish(),
  /** Passes of the satellite needed to collect all the bands; the price goes with it. */
  captures: z.number().nullish(),
  bands: listOf(bandsetBandSchema),
})
export type Bandset = z.infer<typeof bandsetSchema>

export const bandsetOperations = {
  listBandsets: operation({
    method: 'GET',
    path: '/v0/bandsets',
    operationId: 'ListBandsets',
    tag: 'Bandset',
    summary: 'List the sets of bands a new picture can be ordered with',
    errors: [400, 500],
  }).output(z.object({ bandsets: listOf(bandsetSchema) })),
}
