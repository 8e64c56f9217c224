import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { saveBlob } from '#src/downloads/save-file.ts'
import { levelForStatistics } from '#src/imagery/picture-statistics.ts'
import type { FormulasInRegion } from '#src/imagery/region-values.ts'
import { CopyButton } from '#src/ui/button/copy-button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Legend } from '#src/ui/data/legend.tsx'
import { Table, type Column } from '#src/ui/data/table.tsx'
import { useDesk } from '../desk-context.ts'
import { formatFigure } from '../dock/format-figure.ts'
import type { NamedClass } from '../picture/picture-paint.ts'
import type { ShownPicture } from '../picture/use-shown-picture.ts'
import { classRows, figureRows, statisticsText, type FigureRow } from './region-figures.ts'
import { RegionChart } from './region-chart.tsx'
import styles from './statistics.module.css'
import { wholePicture, type CountedRegion } from './use-region-choice.ts'
import { words } from './words.ts'

type RegionResultProps = {
  region: CountedRegion
  shown: ShownPicture
  found: FormulasInRegion
  classes: readonly NamedClass[]
  bar: ReactNode
  /** How the next count goes; until then the figures of the last one stand, dimmed. */
  counting: ReactNode
}

/** The figures of a region beside those of the picture, the spread of both, and what each class holds. */
export function RegionResult({ region, shown, found, classes, bar, counting }: RegionResultProps) {
  const { scene } = useDesk()
  const { name } = region
  const isComposite = found.values.length === 3
  const picture = region.id === wholePicture ? undefined : shown.statistics
  const inColumns = !isComposite && picture?.[0] ? [picture[0]] : []
  const columnNames = isComposite ? [...words.channels] : [name, ...inColumns.map(() => words.picture)]
  const rows = figureRows([
    ...found.values.map((statistics) => ({ statistics, pixelAreaM2: found.pixelAreaM2 })),
    ...inColumns.map((statistics) => ({ statistics })),
  ])
  const held = classRows(found, classes)
  const level = scene.cog.levels[levelForStatistics(scene.cog)]
  const thinning = level ? Math.round(scene.cog.info.grid.width / level.width) : 1
  const columns: Column<FigureRow>[] = [
    { id: 'measure', header: words.measure, cell: ({ label }) => label },
    ...columnNames.map((header, i): Column<FigureRow> => ({
      id: `${i}`,
      header,
      isNumeric: true,
      cell: (row) => cellText(row, i),
    })),
  ]
  const text = (separator: ',' | '\t') => statisticsText(columnNames, rows, held, separator)
  const save = () => {
    const stem = `statistics-${scene.title}-${name}`.replace(/[^\p{L}\p{N}]+/gu, '-')
    saveBlob(new Blob([text(',')], { type: 'text/csv;charset=utf-8' }), `${stem}.csv`)
  }
  const areaHa = (found.pixels * found.pixelAreaM2) / 1e4
  return (
    <div className={styles.part} data-stale={counting ? true : undefined}>
      <div className={styles.drawing}>
        <RegionChart
          region={region}
          shown={shown}
          values={found.values}
          picture={picture}
          toolbar={
            <>
              {bar}
              <CopyButton text={text('\t')} label={words.copy} isIconOnly size="m" />
              <IconButton icon={Download} label={words.csv} onPress={save} />
              {counting}
            </>
          }
        />
      </div>
      <div className={styles.side}>
        {held.length > 0 && (
          <Legend
            label={words.classes(name)}
            areaDigits={areaHa < 10 ? 3 : areaHa < 1000 ? 2 : 1}
            items={held.map(({ colour, label, min, max, areaHa: ha, percent }) => ({
              colour,
              label: label || words.unnamed(boundText(min), boundText(max)),
              areaHa: ha,
              percent,
            }))}
          />
        )}
        <div className={styles.figures}>
          <Table label={words.figures(name)} columns={columns} rows={rows} rowKey={({ id }) => id} />
          {inColumns.length > 0 && thinning > 1 && <p className={styles.note}>{words.pictureOf(thinning)}</p>}
          {found.thinning > 1 && <p className={styles.note}>{words.thinned(found.thinning)}</p>}
        </div>
      </div>
    </div>
  )
}

function cellText({ kind, unit, values }: FigureRow, at: number): string {
  const value = values[at] ?? Number.NaN
  if (kind === 'count') return formatNumber(value, 0)
  return Number.isFinite(value) && unit ? `${formatFigure(value)} ${unit}` : formatFigure(value)
}

function boundText(value: number): string {
  return Number.isFinite(value) ? formatNumber(value, 4) : ''
}
