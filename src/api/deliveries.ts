import { mutationOptions, queryOptions } from '@tanstack/react-query'
import type { DeliveryRequest } from '#src/contract/deliveries.ts'
import { catalogQueries } from './catalogs.ts'
import { isDeliverySettled } from './delivery-states.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

/** What the service can look for itself. An answer does not name the order item, so only the service can tell that. */
export type DeliveryFilter = { deliveryId?: string; catalogId?: string; taskId?: string; orderItemId?: string }

type DeliveryList = Awaited<ReturnType<typeof api.deliveries.listDeliveries>>

export const deliveryQueries = {
  all: () => ['deliveries'] as const,

  /** The newest first, all of them: the service does not page. Asked again until nothing is on its way. */
  list: ({ deliveryId, catalogId, taskId, orderItemId }: DeliveryFilter = {}) =>
    queryOptions({
      queryKey: [...deliveryQueries.all(), 'list', { deliveryId, catalogId, taskId, orderItemId }],
      queryFn: ({ signal }) =>
        api.deliveries.listDeliveries(
          {
            query: {
              ...(deliveryId && { delivery_id: deliveryId }),
              ...(catalogId && { catalog_id: catalogId }),
              ...(taskId && { task_id: taskId }),
              ...(orderItemId && { order_item_id: orderItemId }),
            },
          },
          { signal },
        ),
      refetchInterval: untilSettled(({ deliveries }: DeliveryList) => deliveries.every(isDeliverySettled)),
    }),
}

export const deliveryMutations = {
  /** Each request sends pictures, or all pictures of order items, to one store. The form shows what is wrong. */
  create: () =>
    mutationOptions({
      mutationFn: (deliveries: readonly DeliveryRequest[]) =>
        api.deliveries.createDelivery({ body: { deliveries: [...deliveries] } }),
      meta: { invalidates: [deliveryQueries.all(), catalogQueries.all()], handlesError: true },
    }),
}
