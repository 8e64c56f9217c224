import { ArrowDown, ArrowUp } from 'lucide-react'
import type { ReactNode } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { classNames } from '../class-names.ts'
import { sortRows, type Sort, type SortValue } from './sort-rows.ts'
import styles from './table.module.css'

export type Column<Row, ColumnId extends string = string> = {
  id: ColumnId
  header: string
  /** Written in the header, so that the figures stay bare. */
  unit?: string
  /** Right-aligned. */
  isNumeric?: boolean
  cell: (row: Row) => ReactNode
  /** Makes the column sortable by this. */
  sortValue?: (row: Row) => SortValue
}

type TableProps<Row, ColumnId extends string> = {
  /** Accessible name. */
  label: string
  columns: readonly Column<Row, ColumnId>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  sort?: Sort<ColumnId>
  onSortChange?: (sort: Sort<ColumnId>) => void
  selectedKey?: string
  /** Opens a row: by its first cell, which becomes a button, or by a click anywhere on it. */
  onRowPress?: (row: Row) => void
  /** Stands below the header when there are no rows. */
  empty?: ReactNode
}

/** A plain table. The header stays while the rows scroll. */
export function Table<Row, ColumnId extends string = string>(props: TableProps<Row, ColumnId>) {
  const { label, columns, rows, rowKey, sort, onSortChange, selectedKey, onRowPress, empty } = props
  const sortValue = columns.find((column) => column.id === sort?.column)?.sortValue
  const ordered = sort && sortValue ? sortRows(rows, sortValue, sort.direction) : rows
  return (
    <div className={styles.scroller} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <VisuallyHidden elementType="caption">{label}</VisuallyHidden>
        <thead>
          <tr>
            {columns.map((column) => (
              <HeaderCell key={column.id} column={column} sort={sort} onSortChange={onSortChange} />
            ))}
          </tr>
        </thead>
        <tbody>
          {ordered.map((row) => {
            const key = rowKey(row)
            return (
              <tr
                key={key}
                aria-current={key === selectedKey || undefined}
                className={classNames(onRowPress && styles.pressable)}
                onClick={onRowPress && (() => onRowPress(row))}
              >
                {columns.map((column, index) => (
                  <td key={column.id} className={classNames(column.isNumeric && styles.numeric)}>
                    {index === 0 && onRowPress ? (
                      // The click bubbles to the row, which acts once for both.
                      <button type="button" className={styles.open}>
                        {column.cell(row)}
                      </button>
                    ) : (
                      column.cell(row)
                    )}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {rows.length === 0 && empty}
    </div>
  )
}

type HeaderCellProps<Row, ColumnId extends string> = {
  column: Column<Row, ColumnId>
  sort?: Sort<ColumnId>
  onSortChange?: (sort: Sort<ColumnId>) => void
}

function HeaderCell<Row, ColumnId extends string>({ column, sort, onSortChange }: HeaderCellProps<Row, ColumnId>) {
  const { id, header, unit, isNumeric, sortValue } = column
  const direction = sort?.column === id ? sort.direction : undefined
  const name = (
    <>
      {header}
      {unit && <span className={styles.unit}>{unit}</span>}
    </>
  )
  const Arrow = direction === 'descending' ? ArrowDown : ArrowUp
  return (
    <th scope="col" aria-sort={direction} className={classNames(isNumeric && styles.numeric)}>
      {sortValue && onSortChange ? (
        <button
          type="button"
          className={classNames(styles.sort, direction && styles.sorted)}
          onClick={() =>
            onSortChange({ column: id, direction: direction === 'ascending' ? 'descending' : 'ascending' })
          }
        >
          <span>{name}</span>
          <Arrow size={12} aria-hidden />
        </button>
      ) : (
        name
      )}
    </th>
  )
}
