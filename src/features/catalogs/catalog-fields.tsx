import { useQuery } from '@tanstack/react-query'
import { archiveQueries } from '#src/api/archives.ts'
import { orderQueries } from '#src/api/orders.ts'
import { labelOfUseCase, useCases } from '#src/cart/use-cases.ts'
import { ComboBox } from '#src/ui/field/combo-box.tsx'
import { DateRange } from '#src/ui/field/date-range.tsx'
import { Select } from '#src/ui/field/select.tsx'
import styles from './catalogs.module.css'
import type { CatalogsParams } from './catalogs-search-params.ts'
import { OrderItemField } from './order-item-field.tsx'
import { withChosen } from './with-chosen.ts'

const any = { id: 'any', label: 'Any' } as const
/** Older ones are found from their own pages. */
const newest = { index: 0, size: 100 }

type CatalogFieldsProps = {
  params: CatalogsParams
  onChange: (changes: Partial<CatalogsParams>) => void
}

/** Which pictures are listed, besides where. */
export function CatalogFields({ params, onChange }: CatalogFieldsProps) {
  const { collection, from, to, usecase, order, orderItem } = params
  const collections = useQuery(archiveQueries.collections()).data?.collections ?? []
  // To choose from: how far they are does not matter here.
  const orders = useQuery({ ...orderQueries.list(newest), refetchInterval: false }).data?.orders ?? []
  const orderOptions = orders.map(({ id, order_items, created_at }) => ({
    id,
    label: order_items.flatMap(({ name }) => name || []).join(', ') || `Order ${id.slice(0, 8)}`,
    description: [`Order ${id.slice(0, 8)}`, created_at?.slice(0, 10)].filter(Boolean).join(', '),
  }))
  return (
    <div className={styles.fields}>
      <Select
        label="Collection"
        options={withChosen(
          [any, ...collections.map(({ id, title }) => ({ id, label: title || id }))],
          collection,
          (id) => id,
        )}
        value={collection ?? any.id}
        onChange={(id) => onChange({ collection: id === any.id ? undefined : id })}
      />
      <Select
        label="Use case"
        options={withChosen([any, ...useCases], usecase, (id) => labelOfUseCase(id) ?? id)}
        value={usecase ?? any.id}
        onChange={(id) => onChange({ usecase: id === any.id ? undefined : id })}
      />
      <div className={styles.wide}>
        <DateRange
          label="Taken"
          value={{ from, to }}
          onChange={(value) => onChange({ from: value.from, to: value.to })}
        />
      </div>
      <ComboBox
        label="Order"
        placeholder="Any"
        options={withChosen(orderOptions, order?.[0], (id) => `Order ${id.slice(0, 8)}`)}
        value={order?.[0]}
        onChange={(id) => onChange({ order: id === undefined ? undefined : [id] })}
      />
      <OrderItemField
        value={orderItem?.[0]}
        onChange={(id) => onChange({ orderItem: id === undefined ? undefined : [id] })}
      />
    </div>
  )
}
