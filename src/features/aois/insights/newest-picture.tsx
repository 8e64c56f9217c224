import { useQuery } from '@tanstack/react-query'
import { assetQueries } from '#src/api/assets.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { ChosenPicture } from './chosen-picture.tsx'
import { inputChoices } from './input-choices.ts'

/** The newest picture of an AOI, so that one sees what is about to be looked into. */
export function NewestPicture({ aoi }: { aoi: Aoi }) {
  const assets = useQuery(assetQueries.ofAoi(aoi.aoi_id, false))
  const satellites = useQuery(satelliteQueries.list())
  const satellite = satellites.data?.satellites.find(({ id }) => id === aoi.satellite_id)
  if (!assets.data || !satellite) return null
  const [newest] = inputChoices(assets.data, [], bandTable(satellite))
  return newest ? <ChosenPicture choice={newest} /> : null
}
