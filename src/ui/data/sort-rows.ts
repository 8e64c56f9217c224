export type SortValue = string | number | undefined

export type Sort<ColumnId extends string = string> = { column: ColumnId; direction: 'ascending' | 'descending' }

// "B9" before "B10", whatever the case.
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' })

/** A sorted copy. Rows without a value come last in both directions; equal rows keep their order. */
export function sortRows<Row>(
  rows: readonly Row[],
  valueOf: (row: Row) => SortValue,
  direction: Sort['direction'],
): Row[] {
  const sign = direction === 'ascending' ? 1 : -1
  return [...rows].sort((one, other) => {
    const a = valueOf(one)
    const b = valueOf(other)
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined)
    if (typeof a === 'number' && typeof b === 'number') return sign * (a - b)
    return sign * collator.compare(String(a), String(b))
  })
}
