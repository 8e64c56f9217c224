import { useQuery } from '@tanstack/react-query'
import { storeQueries } from '#src/api/stores.ts'
import { Button } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import styles from '../catalogs.module.css'
import { OrderItemField } from '../order-item-field.tsx'
import { withChosen } from '../with-chosen.ts'
import { isFiltered } from './deliveries-search-params.ts'
import type { DeliveriesParams } from './deliveries-search-params.ts'

const any = { id: 'any', label: 'Any' } as const
const states = [
  any,
  { id: 'moving', label: 'On the way' },
  { id: 'delivered', label: 'Delivered' },
  { id: 'failed', label: 'Failed' },
] as const

type DeliveryFiltersProps = {
  params: DeliveriesParams
  onChange: (changes: Partial<DeliveriesParams>) => void
}

/** Which deliveries are listed: by where they go, how far they are, and what they came out of. */
export function DeliveryFilters({ params, onChange }: DeliveryFiltersProps) {
  const { store, state, item } = params
  const { data } = useQuery(storeQueries.list())
  const stores = (data?.stores ?? []).map(({ id, name }) => ({ id, label: name }))
  return (
    <div className={styles.filters}>
      <div className={styles.fields}>
        <Select
          label="Store"
          // Deliveries outlive their store.
          options={withChosen([any, ...stores], store, () => 'Deleted store')}
          value={store ?? any.id}
          onChange={(id) => onChange({ store: id === any.id ? undefined : id })}
        />
        <Select
          label="State"
          options={states}
          value={state ?? any.id}
          onChange={(id) => onChange({ state: id === 'any' ? undefined : id })}
        />
        <OrderItemField value={item} onChange={(id) => onChange({ item: id })} />
        {isFiltered(params) && (
          <div className={styles.clear}>
            <Button tone="quiet" onPress={() => onChange({ store: undefined, state: undefined, item: undefined })}>
              Clear filters
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}
