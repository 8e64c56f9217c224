import { keepPreviousData, mutationOptions, queryOptions } from '@tanstack/react-query'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { OrderItem } from '#src/contract/order-items.ts'
import type { Order } from '#src/contract/orders.ts'
import { untilSettled } from './polling.ts'
import { api } from './session.ts'

export type OrderItemFilter = { status?: string; type?: string; projectIds?: readonly string[] }

/** A page of a list: which one, counted from 0, and how many rows it holds. */
export type Page = { index: number; size: number }

type OrderPage = Awaited<ReturnType<typeof api.orders.listOrders>>
type OrderItemPage = Awaited<ReturnType<typeof api.orders.listOrderItems>>

const restingStatuses: readonly string[] = ['FULFILLED', 'PARTIALLY_FULFILLED', 'FAILED', 'CANCELLED']

/** Nothing more will happen by itself: neither the item nor one of its tasks is being worked on. */
export const isItemSettled = (item: Pick<OrderItem, 'status'>): boolean => restingStatuses.includes(item.status)
const isOrderSettled = (order: Pick<Order, 'order_items'>): boolean => order.order_items.every(isItemSettled)

const polling = { everyMs: 2000, slowestMs: 15_000 }

export const orderQueries = {
  all: () => ['orders'] as const,

  list: (page: Page) =>
    queryOptions({
      queryKey: [...orderQueries.all(), 'list', page],
      queryFn: ({ signal }) => api.orders.listOrders({ query: pageOf(page) }, { signal }),
      placeholderData: (previous) => previous,
      refetchInterval: untilSettled(({ orders }: OrderPage) => orders.every(isOrderSettled), polling),
    }),

  /** Straight from the service, past the cache: to find out whether an order that got no answer was placed. */
  newest: () =>
    queryOptions({
      queryKey: [...orderQueries.all(), 'newest'],
      queryFn: ({ signal }) => api.orders.listOrders({ query: { offset: 0, limit: 20 } }, { signal }),
      staleTime: 0,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...orderQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.orders.getOrder({ params: { id } }, { signal }),
      refetchInterval: untilSettled(isOrderSettled, polling),
    }),

  /** What the order would cost: the same body as the order itself, as a dry run that keeps nothing and spends nothing. */
  quote: (items: readonly OrderItemRequest[]) =>
    queryOptions({
      // Apart from the orders: placing one does not change what others cost.
      queryKey: ['order-quotes', items],
      queryFn: ({ signal }) => api.orders.submitOrder({ body: { dry_run: true, order_items: [...items] } }, { signal }),
      staleTime: 60_000,
      placeholderData: keepPreviousData,
    }),
}

export const orderItemQueries = {
  all: () => ['order-items'] as const,

  list: (filter: OrderItemFilter, page: Page) =>
    queryOptions({
      queryKey: [...orderItemQueries.all(), 'list', filter, page],
      queryFn: ({ signal }) =>
        api.orders.listOrderItems(
          {
            query: {
              ...pageOf(page),
              ...(filter.status && { status: filter.status }),
              ...(filter.type && { type: filter.type }),
              ...(filter.projectIds?.length && { project_ids: filter.projectIds.join(',') }),
            },
          },
          { signal },
        ),
      placeholderData: (previous) => previous,
      refetchInterval: untilSettled(({ order_items }: OrderItemPage) => order_items.every(isItemSettled), polling),
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...orderItemQueries.all(), 'detail', id],
      queryFn: ({ signal }) => api.orders.getOrderItem({ params: { id } }, { signal }),
      refetchInterval: untilSettled(isItemSettled, polling),
    }),
}

export const orderMutations = {
  /** Spends tokens. Never repeated by itself; `src/send-once` sees that a person does not repeat it either. */
  submit: () =>
    mutationOptions({
      mutationFn: (items: readonly OrderItemRequest[]) => api.orders.submitOrder({ body: { order_items: [...items] } }),
      meta: { handlesError: true, invalidates: [orderQueries.all(), orderItemQueries.all()] },
    }),
}

const pageOf = ({ index, size }: Page) => ({ offset: index * size, limit: size })
