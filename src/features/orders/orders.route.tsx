import { useMutation } from '@tanstack/react-query'
import { FileSpreadsheet } from 'lucide-react'
import { useMemo } from 'react'
import { useSearchParams } from 'react-router'
import { reportMutations } from '#src/api/reports.ts'
import { saveBlob } from '#src/downloads/save-file.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { OrderItemList } from './order-item-list.tsx'
import { OrderList } from './order-list.tsx'
import { readOrdersParams, writeOrdersParams } from './orders-search-params.ts'
import type { OrdersParams } from './orders-search-params.ts'
import styles from './orders.module.css'

/** Every order of the workspace, or every order item by state and kind. */
export function Component() {
  const [search, setSearch] = useSearchParams()
  const params = useMemo(() => readOrdersParams(search), [search])
  const change = (changes: Partial<OrdersParams>) => setSearch(writeOrdersParams({ ...params, page: 1, ...changes }))
  const report = useMutation({
    ...reportMutations.orders(),
    onSuccess: (csv) => saveBlob(csv, `swath-orders-${new Date().toISOString().slice(0, 10)}.csv`),
  })
  const pageIndex = params.page - 1
  const onPageChange = (index: number) => change({ page: index + 1 })
  return (
    <Panel
      title="Orders"
      widthPx={400}
      isFlush
      actions={
        <IconButton
          icon={FileSpreadsheet}
          label="Save all orders as a table (CSV)"
          isPending={report.isPending}
          onPress={() => report.mutate(Intl.DateTimeFormat().resolvedOptions().timeZone)}
        />
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
