import { useQuery } from '@tanstack/react-query'
import { ReceiptText } from 'lucide-react'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { orderQueries } from '#src/api/orders.ts'
import type { Order } from '#src/contract/orders.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { ListRow } from '#src/ui/data/list-row.tsx'
import { Pager } from '#src/ui/data/pager.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { orderWords, shortId } from './order-words.ts'
import styles from './orders.module.css'

const size = 25

/** Orders, newest first; asked again while one of them is being worked on. */
export function OrderList({ pageIndex, onPageChange }: { pageIndex: number; onPageChange: (index: number) => void }) {
  const query = useQuery(orderQueries.list({ index: pageIndex, size }))
  const { data, isPlaceholderData } = query
  const noAnswer = <NoAnswer query={query} loading="Loading orders" rows={8} look="tall" />
  if (!data) return noAnswer
  if (data.orders.length === 0 && pageIndex === 0) {
    return (
      <EmptyState icon={ReceiptText} action={<OrderStarts />}>
        Orders appear here from the moment they are placed until their pictures are ready.
      </EmptyState>
    )
  }
  return (
    <>
      {noAnswer}
      <div className={isPlaceholderData ? styles.stale : undefined}>
        <List label="Orders">
          {data.orders.map((order) => (
            <OrderRow key={order.id} order={order} />
          ))}
        </List>
      </div>
      <div className={styles.pager}>
        <Pager
          things="orders"
          index={pageIndex}
          size={size}
          total={data.pagination?.total ?? undefined}
          shown={data.orders.length}
          onChange={onPageChange}
        />
      </div>
    </>
  )
}

function OrderRow({ order }: { order: Order }) {
  const { id, order_items: items, total_amount: total, created_at: created } = order
  const names = items.flatMap(({ name }) => (name ? [name] : []))
  return (
    <ListRow
      href={paths.order(id)}
      title={names.length > 0 ? names.join(', ') : `Order ${shortId(id)}`}
      meta={
        <>
          <UtcTime value={created ?? undefined} />
          {items.length > 1 && `, ${items.length} items`}
        </>
      }
      value={
        <span className={styles.stateAndPrice}>
          <StatusBadge {...orderWords(items)} />
          <Tokens amount={total ?? undefined} />
        </span>
      }
    />
  )
}

/** Where an order begins. */
function OrderStarts() {
  return (
    <>
      <LinkButton href={paths.explore()}>Find scenes</LinkButton>
      <LinkButton href={paths.newOrder()}>Order a new picture</LinkButton>
    </>
  )
}
