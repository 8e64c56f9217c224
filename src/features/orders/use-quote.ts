import { useQuery } from '@tanstack/react-query'
import { orderQueries } from '#src/api/orders.ts'
import type { SubmittedOrder } from '#src/contract/orders.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { useSettled } from '#src/ui/use-settled.ts'

const settleMs = 400

export type Quote = {
  /** Of the last content that was priced; shown while a newer one is being priced. */
  order: SubmittedOrder | undefined
  /** It is the price of exactly what is in the cart now. */
  isCurrent: boolean
  isAsking: boolean
  error: unknown
  retry: () => void
}

/** The price of an order, asked for by a dry run once its content has stayed the same for a moment. */
export function useQuote(items: readonly OrderItemRequest[] | null): Quote {
  const content = JSON.stringify(items)
  const isSettled = useSettled(content, settleMs) === content
  const { data, error, isFetching, isPlaceholderData, refetch } = useQuery({
    ...orderQueries.quote(isSettled && items ? items : []),
    enabled: isSettled && items !== null && items.length > 0,
  })
  const isAsking = items !== null && (!isSettled || isFetching)
  return {
    order: items ? data : undefined,
    isCurrent: data !== undefined && items !== null && isSettled && !isPlaceholderData && error === null,
    isAsking,
    error: isAsking ? null : error,
    retry: () => void refetch(),
  }
}
