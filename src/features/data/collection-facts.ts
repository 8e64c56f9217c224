import * as z from 'zod'
import type { Collection } from '#src/contract/archive.ts'
import { stacBandSchema } from '#src/contract/stac.ts'
import { byWavelength, toBand, type SceneBand } from '#src/scenes/scene-bands.ts'

export type CollectionFacts = {
  name: string
  bands: readonly SceneBand[]
  /** The finest */
  gsdM?: number
  /** RFC 3339; absent while the collection is empty. */
  first?: string
  last?: string
  providers: string
}

// Summaries are free form in STAC: what does not fit is as if it were not said.
const summariesSchema = z
  .looseObject({
    gsd: z.array(z.number()).catch([]),
    'eo:bands': z.array(stacBandSchema).catch([]),
  })
  .catch({ gsd: [], 'eo:bands': [] })

/** What a collection tells, as the screen shows it. */
export function collectionFacts({ id, title, summaries, extent, providers }: Collection): CollectionFacts {
  const { gsd, 'eo:bands': told } = summariesSchema.parse(summaries ?? {})
  const [first, last] = extent?.temporal?.interval?.[0] ?? []
  return {
    name: title || id,
    bands: byWavelength(
      told.map((band) =>
        toBand({ name: band.name, commonName: band.common_name, centre: band.center_wavelength, fwhm: band.fwhm }),
      ),
    ),
    ...(gsd.length > 0 && { gsdM: Math.min(...gsd) }),
    ...(first && { first }),
    ...(last && { last }),
    providers: (providers ?? []).flatMap(({ name }) => name ?? []).join(', '),
  }
}
