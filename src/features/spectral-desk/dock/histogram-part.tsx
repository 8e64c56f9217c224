import { printWithWavelengths } from '#src/formula/print.ts'
import { percentile, type ValueStatistics } from '#src/imagery/value-statistics.ts'
import { RangeHistogram } from '#src/ui/field/range-histogram.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Table, type Column } from '#src/ui/data/table.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { useDesk } from '../desk-context.ts'
import { rampSegments } from '../picture/colour-maps.ts'
import { classesOf, rangeChange } from '../picture/picture-paint.ts'
import styles from './dock.module.css'
import { formatFigure } from './format-figure.ts'

type Row = { name: string; formula: string; statistics: ValueStatistics }

const channels = ['Red', 'Green', 'Blue']
const percents = [2, 50, 98]

/** How the values on the map spread: drawn over their axis, and in figures. */
export function HistogramPart() {
  const { scene, picture, changePicture, shown } = useDesk()
  const { bands } = scene.cog.info
  if (!shown?.statistics) return <EmptyState>The values of the picture are counted here.</EmptyState>
  const rows = shown.statistics.map((statistics, i): Row => {
    const tree = shown.trees[i]
    return {
      name: shown.trees.length === 3 ? (channels[i] ?? '') : 'Value',
      formula: tree ? printWithWavelengths(tree, bands) : '',
      statistics,
    }
  })
  const breaks = shown.paint.kind === 'classes' ? picture['f-breaks'] : null
  const number = (id: string, header: string, value: (statistics: ValueStatistics) => number): Column<Row> => ({
    id,
    header,
    isNumeric: true,
    cell: ({ statistics }) => formatFigure(value(statistics)),
  })
  const columns: Column<Row>[] = [
    { id: 'name', header: 'Of', cell: ({ name }) => name },
    number('min', 'Least', ({ min }) => min),
    ...percents.map((percent) =>
      number(`p${percent}`, percent === 50 ? 'Median' : `${percent} %`, (statistics) =>
        percentile(statistics, percent),
      ),
    ),
    number('max', 'Most', ({ max }) => max),
    number('mean', 'Mean', ({ mean }) => mean),
    number('deviation', 'Std. deviation', ({ deviation }) => deviation),
    {
      id: 'valid',
      header: 'With a value',
      isNumeric: true,
      cell: ({ statistics: { valid, pixels } }) => `${formatNumber((100 * valid) / pixels, 1)} %`,
    },
  ]
  return (
    <div className={styles.histogram}>
      <div className={styles.spreads}>
        {rows.map(({ name, statistics }, i) =>
          breaks ? (
            <RangeHistogram
              key={name}
              label="Borders between the classes"
              histogram={statistics.histogram}
              value={breaks}
              onChange={(next) => changePicture({ 'f-breaks': next })}
              thumbLabel={(index) => `Border ${index + 1} of ${breaks.length}`}
              segments={classesOf(picture, breaks).map(({ colour }) => colour)}
              isFilling
            />
          ) : (
            <RangeHistogram
              key={name}
              label={`Range of ${name}`}
              histogram={statistics.histogram}
              value={shown.ranges[i] ?? [0, 1]}
              onChange={([from = 0, to = 1]) => changePicture(rangeChange(picture, shown.ranges, i, [from, to]))}
              isFilling
              {...(shown.paint.kind === 'ramp' && {
                segments: rampSegments(shown.paint.colormap, shown.paint.gamma),
              })}
              {...(rows.length === 3 && { barColour: `var(--channel-${name.toLowerCase()})` })}
            />
          ),
        )}
      </div>
      <div className={styles.figures}>
        <Table label="Statistics of the picture" columns={columns} rows={rows} rowKey={({ name }) => name} />
      </div>
    </div>
  )
}
