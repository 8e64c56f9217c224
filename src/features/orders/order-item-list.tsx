import { useQuery } from '@tanstack/react-query'
import { ListFilter } from 'lucide-react'
import { NoAnswer } from '#src/answers/no-answer.tsx'
import { orderItemQueries } from '#src/api/orders.ts'
import { useChosenProject } from '#src/api/project-choice.ts'
import { orderItemStatuses, orderItemTypes } from '#src/contract/order-items.ts'
import { stateWords } from '#src/states/state-words.ts'
import { List } from '#src/ui/data/list.tsx'
import { Pager } from '#src/ui/data/pager.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { PanelPart } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { OrderItemRow } from './order-item-row.tsx'
import { kindWord } from './order-words.ts'
import type { OrdersParams } from './orders-search-params.ts'
import styles from './orders.module.css'

const size = 25
const any = { id: 'any', label: 'Any' } as const
const statusOptions = [any, ...orderItemStatuses.map((id) => ({ id, label: stateWords(id).word }))]
const typeOptions = [any, ...orderItemTypes.map((id) => ({ id, label: kindWord(id) }))]

type OrderItemListProps = {
  params: OrdersParams
  onChange: (changes: Partial<OrdersParams>) => void
  onPageChange: (index: number) => void
}

/** Order items across all orders, of the chosen project, by state and kind. */
export function OrderItemList({ params, onChange, onPageChange }: OrderItemListProps) {
  const { status, type } = params
  const pageIndex = params.page - 1
  const project = useChosenProject()
  const filter = { ...(status && { status }), ...(type && { type }), ...(project && { projectIds: [project] }) }
  const query = useQuery(orderItemQueries.list(filter, { index: pageIndex, size }))
  const { data, isPlaceholderData } = query
  return (
    <>
      <PanelPart>
        <div className={styles.filters}>
          <Select
            label="State"
            options={statusOptions}
            value={status ?? any.id}
            onChange={(id) => onChange({ status: id === 'any' ? undefined : id })}
          />
          <Select
            label="Kind"
            options={typeOptions}
            value={type ?? any.id}
            onChange={(id) => onChange({ type: id === 'any' ? undefined : id })}
          />
        </div>
      </PanelPart>
      <NoAnswer query={query} loading="Loading order items" rows={8} look="tall" />
      {data?.order_items.length === 0 && (
        <EmptyState icon={ListFilter}>
          {status || type || project
            ? 'No order item matches the filters and the project.'
            : 'Nothing was ordered yet.'}
        </EmptyState>
      )}
      {data && data.order_items.length > 0 && (
        <div className={isPlaceholderData ? styles.stale : undefined}>
          <List label="Order items">
            {data.order_items.map((item) => (
              <OrderItemRow key={item.id} item={item} />
            ))}
          </List>
          <div className={styles.pager}>
            <Pager
              things="order items"
              index={pageIndex}
              size={size}
              total={data.pagination?.total ?? undefined}
              shown={data.order_items.length}
              onChange={onPageChange}
            />
          </div>
        </div>
      )}
    </>
  )
}
