import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { catalogQueries } from '#src/api/catalogs.ts'
import { toDelivered } from './delivered-picture.ts'
import type { DeliveredPicture } from './delivered-picture.ts'

/** Delivered pictures by id, for lists that only name them. Empty until the answer is there, and for ids of no picture. */
export function usePictures(ids: readonly string[]): ReadonlyMap<string, DeliveredPicture> {
  const wanted = [...new Set(ids)].toSorted()
  const { data } = useQuery({
    ...catalogQueries.search({ ids: wanted, limit: Math.max(1, wanted.length) }),
    enabled: wanted.length > 0,
  })
  return useMemo(
    () => new Map((data?.catalogs ?? []).map((catalog) => [catalog.id, toDelivered(catalog)] as const)),
    [data],
  )
}
