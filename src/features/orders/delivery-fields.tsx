import { useQuery } from '@tanstack/react-query'
import { storeQueries } from '#src/api/stores.ts'
import { Select } from '#src/ui/field/select.tsx'
import { TextField } from '#src/ui/field/text-field.tsx'
import type { DeliveryChoice } from './delivery-choice.ts'

type DeliveryFieldsProps = {
  value: DeliveryChoice
  onChange: (changes: Partial<DeliveryChoice>) => void
  storeError: string | undefined
  folderError: string | undefined
}

/** Two fields of a grid; the second only when there is a store for it. */
export function DeliveryFields({ value, onChange, storeError, folderError }: DeliveryFieldsProps) {
  const { data, isError } = useQuery(storeQueries.list())
  const stores = data?.stores ?? []
  // A store of an address that is not there any more is shown by its id, with what the service says of it.
  const isLost = value.store !== '' && data !== undefined && !stores.some(({ id }) => id === value.store)
  const options = [
    { id: 'none', label: 'No store' },
    ...stores.map(({ id, name, type }) => ({ id, label: `${name} (${type})` })),
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
          label="Folder"
          placeholder="Top folder"
          isCode
          value={value.folder}
          onChange={(folder) => onChange({ folder })}
          error={folderError}
        />
      )}
    </>
  )
}
