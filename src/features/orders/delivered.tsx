import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Failed } from '#src/answers/failed.tsx'
import { useLastLook } from '#src/answers/use-last-look.ts'
import { catalogQueries } from '#src/api/catalogs.ts'
import { DeliveredList } from '#src/catalogs/delivered-list.tsx'
import { toDelivered } from '#src/catalogs/delivered-picture.ts'
import type { OrderItem } from '#src/contract/order-items.ts'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import styles from './orders.module.css'

const shownAtMost = 100

const readyWords: readonly string[] = ['FULFILLED', 'PARTIALLY_FULFILLED', 'COMPLETED', 'PARTIALLY_COMPLETED']

/** Whether pictures of the item may be in the catalog already: of the whole of it, or of one of its tasks. */
export function hasDelivered({ status, tasks }: Pick<OrderItem, 'status' | 'tasks'>): boolean {
  return readyWords.includes(status) || (tasks ?? []).some((task) => readyWords.includes(task.status))
}

/** The same for an item inside an order, which tells nothing of its tasks: a recurring one brings them one after the other. */
export function mayHaveDelivered(item: Pick<OrderItem, 'status' | 'tasks' | 'type'>): boolean {
  return hasDelivered(item) || (item.type === 'RECURRING' && item.status === 'ACTIVE')
}

type DeliveredProps = {
  /** Whose pictures. */
  of: { order_ids: string[] } | { order_item_ids: string[] }
  /** More may come. */
  isGrowing: boolean
}

/** The pictures that came out of an order or of one of its items, with their downloads and outlines. */
export function Delivered({ of, isGrowing }: DeliveredProps) {
  const { data, error, refetch, isFetching } = useQuery({
    ...catalogQueries.search({ ...of, limit: shownAtMost }),
    refetchInterval: isGrowing ? 10_000 : false,
  })
  useLastLook(isGrowing, refetch)
  const pictures = useMemo(() => (data?.catalogs ?? []).map(toDelivered), [data])
  useFitOnce(
    JSON.stringify(of),
    pictures.flatMap(({ scene }) => (scene?.footprint ? [scene.footprint] : [])),
  )
  if (!data) {
    if (!error) return <SkeletonRows rows={2} look="tall" label="Loading delivered pictures" />
    return <Failed query={{ error, refetch, isFetching }} />
  }
  if (pictures.length === 0) return <p className={styles.later}>No picture is in the catalog{isGrowing && ' yet'}.</p>
  const total = data.pagination?.total ?? pictures.length
  const inCatalog = 'order_ids' in of ? { order: of.order_ids } : { orderItem: of.order_item_ids }
  return (
    <div className={styles.bleed}>
      <DeliveredList pictures={pictures} />
      {total > pictures.length && (
        <LinkButton tone="quiet" href={paths.catalogs(inCatalog)}>
          All {total.toLocaleString('en-GB')} pictures in the catalog
        </LinkButton>
      )}
    </div>
  )
}
