import type { CartEntry } from '#src/cart/cart-store.ts'
import type { OrderItemRequest } from '#src/contract/order-item-request.ts'
import type { OrderItem } from '#src/contract/order-items.ts'
import type { Order } from '#src/contract/orders.ts'

/**
 * An order on its way. `preparing`: nothing was sent yet. `sending`: it was sent and no answer came yet. `unknown`: no
 * answer will come, so only the list of orders can tell whether it was placed.
 */
export type Submission = {
  id: string
  state: 'preparing' | 'sending' | 'unknown'
  items: readonly OrderItemRequest[]
  entries: readonly CartEntry[]
  /** The newest orders before this one was sent: what is not among them may be it. */
  knownOrderIds: readonly string[]
  /** Epoch ms. */
  changedMs: number
}

export type SubmissionGuard = {
  subscribe: (listener: () => void) => () => void
  snapshot: () => Submission | null
  /** The permission to send; null while another order is on its way, also one of before a reload. */
  begin: (items: readonly OrderItemRequest[], entries: readonly CartEntry[]) => Submission | null
  /** To be called right before sending. */
  send: (id: string, knownOrderIds: readonly string[]) => void
  markUnknown: (id: string) => void
  /** The order was placed or refused: the next one may be sent. */
  end: (id: string) => void
}

const storageKey = 'swath.submission'

/**
 * Sees that an order is sent once, whatever a person does to the page: a second click, a second try after silence, a
 * reload in between. What was on its way before a reload can only be `unknown` after it.
 */
export function createSubmissionGuard(storage: () => Storage, nowMs: () => number = Date.now): SubmissionGuard {
  const listeners = new Set<() => void>()
  let current = restored()

  function restored(): Submission | null {
    try {
      const stored = JSON.parse(storage().getItem(storageKey) ?? 'null') as Submission | null
      if (!stored || stored.state === 'preparing') return null
      return { ...stored, state: 'unknown' }
    } catch {
      return null
    }
  }

  function write(next: Submission | null) {
    current = next
    try {
      if (next) storage().setItem(storageKey, JSON.stringify(next))
      else storage().removeItem(storageKey)
    } catch {
      // Without storage the guard holds as long as the page does.
    }
    for (const listener of listeners) listener()
  }

  const change = (id: string, changes: Partial<Submission>) => {
    if (current?.id === id) write({ ...current, ...changes, changedMs: nowMs() })
  }

  return {
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    snapshot: () => current,
    begin(items, entries) {
      if (current) return null
      write({
        id: `${nowMs()}-${Math.random().toString(36).slice(2)}`,
        state: 'preparing',
        items,
        entries,
        knownOrderIds: [],
        changedMs: nowMs(),
      })
      return current
    },
    send: (id, knownOrderIds) => change(id, { state: 'sending', knownOrderIds }),
    markUnknown: (id) => change(id, { state: 'unknown' }),
    end: (id) => {
      if (current?.id === id) write(null)
    },
  }
}

/** The order that came out of a submission that got no answer: one that was not there before and asks for the same things. */
export function findPlaced(orders: readonly Order[], { items, knownOrderIds }: Submission): Order | undefined {
  const asked = items.map(signatureOfRequest).sort()
  return orders.find(({ id, order_items: placed }) => {
    if (knownOrderIds.includes(id) || placed.length !== items.length) return false
    const got = placed.map(signatureOfPlaced).sort()
    return got.every((one, i) => one === asked[i])
  })
}

// The same scenes in the same project; for a new picture the same bands from the same moment on, again as often.

function signatureOfRequest({ project_id: project, item_ids: ids, ...item }: OrderItemRequest): string {
  if (ids) return signature(project, ids)
  return signature(project, [item.bandset?.bandset_id, item.recurrence, moment(item.start_date)])
}

function signatureOfPlaced({ project_id: project, images, bandset, ...item }: OrderItem): string {
  if (item.type === 'TASKING' || item.type === 'RECURRING')
    return signature(project, [bandset?.bandset_id, item.recurrence, moment(item.start_date)])
  return signature(
    project,
    (images ?? []).map((image) => image.item_id),
  )
}

const signature = (project: string | null | undefined, parts: readonly (string | null | undefined)[]) =>
  JSON.stringify([project ?? '', parts.map((part) => part ?? '').sort()])

/** Moments are written in several ways. */
const moment = (text: string | null | undefined) => (text ? String(Date.parse(text)) : '')
