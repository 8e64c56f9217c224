import { formatNumber } from '#src/ui/data/format-number.ts'
import { Table, type Column } from '#src/ui/data/table.tsx'
import styles from './band-table.module.css'
import type { SceneBand } from './scene-bands.ts'
import { words } from './words.ts'

/** The bands in figures; scrolls within itself, as there can be hundreds. */
export function BandTable({ bands }: { bands: readonly SceneBand[] }) {
  const columns = allColumns.filter(({ isTold }) => isTold === undefined || bands.some(isTold))
  return (
    <div className={styles.scroller}>
      <Table label={words.bandList} columns={columns} rows={bands} rowKey={({ name }) => name} />
    </div>
  )
}

/** What no band of a list tells is not shown as a column of dashes. */
type BandColumn = Column<SceneBand> & { isTold?: (band: SceneBand) => boolean }

const allColumns: readonly BandColumn[] = [
  { id: 'name', header: words.bandName, cell: ({ name }) => name },
  {
    id: 'colour',
    header: words.bandColour,
    cell: ({ commonName }) => commonName ?? '–',
    isTold: ({ commonName }) => commonName !== undefined,
  },
  {
    id: 'centre',
    header: words.bandCentre,
    unit: 'nm',
    isNumeric: true,
    cell: ({ wavelengthNm }) => figure(wavelengthNm),
    isTold: ({ wavelengthNm }) => wavelengthNm !== undefined,
  },
  {
    id: 'width',
    header: words.bandWidth,
    unit: 'nm',
    isNumeric: true,
    cell: ({ fwhmNm }) => figure(fwhmNm),
    isTold: ({ fwhmNm }) => fwhmNm !== undefined,
  },
  {
    id: 'gsd',
    header: words.bandGsd,
    unit: 'm',
    isNumeric: true,
    cell: ({ gsdM }) => (gsdM === undefined ? '–' : formatNumber(gsdM, 1)),
    isTold: ({ gsdM }) => gsdM !== undefined,
  },
]

function figure(nm: number | undefined): string {
  return nm === undefined ? '–' : formatNumber(nm, 1, true)
}
