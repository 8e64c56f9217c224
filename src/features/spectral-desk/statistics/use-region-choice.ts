import { useSearchParams } from 'react-router'
import type { Area } from '#src/geo/rings.ts'
import { useDesk } from '../desk-context.ts'
import { sampleColour, sampleName, type RegionSample } from '../spectra/samples.ts'
import { useSpectra } from '../spectra/spectra-context.ts'
import { words } from './words.ts'

/** Something that can be counted: a drawn region, the area that the pictures were made for, or all of the picture. */
export type CountedRegion = {
  id: string
  name: string
  /** null: the whole picture. */
  area: Area | null
  /** The token of its colour, as on the map. */
  colour: `--${string}`
}

const param = 'region'
export const wholePicture = 'picture'

/**
 * What is counted, by the address: what it names, else the region drawn last; nothing when there is none. `choose(null)`
 * leaves it to what is drawn next.
 */
export function useRegionChoice(): {
  regions: readonly CountedRegion[]
  chosen: CountedRegion | undefined
  choose: (id: string | null) => void
} {
  const { scene } = useDesk()
  const { state } = useSpectra()
  const [params, setParams] = useSearchParams()
  const drawn = state.samples
    .filter((sample): sample is RegionSample => sample.kind === 'region')
    .map((sample): CountedRegion => {
      const { number, area } = sample
      return { id: String(number), name: sampleName(sample), area, colour: sampleColour(number) }
    })
  const regions: CountedRegion[] = [
    ...drawn,
    ...(scene.area
      ? [{ id: 'aoi', name: scene.area.name, area: scene.area.outline, colour: '--accent' as const }]
      : []),
    { id: wholePicture, name: words.whole, area: null, colour: '--accent' },
  ]
  const chosen = regions.find(({ id }) => id === params.get(param)) ?? drawn.at(-1)
  const choose = (id: string | null) =>
    setParams(
      (now) => {
        const next = new URLSearchParams(now)
        if (id === null) next.delete(param)
        else next.set(param, id)
        return next
      },
      { replace: true, preventScrollReset: true },
    )
  return { regions, chosen, choose }
}
