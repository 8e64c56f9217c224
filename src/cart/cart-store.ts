import { useSyncExternalStore } from 'react'
import type { MultiPolygon, Polygon } from 'geojson'
import * as z from 'zod'
import { createKeptList } from '#src/kept/kept-list.ts'

/** One scene to be ordered over one area. The same scene over another area is another entry. */
export type CartScene = {
  sceneId: string
  collectionId: string
  title: string
  /** RFC 3339 */
  datetime: string
  area: Polygon | MultiPolygon
}

/** A picture to be taken, as the address of the form that describes it: what stands behind the `?` of `paths.newOrder`. */
export type CartPicture = { id: string; form: string }

export type CartEntry = CartScene | CartPicture

export const isPicture = (entry: CartEntry): entry is CartPicture => 'form' in entry

const entrySchema = z.union([
  z.object({ id: z.string(), form: z.string() }),
  z.object({
    sceneId: z.string(),
    collectionId: z.string(),
    title: z.string(),
    datetime: z.string(),
    area: z.object({ type: z.enum(['Polygon', 'MultiPolygon']), coordinates: z.array(z.unknown()) }),
  }),
])
const cart = createKeptList<CartEntry>({
  key: 'swath.cart',
  entryOf: (value) => {
    const { data } = entrySchema.safeParse(value)
    return data && (value as CartEntry)
  },
})

const keyOf = (entry: CartEntry) =>
  isPicture(entry) ? entry.id : `${entry.sceneId} ${JSON.stringify(entry.area.coordinates)}`

/** @returns how many were new. */
export function addToCart(added: readonly CartEntry[]): number {
  const known = new Set(cart.read().map(keyOf))
  const fresh = added.filter((entry) => !known.has(keyOf(entry)))
  if (fresh.length > 0) cart.write([...cart.read(), ...fresh])
  return fresh.length
}

/** Puts a new picture into the cart, in the place of the one with the same id when there is one. */
export function putPicture(picture: CartPicture): void {
  const isKnown = cart.read().some((entry) => keyOf(entry) === picture.id)
  cart.write(
    isKnown ? cart.read().map((entry) => (keyOf(entry) === picture.id ? picture : entry)) : [...cart.read(), picture],
  )
}

export function removeFromCart(removed: readonly CartEntry[]): void {
  const gone = new Set(removed.map(keyOf))
  cart.write(cart.read().filter((entry) => !gone.has(keyOf(entry))))
}

/** What waits to be ordered; survives a reload, and what another tab ordered is gone from it. */
export const useCart = (): readonly CartEntry[] => useSyncExternalStore(cart.subscribe, cart.read)
