import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { QueryFunction, QueryKey } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import { ApiError } from '#src/api/errors.ts'
import type { SendGuard } from './send-guard.ts'

/** What is not in the list this long after its answer failed to come did not go through. */
const sureAfterMs = 10_000

type SendOnce<Request, Memo, List> = {
  guard: SendGuard<Memo>
  /** What it is about: of each subject one at a time. */
  subject: string
  /** What it will be found by if no answer comes, noted before it is sent. When this fails, nothing is sent. */
  remember: (request: Request) => Memo | Promise<Memo>
  /** Gives the id of what came of it. */
  send: (request: Request, memo: Memo) => Promise<string | null>
  /** The service's list, in which it shows up. */
  list: { queryKey: QueryKey; queryFn?: QueryFunction<List, never> }
  find: (list: List, memo: Memo) => string | undefined
  /** What else tells of it, and is stale once it was found. */
  stale: QueryKey
  /** It went through, as its answer or the list says. */
  onDone?: (memo: Memo) => void
  /** The same, and the screen still stands: who went elsewhere meanwhile stays there. */
  onOpen: (id: string | null) => void
}

/** Sent, and no word of it. `isSure`: it was looked for long enough. */
export type UnknownSending = {
  isSure: boolean
  isLooking: boolean
  lookError: unknown
  lookAgain: () => void
  giveUp: () => void
}

export type SendOnceState<Request> = {
  send: (request: Request) => void
  isSending: boolean
  /** Refused, or not even sent: said in place, and it may be sent again. */
  error: unknown
  unknown: UnknownSending | null
  clearError: () => void
}

/** Sends what is paid once, and finds out what became of one that got no answer. */
export function useSendOnce<Request, Memo, List>(options: SendOnce<Request, Memo, List>): SendOnceState<Request> {
  const { guard, subject, list } = options
  const current = useSyncExternalStore(guard.subscribe, guard.snapshot)[subject]
  const queryClient = useQueryClient()

  const sending = useMutation({
    meta: { handlesError: true },
    mutationFn: async (request: Request) => {
      let memo: Memo
      try {
        memo = await options.remember(request)
      } catch (error) {
        guard.end(subject)
        throw error
      }
      guard.send(subject, memo)
      let id: string | null
      try {
        id = await options.send(request, memo)
      } catch (error) {
        // A refusal is an answer. Silence, a broken answer or a failing server may have let it through all the same.
        if (error instanceof ApiError && error.status < 500) guard.end(subject)
        else guard.markUnknown(subject)
        throw error
      }
      guard.end(subject)
      options.onDone?.(memo)
      return id
    },
  })

  const unknown = current?.state === 'unknown' ? current : null
  const look = useQuery({
    ...list,
    queryFn: list.queryFn as QueryFunction<List>,
    enabled: unknown !== null,
    staleTime: 0,
    refetchInterval: ({ state }) => (unknown && state.dataUpdatedAt - unknown.changedMs > sureAfterMs ? false : 2500),
  })
  // A list from before says nothing.
  const foundId =
    unknown && look.isSuccess && look.dataUpdatedAt >= unknown.changedMs
      ? options.find(look.data, unknown.memo)
      : undefined
  const onFound = useEffectEvent((id: string, memo: Memo) => {
    guard.end(subject)
    void queryClient.invalidateQueries({ queryKey: options.stale })
    options.onDone?.(memo)
    options.onOpen(id)
  })
  useEffect(() => {
    if (unknown && foundId !== undefined) onFound(foundId, unknown.memo)
  }, [unknown, foundId])

  return {
    send: (request) => {
      if (guard.begin(subject)) sending.mutate(request, { onSuccess: options.onOpen })
    },
    isSending: current !== undefined && current.state !== 'unknown',
    error: unknown ? null : sending.error,
    unknown: unknown && {
      isSure: look.dataUpdatedAt - unknown.changedMs > sureAfterMs,
      isLooking: look.isFetching,
      lookError: look.error,
      lookAgain: () => void look.refetch(),
      giveUp: () => {
        guard.end(subject)
        sending.reset()
      },
    },
    clearError: () => sending.reset(),
  }
}
