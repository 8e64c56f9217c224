import { formatNumber } from '../data/format-number.ts'
import { formatUtc } from '../data/format-utc.ts'
import { Table, type Column } from '../data/table.tsx'
import type { ChartAxis, ChartSeries } from './chart-data.ts'
import styles from './chart.module.css'

type ChartTableProps = {
  label: string
  xAxis: ChartAxis
  yAxis: ChartAxis
  x: readonly number[]
  series: readonly ChartSeries[]
  isTime: boolean
  /** Absent: as high as what holds it. */
  heightPx?: number
}

/** The figures of a chart, in place of its picture. */
export function ChartTable({ label, xAxis, yAxis, x, series, isTime, heightPx }: ChartTableProps) {
  const columns: Column<number>[] = [
    {
      id: 'x',
      header: xAxis.label,
      unit: xAxis.unit,
      cell: (row) => {
        const value = x[row] ?? Number.NaN
        return isTime ? formatUtc(new Date(value * 1000), 'day') : formatNumber(value, xAxis.digits ?? 2)
      },
    },
    ...series.map((one) => ({
      id: one.id,
      header: one.label,
      unit: yAxis.unit,
      isNumeric: true,
      cell: (row: number) => formatNumber(one.values[row] ?? Number.NaN, yAxis.digits ?? 2, true),
    })),
  ]
  return (
    <div className={styles.plot} style={heightPx === undefined ? undefined : { height: heightPx }}>
      <Table label={label} columns={columns} rows={x.map((_, index) => index)} rowKey={String} />
    </div>
  )
}
