import { queryOptions } from '@tanstack/react-query'
import { api } from './session.ts'

export const projectQueries = {
  all: () => ['projects'] as const,
  /** Every project of the token: a person has few, so the switcher shows them all. */
  list: () =>
    queryOptions({
      queryKey: [...projectQueries.all(), 'list'],
      queryFn: ({ signal }) => api.projects.listProjects({ query: { page_num: 1, page_size: 100 } }, { signal }),
      staleTime: 5 * 60_000,
    }),
  /** The project that a thing belongs to: asked for alone, since it may be one of many or one that was left. */
  ofThing: (id: string | null | undefined) =>
    queryOptions({
      queryKey: [...projectQueries.all(), 'detail', id],
      queryFn: async ({ signal }) => {
        const { project } = await api.projects.getProjectById({ params: { id: id ?? '' } }, { signal })
        return project
      },
      enabled: Boolean(id),
      staleTime: 5 * 60_000,
    }),
}
