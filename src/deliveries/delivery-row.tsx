import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Delivery } from '#src/contract/deliveries.ts'
import type { Store } from '#src/contract/stores.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import styles from './deliveries.module.css'
import { deliveryWords } from './delivery-words.ts'
import { placeIn } from './store-place.ts'

export type DeliveryRowProps = {
  delivery: Delivery
  /** Where it goes; undefined when the store is deleted, null while stores are not known. */
  store: Store | undefined | null
  /** The picture in it, where that is not said by the screen. */
  picture?: { label: string; lead: ReactNode }
  href?: string
  isHovered?: boolean
  onHoverChange?: (isHovered: boolean) => void
  /** Sends the same picture to the same place; absent when that can not be done. */
  onSendAgain?: () => void
  isSendingAgain?: boolean
}

/** One delivery: what, where to, how far. */
export function DeliveryRow(props: DeliveryRowProps) {
  const { delivery, store, picture, href, isHovered, onHoverChange, onSendAgain, isSendingAgain } = props
  const { status, cloud_delivery: target, target_path: file, created_at: created, updated_at: updated } = delivery
  const words = deliveryWords(status)
  const storeName = store?.name ?? (store === null ? 'Store' : 'Deleted store')
  const place = store ? placeIn(store, target?.path, file) : [target?.path, file].filter(Boolean).join('/')
  const name = picture ? `${picture.label} to ${storeName}` : `delivery to ${storeName}`
  return (
    <ListRow
      href={href}
      lead={picture?.lead}
      title={picture?.label ?? storeName}
      meta={<span title={place}>{picture ? [storeName, target?.path].filter(Boolean).join(', ') : place}</span>}
      value={
        <span className={styles.state}>
          <StatusBadge {...words} />
          <UtcTime value={(words.tone === 'busy' ? created : (updated ?? created)) ?? undefined} />
        </span>
      }
      isPointed={isHovered}
      onHoverChange={onHoverChange}
      actions={
        words.tone === 'fail' && onSendAgain ? (
          <IconButton
            icon={RotateCw}
            size="s"
            label={`Send again: ${name}`}
            isPending={isSendingAgain}
            onPress={onSendAgain}
          />
        ) : (
          <CopyButton isIconOnly label={`Copy the place of ${name}`} text={place} />
        )
      }
    />
  )
}
