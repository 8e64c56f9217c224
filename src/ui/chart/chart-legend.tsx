import { seriesCss, withUnit, type ChartAxis, type ChartSeries } from './chart-data.ts'
import styles from './chart.module.css'

type ChartLegendProps = { series: readonly ChartSeries[]; yAxis: ChartAxis; hovered: number | undefined }

/** The lines by name, with their values under the pointer. */
export function ChartLegend({ series, yAxis, hovered }: ChartLegendProps) {
  return (
    <ul className={styles.legend}>
      {series.map((one, index) => {
        const value = hovered === undefined ? undefined : one.values[hovered]
        return (
          <li key={one.id} className={styles.item}>
            <span className={styles.line} style={{ background: seriesCss(one, index) }} aria-hidden />
            {one.label}
            <span data-figures className={styles.value}>
              {value === undefined || value === null ? '' : withUnit(value, yAxis)}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
