import { X } from 'lucide-react'
import { addToCart, removeFromCart } from '#src/cart/cart-store.ts'
import { orderLimits } from '#src/geo/polygon-problems.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import { paths } from '#src/paths.ts'
import { notify } from '#src/ui/status/notice-store.ts'
import formStyles from '../order-form.module.css'
import { CartCard } from './cart-card.tsx'
import type { CartItem } from './cart-card.tsx'
import styles from './cart.module.css'
import { groupProblems } from './cart-groups.ts'
import type { CartGroup } from './cart-groups.ts'
import { UpliftRows } from '../uplift-rows.tsx'

type CartGroupProps = CartItem & {
  group: CartGroup
  /** Its place in the order, from 1. */
  number: number
  name: string
  onNameChange: (name: string) => void
}

/** One area with its scenes: what becomes one order item, and its part of the price. */
export function CartGroupCard(props: CartGroupProps) {
  const { group, number, name, onNameChange, quoted, isQuoteCurrent, problems, onHoverChange } = props
  const { areaKm2, entries } = group
  const wrong = groupProblems(group, problems)
  // Unless the quote itself says so.
  const isBelowFloor = areaKm2 < (orderLimits.billedFromKm2 ?? 0) && (quoted?.uplifts ?? []).length === 0
  const title = name.trim() || `Area ${number}`
  return (
    <CartCard
      {...{ title, areaKm2, quoted, isQuoteCurrent, onHoverChange }}
      removeLabel={`Remove ${title} and its scenes from the cart`}
      onRemove={() => removeWithUndo(group)}
    >
      <TextField
        label="Name of the order item"
        labelPlacement="hidden"
        placeholder="Name (optional)"
        maxLength={100}
        value={name}
        onChange={onNameChange}
        error={wrong.name}
      />
      {wrong.others.map((reason) => (
        <p key={reason} role="alert" className={formStyles.problem}>
          {reason}
        </p>
      ))}
      <div className={styles.bleed}>
        <List label={`Scenes over ${title}`}>
          {entries.map((entry) => (
            <ListRow
              key={entry.sceneId}
              title={<UtcTime value={entry.datetime} />}
              meta={entry.title}
              href={paths.scene(entry.collectionId, entry.sceneId)}
              actions={
                <IconButton
                  icon={X}
                  size="s"
                  label={`Remove scene of ${entry.datetime.slice(0, 10)}`}
                  onPress={() => removeFromCart([entry])}
                />
              }
            />
          ))}
        </List>
      </div>
      <UpliftRows item={quoted} />
      {isBelowFloor && (
        <p className={formStyles.note}>
          Below {orderLimits.billedFromKm2} km², {orderLimits.billedFromKm2} km² are billed for each scene.
        </p>
      )}
    </CartCard>
  )
}

function removeWithUndo({ entries }: CartGroup) {
  removeFromCart(entries)
  notify({
    id: 'cart-removed',
    tone: 'info',
    title: `${entries.length} ${entries.length === 1 ? 'scene' : 'scenes'} removed from the cart`,
    action: { label: 'Undo', onPress: () => void addToCart(entries) },
  })
}
