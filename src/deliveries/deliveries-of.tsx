import { useQuery } from '@tanstack/react-query'
import { Failed } from '#src/answers/failed.tsx'
import { deliveryQueries } from '#src/api/deliveries.ts'
import type { DeliveryFilter } from '#src/api/deliveries.ts'
import { usePictures } from '#src/catalogs/use-pictures.ts'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import styles from './deliveries.module.css'
import { DeliveryList } from './delivery-list.tsx'
import { failureAdvice } from './delivery-words.ts'

type DeliveriesOfProps = {
  /** Whose deliveries: of a picture or of an order item. */
  of: Pick<DeliveryFilter, 'catalogId' | 'orderItemId'>
  /** An order that still runs may start more. */
  isGrowing?: boolean
}

/** Where the pictures of this screen were sent to, and how far that is. */
export function DeliveriesOf({ of, isGrowing = false }: DeliveriesOfProps) {
  const query = deliveryQueries.list(of)
  const { data, error, refetch, isFetching } = useQuery({
    ...query,
    refetchOnMount: 'always',
    ...(isGrowing && { refetchInterval: 10_000 }),
  })
  const deliveries = data?.deliveries ?? []
  const pictures = usePictures(of.catalogId ? [] : deliveries.flatMap(({ catalog_id: id }) => id ?? []))
  if (!data) {
    if (!error) return <SkeletonRows rows={1} look="tall" label="Loading deliveries" />
    return <Failed query={{ error, refetch, isFetching }} />
  }
  if (deliveries.length === 0) return <p className={styles.quiet}>Not sent to a store.</p>
  return (
    <>
      <div className={styles.bleed}>
        <DeliveryList deliveries={deliveries} {...(of.catalogId === undefined && { pictures })} />
      </div>
      {deliveries.some(({ status }) => status === 'FAILED') && <p className={styles.advice}>{failureAdvice}</p>}
    </>
  )
}
