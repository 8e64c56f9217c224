import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { noticeFor } from '#src/api/errors.ts'
import { outputFileQueries } from '#src/api/output-files.ts'
import { LazyChart } from '#src/ui/chart/lazy-chart.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Table, type Column } from '#src/ui/data/table.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { SkeletonRows } from '#src/ui/status/skeleton.tsx'
import { readTable } from './read-table.ts'
import type { ReadTable } from './read-table.ts'
import type { Result } from './result.ts'
import styles from './results.module.css'
import { tableChart } from './table-chart.ts'

type TableResultProps = {
  result: Result
  /** Colours by the names of columns, as of the classes of the same run. */
  colours?: ReadonlyMap<string, string>
  onRefresh: () => Promise<unknown>
}

/** A table that a block wrote: as lines where it is one over time or wavelength, else as rows. */
export function TableResult({ result, colours, onRefresh }: TableResultProps) {
  const file = useQuery({ ...outputFileQueries.text(result.url ?? ''), select: readTable })
  if (file.isPending) return <SkeletonRows label={`Loading ${result.label}`} rows={3} />
  if (file.isError) {
    return (
      <ErrorNotice
        {...noticeFor(file.error)}
        onRetry={() => void onRefresh().finally(() => void file.refetch())}
        isRetrying={file.isFetching}
      />
    )
  }
  if (!file.data || file.data.rows.length === 0) return <p className={styles.note}>The table is empty.</p>
  return <ShownTable table={file.data} label={result.label} colours={colours} />
}

type ShownTableProps = { table: ReadTable; label: string; colours: ReadonlyMap<string, string> | undefined }

function ShownTable({ table, label, colours }: ShownTableProps) {
  const chart = useMemo(() => tableChart(table), [table])
  const series = useMemo(
    () =>
      chart?.series.map((one) => {
        const colour = colours?.get(one.label)
        return colour ? { ...one, colour } : one
      }),
    [chart, colours],
  )
  if (chart && series) {
    return (
      <LazyChart
        label={label}
        xAxis={chart.xAxis}
        yAxis={{ label: sharedWord(series.map((one) => one.label)) ?? 'Value', digits: 3 }}
        x={chart.x}
        series={series}
        isTime={chart.isTime}
      />
    )
  }
  return (
    <div className={styles.table}>
      <Rows table={table} label={label} />
    </div>
  )
}

/** Wider tables than this are read down, not across. */
const columnsAtMost = 8

function Rows({ table, label }: { table: ReadTable; label: string }) {
  const turned = table.columns.length > columnsAtMost && table.rows.length <= columnsAtMost
  const columns = turned ? turnedColumns(table) : plainColumns(table)
  const rows = turned ? table.columns.map((_, i) => i).slice(1) : table.rows.map((_, i) => i)
  return <Table label={label} columns={columns} rows={rows} rowKey={String} />
}

function plainColumns({ columns, rows }: ReadTable): Column<number>[] {
  return columns.map(({ name, label, unit, isNumeric }, at) => ({
    id: name,
    header: label,
    ...(unit && { unit }),
    isNumeric,
    cell: (row) => cellWords(rows[row]?.[at]),
  }))
}

/** Each row of the file as a column, named by its first cell. */
function turnedColumns({ columns, rows }: ReadTable): Column<number>[] {
  const [first] = columns
  return [
    {
      id: 'name',
      header: '',
      cell: (at) => [columns[at]?.label, columns[at]?.unit && `(${columns[at]?.unit})`].filter(Boolean).join(' '),
    },
    ...rows.map((row, i) => ({
      id: String(i),
      header: `${first?.label ?? ''} ${cellWords(row[0])}`.trim(),
      isNumeric: true,
      cell: (at: number) => cellWords(row[at]),
    })),
  ]
}

function cellWords(value: string | number | null | undefined): string {
  if (typeof value !== 'number') return value ?? ''
  // Small numbers keep three digits that say something.
  const digits = value !== 0 && Math.abs(value) < 0.1 ? Math.min(8, 2 - Math.floor(Math.log10(Math.abs(value)))) : 2
  return formatNumber(value, digits)
}

/** "Mean" of "Observed mean" and "Filled mean"; a name of its own when there is one line. */
function sharedWord(labels: readonly string[]): string | undefined {
  if (labels.length === 1) return labels[0]
  const endings = new Set(labels.map((label) => label.split(' ').at(-1)))
  const [word] = endings
  return endings.size === 1 && word ? word[0]!.toUpperCase() + word.slice(1) : undefined
}
