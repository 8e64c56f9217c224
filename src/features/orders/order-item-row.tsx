import type { OrderItem } from '#src/contract/order-items.ts'
import { formatAreaKm2 } from '#src/geo/format-area.ts'
import { paths } from '#src/paths.ts'
import { stateWords } from '#src/states/state-words.ts'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { kindWord, shortId } from './order-words.ts'
import styles from './orders.module.css'

/** An order item in a list. */
export function OrderItemRow({ item }: { item: OrderItem }) {
  const {
    id,
    name,
    type,
    area,
    images,
    no_of_occurrences: pictures,
    status,
    final_amount: price,
    created_at: created,
  } = item
  const scenes = images?.length ?? 0
  const facts = [
    kindWord(type),
    typeof pictures === 'number' && pictures > 1 && `${pictures} pictures`,
    scenes > 0 && `${scenes} ${scenes === 1 ? 'scene' : 'scenes'}`,
    typeof area === 'number' && formatAreaKm2(area),
  ]
  return (
    <ListRow
      href={paths.orderItem(id)}
      title={name || `Item ${shortId(id)}`}
      meta={
        <>
          {created && <UtcTime value={created} show="day" />}
          {[created ? '' : false, ...facts].filter((fact) => fact !== false).join(', ')}
        </>
      }
      value={
        <span className={styles.stateAndPrice}>
          <StatusBadge {...stateWords(status)} />
          <Tokens amount={price ?? undefined} />
        </span>
      }
    />
  )
}
