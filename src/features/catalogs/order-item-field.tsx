import { useQuery } from '@tanstack/react-query'
import { orderItemQueries } from '#src/api/orders.ts'
import { ComboBox } from '#src/ui/field/combo-box.tsx'
import { withChosen } from './with-chosen.ts'

/** Older ones are found from their own pages. */
const newest = { index: 0, size: 100 }

type OrderItemFieldProps = { value: string | undefined; onChange: (id: string | undefined) => void }

/** One of the newest order items, found by name. */
export function OrderItemField({ value, onChange }: OrderItemFieldProps) {
  // To choose from: how far they are does not matter here.
  const items = useQuery({ ...orderItemQueries.list({}, newest), refetchInterval: false }).data?.order_items ?? []
  const options = items.map(({ id, name, created_at }) => ({
    id,
    label: name || `Item ${id.slice(0, 8)}`,
    description: [`Item ${id.slice(0, 8)}`, created_at?.slice(0, 10)].filter(Boolean).join(', '),
  }))
  return (
    <ComboBox
      label="Order item"
      placeholder="Any"
      options={withChosen(options, value, (id) => `Item ${id.slice(0, 8)}`)}
      value={value}
      onChange={onChange}
    />
  )
}
