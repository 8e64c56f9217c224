import type { Feature } from 'geojson'
import { useMemo, useState } from 'react'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { sortRows, type Sort, type SortValue } from '#src/ui/data/sort-rows.ts'
import { Table, type Column } from '#src/ui/data/table.tsx'
import { placeProperty } from './read-polygons.ts'
import type { ReadPolygons } from './read-polygons.ts'
import styles from './results.module.css'

/** A page of rows that stays smooth; the rest is reached by sorting, or in the file. */
const rowsAtMost = 200

type PolygonTableProps = {
  label: string
  polygons: ReadPolygons
  /** The place of a polygon in its file. */
  selected: number | null
  onSelect: (place: number) => void
}

/** The properties of polygons, by row. */
export function PolygonTable({ label, polygons, selected, onSelect }: PolygonTableProps) {
  const [sort, setSort] = useState<Sort>()
  const { features } = polygons.collection
  const columns = useMemo(
    () =>
      polygons.columns.map(({ name, label: header, unit, isNumeric }): Column<Feature> => ({
        id: name,
        header,
        ...(unit && { unit }),
        isNumeric,
        cell: (feature) => cellWords(feature.properties?.[name]),
        sortValue: (feature) => sortValueOf(feature.properties?.[name]),
      })),
    [polygons],
  )
  // Sorted before it is cut: the largest of all come first, not those of the first page.
  const shown = useMemo(() => {
    const sortValue = columns.find(({ id }) => id === sort?.column)?.sortValue
    return (sort && sortValue ? sortRows(features, sortValue, sort.direction) : features).slice(0, rowsAtMost)
  }, [columns, features, sort])
  if (features.length === 0) return null
  return (
    <>
      <div className={styles.table}>
        <Table
          label={label}
          columns={columns}
          rows={shown}
          rowKey={(feature) => String(placeOf(feature))}
          {...(sort && { sort })}
          onSortChange={setSort}
          {...(selected !== null && { selectedKey: String(selected) })}
          onRowPress={(feature) => onSelect(placeOf(feature))}
        />
      </div>
      <p className={styles.note} data-figures>
        {features.length > rowsAtMost
          ? `${formatNumber(rowsAtMost, 0)} of ${formatNumber(features.length, 0)} polygons; all are in the file.`
          : `${formatNumber(features.length, 0)} ${features.length === 1 ? 'polygon' : 'polygons'}`}
      </p>
    </>
  )
}

const placeOf = (feature: Feature): number => Number(feature.properties?.[placeProperty])

export function cellWords(value: unknown): string {
  if (typeof value === 'number') return formatNumber(value, 2)
  return value === null || value === undefined ? '' : String(value)
}

const sortValueOf = (value: unknown): SortValue =>
  typeof value === 'number' || typeof value === 'string' ? value : undefined
