import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { useNavigate } from 'react-router'
import { ApiError } from '#src/api/errors.ts'
import { orderMutations, orderQueries } from '#src/api/orders.ts'
import { removeFromCart } from '#src/cart/cart-store.ts'
import type { CartEntry } from '#src/cart/cart-store.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import { paths } from '#src/paths.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import { createSubmissionGuard, findPlaced } from './submission.ts'
import type { Submission } from './submission.ts'

const guard = createSubmissionGuard(() => sessionStorage)

/** An order that is not among the newest this long after its answer failed to come was not placed. */
const sureAfterMs = 10_000

export type SubmissionState = {
  isSending: boolean
  /** Refused, or not even sent: said in place, and it may be sent again. */
  error: unknown
  /** Sent, and no word of it. `isSure`: it was looked for long enough. */
  unknown: { isSure: boolean; isLooking: boolean; lookError: unknown; lookAgain: () => void; giveUp: () => void } | null
  submit: (items: readonly OrderItemRequest[], entries: readonly CartEntry[]) => void
  clearError: () => void
}

/** Sends an order once, and finds out what became of one that got no answer. */
export function useSubmission(): SubmissionState {
  const current = useSyncExternalStore(guard.subscribe, guard.snapshot)
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const placed = (submission: Submission, orderId: string | null | undefined) => {
    guard.end(submission.id)
    removeFromCart(submission.entries)
    notify({ tone: 'ok', title: 'Order placed' })
    void navigate(orderId ? paths.order(orderId) : paths.orders())
  }

  const sending = useMutation({ ...orderMutations.submit() })
  const submitting = useMutation({
    meta: { handlesError: true },
    mutationFn: async ({ submission }: { submission: Submission }) => {
      try {
        const { orders } = await queryClient.fetchQuery(orderQueries.newest())
        guard.send(
          submission.id,
          orders.map(({ id }) => id),
        )
      } catch (error) {
        guard.end(submission.id)
        throw error
      }
      try {
        return await sending.mutateAsync(submission.items)
      } catch (error) {
        // A refusal is an answer. Silence, a broken answer or a failing server may have placed the order all the same.
        if (error instanceof ApiError && error.status < 500) guard.end(submission.id)
        else guard.markUnknown(submission.id)
        throw error
      }
    },
    onSuccess: ({ id }, { submission }) => placed(submission, id),
  })

  const unknown = current?.state === 'unknown' ? current : null
  const look = useQuery({
    ...orderQueries.newest(),
    enabled: unknown !== null,
    refetchInterval: ({ state }) => (unknown && state.dataUpdatedAt - unknown.changedMs > sureAfterMs ? false : 2500),
  })
  const isFresh = unknown !== null && look.dataUpdatedAt >= unknown.changedMs
  const found = unknown && isFresh ? findPlaced(look.data?.orders ?? [], unknown) : undefined
  const onFound = useEffectEvent((submission: Submission, orderId: string) => {
    void queryClient.invalidateQueries({ queryKey: orderQueries.all() })
    placed(submission, orderId)
  })
  useEffect(() => {
    if (unknown && found) onFound(unknown, found.id)
  }, [unknown, found])

  return {
    isSending: current?.state === 'preparing' || current?.state === 'sending',
    error: unknown ? null : submitting.error,
    unknown: unknown && {
      isSure: look.dataUpdatedAt - unknown.changedMs > sureAfterMs,
      isLooking: look.isFetching,
      lookError: look.error,
      lookAgain: () => void look.refetch(),
      giveUp: () => {
        guard.end(unknown.id)
        submitting.reset()
      },
    },
    submit: (items, entries) => {
      const submission = guard.begin(items, entries)
      if (submission) submitting.mutate({ submission })
    },
    clearError: () => submitting.reset(),
  }
}
