import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useParams } from 'react-router'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { isItemSettled, orderQueries } from '#src/api/orders.ts'
import type { Order } from '#src/contract/orders.ts'
import { DownloadButton } from '#src/downloads/download-button.tsx'
import { useFitOnce } from '#src/map/fit-once.ts'
import { paths } from '#src/paths.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { List } from '#src/ui/data/list.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Tokens } from '#src/ui/data/quantity.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { Delivered, hasDelivered, mayHaveDelivered } from './delivered.tsx'
import { OrderItemRow } from './order-item-row.tsx'
import { orderWords, paymentWords, shortId } from './order-words.ts'
import { orderedScenes } from './ordered-scenes.ts'
import { OrderedScenesLayer, outlinesOf } from './ordered-scenes.layer.tsx'
import styles from './orders.module.css'

/** One order: its items, what they cost together, and what they brought. */
export function Component() {
  const { id = '' } = useParams()
  const navigate = useNavigate()
  const query = useQuery(orderQueries.detail(id))
  const { data: order } = query
  const title = `Order ${shortId(id)}`
  const ready = (order?.order_items ?? []).filter(hasDelivered)
  return (
    <Panel
      title={title}
      subtitle={order && <UtcTime value={order.created_at ?? undefined} />}
      badge={order && <StatusBadge look="pill" {...orderWords(order.order_items)} />}
      onBack={() => void navigate(paths.orders())}
      widthPx={400}
      isFlush
      footer={
        ready.length > 0 && (
          <DownloadButton
            tone="primary"
            source={{ kind: 'order-item', orderItemIds: ready.map((item) => item.id) }}
            label={`${title}: ${ready.map(({ name }) => name || 'item').join(', ')}`}
            words="Download all pictures"
          />
        )
      }
    >
      <title>{`${title} – Swath`}</title>
      <NoAnswer
        query={query}
        loading="Loading the order"
        rows={6}
        elsewhere={{ href: paths.orders(), label: 'All orders' }}
      />
      {order && <OrderSections order={order} />}
    </Panel>
  )
}

function OrderSections({ order }: { order: Order }) {
  const { order_items: items, total_amount: total, status, paid_at: paid, id } = order
  const waiting = useMemo(() => items.filter((item) => !hasDelivered(item)).flatMap(orderedScenes), [items])
  // What was delivered is smaller than the scenes it was cut from, and shows itself.
  useFitOnce(id, outlinesOf(waiting))
  return (
    <>
      <Section title="Items" summary={items.length}>
        <div className={styles.bleed}>
          <List label="Items of the order">
            {items.map((item) => (
              <OrderItemRow key={item.id} item={item} />
            ))}
          </List>
        </div>
      </Section>
      {items.some(mayHaveDelivered) && (
        <Section title="Delivered pictures">
          <Delivered of={{ order_ids: [id] }} isGrowing={!items.every(isItemSettled)} />
        </Section>
      )}
      <Section title="Payment" summary={<Tokens amount={total ?? undefined} isStrong />}>
        <PropertyList>
          <Property label="State" value={<StatusBadge {...paymentWords(status)} />} />
          <Property label="Paid" value={paid && <UtcTime value={paid} />} />
          <Property label="Order id" value={<CopyButton text={id} label={id.slice(0, 13)} />} />
        </PropertyList>
      </Section>
      {!items.every(isItemSettled) && <OrderedScenesLayer scenes={waiting} />}
    </>
  )
}
