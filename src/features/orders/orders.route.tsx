import { Plus } from 'lucide-react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { OrderItemList } from './order-item-list.tsx'
import { OrderList } from './order-list.tsx'
import { readOrdersParams, writeOrdersParams } from './orders-search-params.ts'
import type { OrdersParams } from './orders-search-params.ts'
import { ReportButton } from './report-button.tsx'
import styles from './orders.module.css'

/** Every order of the workspace, or every order item by state and kind. */
export function Component() {
  const [search, setSearch] = useSearchParams()
  const params = useMemo(() => readOrdersParams(search), [search])
  const change = (changes: Partial<OrdersParams>) => setSearch(writeOrdersParams({ ...params, page: 1, ...changes }))
  const pageIndex = params.page - 1
  const onPageChange = (index: number) => change({ page: index + 1 })
  return (
    <Panel
      title="Orders"
      widthPx={400}
      isFlush
      actions={
        <>
          <ReportButton />
          <LinkButton size="s" icon={Plus} href={paths.newOrder()}>
            New order
          </LinkButton>
        </>
      }
      toolbar={
        <div className={styles.toolbar}>
          <ToggleButtonGroup
            label="Show"
            isWide
            options={[
              { id: 'orders', label: 'Orders' },
              { id: 'items', label: 'Order items' },
            ]}
            value={params.show}
            onChange={(show) => change({ show })}
          />
        </div>
      }
    >
      <title>Orders – Swath</title>
      {params.show === 'orders' ? (
        <OrderList pageIndex={pageIndex} onPageChange={onPageChange} />
      ) : (
        <OrderItemList params={params} onChange={change} onPageChange={onPageChange} />
      )}
    </Panel>
  )
}
