import { useQuery } from '@tanstack/react-query'
import { assetQueries } from '#src/api/assets.ts'
import { satelliteQueries } from '#src/api/satellites.ts'
import type { Aoi } from '#src/contract/aois.ts'
import { readDataTypes } from '#src/contract/data-type.ts'
import type { Insight } from '#src/contract/insights.ts'
import { bandTable } from '#src/scenes/satellite-bands.ts'
import { inputChoices, type InputChoice } from './input-choices.ts'

/** The newest picture of the AOI that an insight was given; undefined when it was given none, or it is not there yet. */
export function useGivenPicture(aoi: Aoi, insight: Insight | null | undefined): InputChoice | undefined {
  const assets = useQuery(assetQueries.ofAoi(aoi.aoi_id, false))
  const satellites = useQuery(satelliteQueries.list())
  const satellite = satellites.data?.satellites.find(({ id }) => id === aoi.satellite_id)
  if (!insight || !assets.data || !satellite) return undefined
  const sources = new Set(readDataTypes(insight.input).map(({ asset_source: source }) => source?.id))
  return inputChoices(assets.data, [], bandTable(satellite)).find(({ data }) => sources.has(data.asset_source?.id))
}
