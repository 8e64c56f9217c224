import { queryOptions } from '@tanstack/react-query'
import type { executionModes } from '#src/contract/blocks.ts'
import { api } from './session.ts'

/** Where a block can run: over an AOI, or as a step of a workflow. */
export type BlockMode = (typeof executionModes)[number]

/** Blocks change with releases, not with the day. */
const staleTime = 10 * 60_000

export const blockQueries = {
  all: () => ['blocks'] as const,

  /** Every block of one mode; of both when none is named. A block of several versions is there once for each. */
  list: (mode?: BlockMode) =>
    queryOptions({
      queryKey: [...blockQueries.all(), 'list', mode ?? null],
      queryFn: async ({ signal }) =>
        (await api.blocks.listBlocks({ query: { ...(mode && { mode }) } }, { signal })).blocks,
      staleTime,
    }),

  /** All versions of one block. */
  versions: (name: string) =>
    queryOptions({
      queryKey: [...blockQueries.all(), 'versions', name],
      queryFn: async ({ signal }) => (await api.blocks.getBlock({ params: { name } }, { signal })).blocks,
      staleTime,
    }),

  version: (name: string, version: string) =>
    queryOptions({
      queryKey: [...blockQueries.all(), 'version', name, version],
      queryFn: ({ signal }) => api.blocks.getBlockVersion({ params: { name, version } }, { signal }),
      staleTime,
    }),
}
