import { useQuery } from '@tanstack/react-query'
import { storeQueries } from '#src/api/stores.ts'
import { kindOf, placeIn } from '#src/deliveries/store-place.ts'
import { paths } from '#src/paths.ts'
import { LinkButton } from '#src/ui/button/button.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import type { DeliveryChoice } from './delivery-choice.ts'
import styles from './order-form.module.css'

type DeliveryFieldsProps = {
  value: DeliveryChoice
  onChange: (changes: Partial<DeliveryChoice>) => void
  storeError: string | undefined
  folderError: string | undefined
}

/** Where pictures go by themselves when they are ready. Fields of a grid; the folder only when there is a store for it. */
export function DeliveryFields({ value, onChange, storeError, folderError }: DeliveryFieldsProps) {
  const { data, isError } = useQuery(storeQueries.list())
  const stores = data?.stores ?? []
  const chosen = stores.find(({ id }) => id === value.store)
  if (data && stores.length === 0 && !value.store) {
    return (
      <p className={styles.noStores}>
        Pictures can also go to a bucket by themselves.
        <LinkButton size="s" tone="quiet" href={paths.stores({ store: 'new' })}>
          Set up a store
        </LinkButton>
      </p>
    )
  }
  // A store of an address that is not there any more is shown by its id, with what the service says of it.
  const isLost = value.store !== '' && data !== undefined && chosen === undefined
  const options = [
    { id: 'none', label: 'No store', description: 'Pictures wait in the catalog' },
    ...stores.map((store) => ({
      id: store.id,
      label: store.name,
      description: `${kindOf(store.type).name}, ${placeIn(store)}`,
    })),
    ...(isLost ? [{ id: value.store, label: `Unknown store ${value.store.slice(0, 8)}` }] : []),
  ]
  return (
    <>
      <Select
        label="Deliver to"
        options={options}
        value={value.store || 'none'}
        onChange={(id) => onChange(id === 'none' ? { store: '', folder: '' } : { store: id })}
        description={isError ? 'The stores could not be loaded.' : undefined}
        error={storeError}
      />
      {value.store && (
        <TextField
          label="Folder in the store"
          placeholder="optional"
          isCode
          value={value.folder}
          onChange={(folder) => onChange({ folder })}
          error={folderError}
        />
      )}
      {chosen && !folderError && (
        <p className={styles.target}>
          Files arrive below <code>{placeIn(chosen, value.folder)}/</code>
        </p>
      )}
    </>
  )
}
