import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { LegendUpdate, VisualizationMode } from '#src/contract/legend.ts'
import { visualizationStatuses } from '#src/contract/visualizations.ts'
import type { NewVisualization, VisualizationListItem } from '#src/contract/visualizations.ts'
import { assetQueries } from './assets.ts'
import { ApiError } from './errors.ts'
import { everyPage } from './every-page.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

const working: readonly string[] = ['creating'] satisfies (typeof visualizationStatuses)[number][]

export const isVisualizationSettled = ({ status }: Pick<VisualizationListItem, 'status'>): boolean =>
  !working.includes(status)

/** Which visualization of which AOI. */
export type VisualizationPlace = { aoiId: string; visualizationId: string }

/** Legends and pictures write days with underscores. */
const legendDate = (date: string) => date.replaceAll('-', '_')
const paramsOf = ({ aoiId, visualizationId }: VisualizationPlace) => ({
  aoi_id: aoiId,
  visualization_id: visualizationId,
})

export const visualizationQueries = {
  all: () => ['visualizations'] as const,

  /** The API tells of a single visualization only through this list. */
  ofAoi: (aoiId: string) =>
    queryOptions({
      queryKey: [...visualizationQueries.all(), 'list', aoiId],
      queryFn: ({ signal }) =>
        everyPage(async (query) => {
          const answer = await api.visualizations.listVisualizations({ params: { aoi_id: aoiId }, query }, { signal })
          return { items: answer.visualization, total: answer.pagination?.total }
        }),
      refetchInterval: untilSettled((list: VisualizationListItem[]) => list.every(isVisualizationSettled)),
    }),

  /**
   * One day's classes as a Styled Layer Descriptor; null where the visualization has no legend of that kind. It is the only
   * way to read a legend without changing it.
   */
  legend: (place: VisualizationPlace, date: string, mode: VisualizationMode) =>
    queryOptions({
      queryKey: [...visualizationQueries.all(), 'legend', place.aoiId, place.visualizationId, date, mode],
      queryFn: async ({ signal }) => {
        try {
          const body = { dates: [legendDate(date)], visualization_modes: [mode] }
          const { sld } = await api.visualizations.generateVisualizationSld(
            { params: paramsOf(place), body },
            { signal },
          )
          return sld[mode]?.[legendDate(date)] ?? null
        } catch (error) {
          if (error instanceof ApiError && error.status === 404) return null
          throw error
        }
      },
      staleTime: 5 * 60_000,
    }),
}

export const visualizationMutations = {
  create: (aoiId: string) =>
    mutationOptions({
      mutationFn: (body: NewVisualization) =>
        api.visualizations.createVisualization({ params: { aoi_id: aoiId }, body }),
      meta: { invalidates: [visualizationQueries.all(), assetQueries.all()], handlesError: true },
    }),

  updateLegend: (place: VisualizationPlace) =>
    mutationOptions({
      mutationFn: ({
        date,
        mode,
        items,
        bins,
      }: {
        date: string
        mode: VisualizationMode
        items: LegendUpdate['legend'][string]
        bins?: number
      }) =>
        api.visualizations.updateVisualizationMetadata({
          params: paramsOf(place),
          body: {
            visualization_mode: mode,
            legend: { [legendDate(date)]: items },
            ...(bins !== undefined && { dynamic_bins: bins }),
          },
        }),
      meta: {
        invalidates: [[...visualizationQueries.all(), 'legend', place.aoiId, place.visualizationId]],
        handlesError: true,
      },
    }),

  rollBackLegend: (place: VisualizationPlace) =>
    mutationOptions({
      mutationFn: ({ indexId, date, mode }: { indexId: string; date: string; mode: VisualizationMode }) =>
        api.visualizations.rollBackVisualizationMetadata({
          params: paramsOf(place),
          body: { index_id: indexId, dates: [legendDate(date)], visualization_mode: mode },
        }),
      meta: { invalidates: [[...visualizationQueries.all(), 'legend', place.aoiId, place.visualizationId]] },
    }),

  /** The picture of one day with its legend drawn in. */
  png: (place: VisualizationPlace) =>
    mutationOptions({
      mutationFn: ({ indexId, date, mode }: { indexId: string; date: string; mode: VisualizationMode }) =>
        api.visualizations.generateIndexPng({
          params: paramsOf(place),
          body: { index_id: indexId, date: legendDate(date), visualization_mode: mode },
        }),
    }),
}
