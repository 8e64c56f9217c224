import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from 'react-router'
import { orderMutations, orderQueries } from '#src/api/orders.ts'
import { removeFromCart } from '#src/cart/cart-store.ts'
import { paths } from '#src/paths.ts'
import { createSendGuard } from '#src/send-once/send-guard.ts'
import { useSendOnce } from '#src/send-once/use-send-once.ts'
import type { SendOnceState } from '#src/send-once/use-send-once.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import { findPlaced } from './placed-order.ts'
import type { SentOrder } from './placed-order.ts'

const guard = createSendGuard<SentOrder>('orders')

export type SubmissionState = SendOnceState<Omit<SentOrder, 'knownOrderIds'>>

/** Sends an order once, and finds out what became of one that got no answer. */
export function useSubmission(): SubmissionState {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const submitting = useMutation(orderMutations.submit())
  return useSendOnce({
    guard,
    // One order at a time, whatever is in it.
    subject: 'order',
    remember: async (asked) => {
      const { orders } = await queryClient.fetchQuery(orderQueries.newest())
      return { ...asked, knownOrderIds: orders.map(({ id }) => id) }
    },
    send: async ({ items }) => (await submitting.mutateAsync(items)).id ?? null,
    list: orderQueries.newest(),
    find: ({ orders }, sent) => findPlaced(orders, sent)?.id,
    stale: orderQueries.all(),
    onDone: ({ entries }) => {
      removeFromCart(entries)
      notify({ tone: 'ok', title: 'Order placed' })
    },
    onOpen: (id) => void navigate(id ? paths.order(id) : paths.orders()),
  })
}
