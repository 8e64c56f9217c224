import { Checkbox } from '#src/ui/field/checkbox.tsx'
import { Select } from '#src/ui/field/select.tsx'
import styles from './catalogs.module.css'
import type { sortOrders } from './catalogs-search-params.ts'

type SortOrder = (typeof sortOrders)[number]

const sorts: { id: SortOrder; label: string }[] = [
  { id: 'delivered-last', label: 'Delivered last' },
  { id: 'delivered-first', label: 'Delivered first' },
  { id: 'taken-last', label: 'Taken last' },
  { id: 'taken-first', label: 'Taken first' },
  { id: 'largest', label: 'Largest first' },
]

type ListHeadProps = {
  /** Of the rows of this page. */
  ids: readonly string[]
  picked: ReadonlySet<string>
  onPickAll: (isPicked: boolean) => void
  sort: SortOrder
  onSortChange: (sort: SortOrder) => void
}

/** Over the rows: all or none of them, and their order. */
export function ListHead({ ids, picked, onPickAll, sort, onSortChange }: ListHeadProps) {
  const count = ids.filter((id) => picked.has(id)).length
  return (
    <div className={styles.head}>
      <Checkbox
        isSelected={count > 0 && count === ids.length}
        isIndeterminate={count > 0 && count < ids.length}
        onChange={() => onPickAll(count < ids.length)}
      >
        All on this page
      </Checkbox>
      <Select label="Order of the list" labelPlacement="hidden" options={sorts} value={sort} onChange={onSortChange} />
    </div>
  )
}
