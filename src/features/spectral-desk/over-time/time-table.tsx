import { useEffect, useRef } from 'react'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Table, type Column } from '#src/ui/data/table.tsx'
import { formatFigure } from '../dock/format-figure.ts'
import type { NamedClass } from '../picture/picture-paint.ts'
import { classRows } from '../statistics/region-figures.ts'
import type { TimePoint } from './time-series.ts'
import styles from './time.module.css'
import { words } from './words.ts'

type TimeTableProps = {
  label: string
  points: readonly TimePoint[]
  lines: readonly { label: string }[]
  /** Hectares of each in place of means; empty: means. */
  classes: readonly NamedClass[]
  shownId: string
  onShow: (id: string) => void
}

/** The dates with their figures, the newest first; a row shows its date on the map. */
export function TimeTable({ label, points, lines, classes, shownId, onShow }: TimeTableProps) {
  const figure = (
    id: string,
    header: string,
    isFirst: boolean,
    of: (found: Found) => number,
    unit?: string,
  ): Column<TimePoint> => ({
    id,
    header,
    ...(unit && { unit }),
    isNumeric: true,
    cell: ({ state }) => {
      if (state.kind === 'ready') return formatFigure(of(state.found))
      if (!isFirst) return ''
      return state.kind === 'counting'
        ? words.share(state.share)
        : state.kind === 'failed'
          ? words.failed
          : words.waiting
    },
  })
  const columns: Column<TimePoint>[] = [
    { id: 'date', header: words.date, cell: ({ date }) => date.label },
    ...(classes.length > 0
      ? classes.map((one, i) =>
          figure(
            `class-${i}`,
            one.label || words.unnamed(i + 1),
            i === 0,
            (found) => classRows(found, classes)[i]?.areaHa ?? NaN,
            'ha',
          ),
        )
      : lines.length === 1
        ? [
            figure('mean', words.mean, true, ({ values }) => values[0]?.mean ?? NaN),
            figure('deviation', words.deviation, false, ({ values }) => values[0]?.deviation ?? NaN),
          ]
        : lines.map((line, i) => figure(line.label, line.label, i === 0, ({ values }) => values[i]?.mean ?? NaN))),
    {
      id: 'valid',
      header: words.valid,
      isNumeric: true,
      cell: ({ state }) => {
        if (state.kind !== 'ready') return ''
        const { pixels, values } = state.found
        return pixels === 0 ? words.outside : `${formatNumber((100 * (values[0]?.valid ?? 0)) / pixels, 1)} %`
      },
    },
  ]
  const holder = useRef<HTMLDivElement>(null)
  // Also when the date is stepped to elsewhere.
  useEffect(() => {
    holder.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' })
  }, [shownId])
  return (
    <div ref={holder} className={styles.table}>
      <Table
        label={label}
        columns={columns}
        rows={points.toReversed()}
        rowKey={({ date }) => date.id}
        selectedKey={shownId}
        onRowPress={({ date }) => onShow(date.id)}
      />
    </div>
  )
}

type Found = Extract<TimePoint['state'], { kind: 'ready' }>['found']
