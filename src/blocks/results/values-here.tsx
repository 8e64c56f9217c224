import { useMemo } from 'react'
import { LazyChart } from '#src/ui/chart/lazy-chart.tsx'
import { formatNumber } from '#src/ui/data/format-number.ts'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import type { BandOption } from './value-bands.ts'

type ValuesHereProps = {
  /** One for each band of the raster. */
  values: readonly number[]
  options: readonly BandOption[]
  shown: BandOption
  isSeries: boolean
}

/** What a raster of values holds at one place: the shown band, or for days the course over all of them. */
export function ValuesHere({ values, options, shown, isSeries }: ValuesHereProps) {
  const single = options.filter(({ bands }) => bands.length === 1)
  if (values.every(Number.isNaN)) return <p>No data</p>
  if (isSeries) return <CourseHere values={values} days={single} />
  return (
    <PropertyList>
      {single
        .filter(({ bands: [band] }) => shown.bands.includes(band!))
        .map(({ id, label, bands: [band] }) => {
          const value = values[band!]!
          return <Property key={id} label={label} value={Number.isNaN(value) ? 'No data' : formatNumber(value, 4)} />
        })}
    </PropertyList>
  )
}

function CourseHere({ values, days }: { values: readonly number[]; days: readonly BandOption[] }) {
  const label = days[0]?.description || 'Value'
  const x = useMemo(() => days.map(({ id }) => Date.parse(id) / 1000), [days])
  const series = useMemo(
    () => [{ id: 'here', label: 'Here', values: values.map((value) => (Number.isNaN(value) ? null : value)) }],
    [values],
  )
  return (
    <LazyChart
      label={`${label} at this place`}
      xAxis={dayAxis}
      yAxis={{ label, digits: 2 }}
      x={x}
      series={series}
      isTime
      heightPx={150}
    />
  )
}

const dayAxis = { label: 'Day' }
