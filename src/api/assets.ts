import { queryOptions } from '@tanstack/react-query'
import { assetStatuses } from '#src/contract/assets.ts'
import type { Asset } from '#src/contract/assets.ts'
import { everyPage } from './every-page.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

const working: readonly string[] = ['started', 'creating'] satisfies (typeof assetStatuses)[number][]

export const isAssetSettled = ({ status }: Pick<Asset, 'status'>): boolean => !working.includes(status)

export const assetQueries = {
  all: () => ['assets'] as const,

  /** Every raster of an AOI. `isGrowing`: the AOI or a visualization is still being worked on, so more will come. */
  ofAoi: (aoiId: string, isGrowing: boolean) =>
    queryOptions({
      queryKey: [...assetQueries.all(), aoiId],
      queryFn: ({ signal }) =>
        everyPage(async (query) => {
          const { assets, pagination } = await api.assets.listAssets({ params: { aoi_id: aoiId }, query }, { signal })
          return { items: assets, total: pagination?.total }
        }),
      refetchInterval: untilSettled((assets: Asset[]) => !isGrowing && assets.every(isAssetSettled)),
    }),
}
