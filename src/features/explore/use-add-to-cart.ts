import { useNavigate } from 'react-router'
import { addToCart } from '#src/cart/cart-store.ts'
import type { Area } from '#src/geo/rings.ts'
import { paths } from '#src/paths.ts'
import type { Scene } from '#src/scenes/scene.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import { words } from './words.ts'

/** Puts scenes over an area into the cart, and says so with the way there. */
export function useAddToCart(): (scenes: readonly Scene[], area: Area) => void {
  const navigate = useNavigate()
  return (scenes, area) => {
    const added = addToCart(
      scenes.map(({ id, collectionId, title, datetime }) => ({ sceneId: id, collectionId, title, datetime, area })),
    )
    notify({
      id: 'cart',
      tone: 'ok',
      title: words.addedToCart(added),
      action: { label: words.openCart, onPress: () => void navigate(paths.cart()) },
    })
  }
}
