import { useQuery } from '@tanstack/react-query'
import { X } from 'lucide-react'
import { storeQueries } from '#src/api/stores.ts'
import { Button } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import styles from '../catalogs.module.css'
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

/** Which deliveries are listed: by where they go and how far they are. */
export function DeliveryFilters({ params, onChange }: DeliveryFiltersProps) {
  const { store, state, item } = params
  const { data } = useQuery(storeQueries.list())
  const stores = (data?.stores ?? []).map(({ id, name }) => ({ id, label: name }))
  // Deliveries outlive their store: a store in the address that is gone must not vanish from the choice.
  const known = store === undefined || stores.some(({ id }) => id === store)
  return (
    <div className={styles.filters}>
      <div className={styles.fields}>
        <Select
          label="Store"
          options={[any, ...stores, ...(known ? [] : [{ id: store, label: 'Deleted store' }])]}
          value={store ?? any.id}
          onChange={(id) => onChange({ store: id === any.id ? undefined : id })}
        />
        <Select
          label="State"
          options={states}
          value={state ?? any.id}
          onChange={(id) => onChange({ state: id === 'any' ? undefined : id })}
        />
      </div>
      {isFiltered(params) && (
        <div className={styles.chips}>
          {item && (
            <Button
              size="s"
              icon={X}
              aria-label="Remove filter: order item"
              onPress={() => onChange({ item: undefined })}
            >
              {`Item ${item.slice(0, 8)}`}
            </Button>
          )}
          <Button
            size="s"
            tone="quiet"
            onPress={() => onChange({ store: undefined, state: undefined, item: undefined })}
          >
            Clear
          </Button>
        </div>
      )}
    </div>
  )
}
