import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import { aoiStatuses } from '#src/contract/aois.ts'
import type { Aoi, NewAoi } from '#src/contract/aois.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

export type AoiFilter = { name?: string; projectId?: string | null; index: number; size: number }

type AoiPage = Awaited<ReturnType<typeof api.aois.listAois>>

const working: readonly string[] = ['started', 'running', 'updating'] satisfies (typeof aoiStatuses)[number][]

/** Nothing more will happen by itself. A state that we do not know is waited for no longer than others. */
export const isAoiSettled = ({ status }: Pick<Aoi, 'status'>): boolean => !working.includes(status)

export const aoiQueries = {
  all: () => ['aois'] as const,

  /** One page, the newest first. */
  list: ({ name, projectId, index, size }: AoiFilter) =>
    queryOptions({
      queryKey: [...aoiQueries.all(), 'list', { name, projectId, index, size }],
      queryFn: ({ signal }) =>
        api.aois.listAois(
          {
            query: {
              offset: index * size,
              limit: size,
              ...(name && { aoi_name: name }),
              ...(projectId && { project_ids: projectId }),
            },
          },
          { signal },
        ),
      placeholderData: keepPreviousData,
      refetchInterval: untilSettled(({ aois }: AoiPage) => aois.every(isAoiSettled)),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...aoiQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.aois.getAoi({ params: { aoi_id: id } }, { signal }),
      refetchInterval: untilSettled(isAoiSettled),
    }),
}

export const aoiMutations = {
  /** The form shows what is wrong beside its fields. */
  create: () =>
    mutationOptions({
      mutationFn: (body: NewAoi) => api.aois.createAoi({ body }),
      meta: { invalidates: [aoiQueries.all()], handlesError: true },
    }),
}
