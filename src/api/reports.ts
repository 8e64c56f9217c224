import { mutationOptions } from '@tanstack/react-query'
import { api } from './session.ts'

export const reportMutations = {
  /** All orders of the workspace as a CSV, with times told in the zone `tz` (an IANA name). Asked anew each time. */
  orders: () =>
    mutationOptions({
      mutationFn: (tz: string) => api.reports.downloadOrderReport({ query: { tz } }),
      meta: { handlesError: true },
    }),
}
