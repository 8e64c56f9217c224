import { useState } from 'react'
import { LazyChart } from '#src/ui/chart/lazy-chart.tsx'
import { ColourRamp } from '#src/ui/data/colour-ramp.tsx'
import { Kbd } from '#src/ui/data/kbd.tsx'
import { Legend } from '#src/ui/data/legend.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { Quantity, Tokens } from '#src/ui/data/quantity.tsx'
import type { Sort } from '#src/ui/data/sort-rows.ts'
import { Table, type Column } from '#src/ui/data/table.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import styles from './gallery.module.css'
import { sampleSpectra, wavelengthsNm } from './sample-spectra.ts'
import { Row, Sample } from './sample.tsx'

const viridis = ['#440154', '#414487', '#2a788e', '#22a884', '#7ad151', '#fde725']
const histogram = Array.from(
  { length: 48 },
  (_, bin) => Math.exp(-(((bin - 33) / 9) ** 2)) + 0.5 * Math.exp(-(((bin - 8) / 4) ** 2)),
)

const scenes = [
  {
    id: 'FF1-20260412',
    cloud: 3.2,
    cover: 98.4,
    cost: 1240,
    acquired: '2026-04-12T10:14:00Z',
    tone: 'ok',
    word: 'Ready',
  },
  {
    id: 'FF3-20260428',
    cloud: 17,
    cover: 61.05,
    cost: 760,
    acquired: '2026-04-28T10:21:00Z',
    tone: 'busy',
    word: 'Preparing',
  },
  {
    id: 'FF2-20260503',
    cloud: 42.9,
    cover: 100,
    cost: 1280,
    acquired: '2026-05-03T09:58:00Z',
    tone: 'idle',
    word: 'Archive',
  },
  {
    id: 'FF10-20260519',
    cloud: 0,
    cover: 12.7,
    cost: 160,
    acquired: '2026-05-19T10:33:00Z',
    tone: 'fail',
    word: 'Failed',
  },
] as const
type Scene = (typeof scenes)[number]

const columns: Column<Scene>[] = [
  { id: 'id', header: 'Scene', cell: (scene) => scene.id, sortValue: (scene) => scene.id },
  {
    id: 'acquired',
    header: 'Acquired',
    cell: (scene) => <UtcTime value={scene.acquired} />,
    sortValue: (scene) => scene.acquired,
  },
  { id: 'state', header: 'State', cell: (scene) => <StatusBadge tone={scene.tone} word={scene.word} /> },
  {
    id: 'cloud',
    header: 'Cloud',
    unit: '%',
    isNumeric: true,
    cell: (scene) => scene.cloud.toFixed(1),
    sortValue: (scene) => scene.cloud,
  },
  {
    id: 'cover',
    header: 'Cover',
    unit: '%',
    isNumeric: true,
    cell: (scene) => scene.cover.toFixed(1),
    sortValue: (scene) => scene.cover,
  },
  {
    id: 'cost',
    header: 'Cost',
    isNumeric: true,
    cell: (scene) => <Tokens amount={scene.cost} />,
    sortValue: (scene) => scene.cost,
  },
]

export function DataSamples() {
  const [sort, setSort] = useState<Sort>({ column: 'cloud', direction: 'ascending' })
  const [selected, setSelected] = useState<string>('FF1-20260412')
  return (
    <>
      <Sample title="Chart">
        <LazyChart
          label="Spectra of pinned points"
          xAxis={{ label: 'Wavelength', unit: 'nm', digits: 0 }}
          yAxis={{ label: 'Reflectance', digits: 2 }}
          x={wavelengthsNm}
          series={sampleSpectra}
          marks={[{ x: 671, label: 'R671' }]}
        />
      </Sample>
      <Sample title="Sortable table">
        <div className={styles.bare}>
          <Table
            label="Scenes"
            columns={columns}
            rows={scenes}
            rowKey={(scene) => scene.id}
            sort={sort}
            onSortChange={setSort}
            selectedKey={selected}
            onRowPress={(scene) => setSelected(scene.id)}
          />
        </div>
      </Sample>
      <Sample title="Properties">
        <PropertyList>
          <Property label="Satellite" value="Firefly 3" />
          <Property label="Acquired" value={<UtcTime value="2026-04-12T10:14:07Z" />} />
          <Property label="Area" value={128.4471} unit="km²" />
          <Property label="Off-nadir" value={-12.3} unit="°" hint="Angle between the view and straight down" />
          <Property label="Cloud cover" value={3.2} unit="%" />
          <Property label="Ground sampling" value={5} unit="m" />
          <Property label="State" value={<StatusBadge tone="ok" word="Ready" raw="FULFILLED" />} />
          <Property label="Delivered to" value={undefined} />
        </PropertyList>
      </Sample>
      <Sample title="Legend and colour map">
        <Legend
          label="NDVI classes"
          items={[
            { colour: '#30678d', label: 'Water', areaHa: 812.4, percent: 6.3 },
            { colour: '#b8a97a', label: 'Bare soil', areaHa: 2104.06, percent: 16.4 },
            { colour: '#a8d080', label: 'Sparse vegetation', areaHa: 3990.1, percent: 31.1 },
            { colour: '#2e7d3a', label: 'Dense vegetation', areaHa: 5938.2, percent: 46.2 },
          ]}
        />
        <ColourRamp label="NDVI, viridis" colours={viridis} min={-0.2} max={0.9} histogram={histogram} />
        <ColourRamp label="Turbidity" colours={viridis.slice(1)} min={0} max={40} unit="FNU" digits={0} isStepped />
      </Sample>
      <Sample title="Quantities, times, keys">
        <Row>
          <Tokens amount={1240} isStrong />
          <Tokens amount={1} />
          <Quantity value={12.844} unit="km²" />
          <Quantity value={undefined} unit="ha" />
        </Row>
        <Row>
          <UtcTime value="2026-11-24T10:32:07Z" />
          <UtcTime value="2026-11-24T10:32:07Z" show="day" />
          <UtcTime value="2026-11-24T10:32:07Z" show="second" />
        </Row>
        <Row>
          <Kbd keys="Mod+K" />
          <Kbd keys="Shift+D" />
          <Kbd keys="?" />
        </Row>
      </Sample>
    </>
  )
}
