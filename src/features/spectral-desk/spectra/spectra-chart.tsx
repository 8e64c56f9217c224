import { useMemo, type ReactNode, type Ref } from 'react'
import { wavelengthColour } from '#src/scenes/wavelength-axis.ts'
import { waterVapourNm } from '#src/spectra/bad-bands.ts'
import type { CurveKind, SpectralAxis } from '#src/spectra/spectral-axis.ts'
import type { ChartZone } from '#src/ui/chart/chart-data.ts'
import type { ChartHandle } from '#src/ui/chart/chart.tsx'
import { LazyChart } from '#src/ui/chart/lazy-chart.tsx'
import { toSeries, type SpectralLine } from './spectral-lines.ts'
import { words } from './words.ts'

type SpectraChartProps = {
  label: string
  axis: SpectralAxis
  curve: CurveKind
  smoothing: number
  /** Pinned: the same as long as nothing about them changes. */
  lines: readonly SpectralLine[]
  /** Follows the pointer. */
  live: SpectralLine | undefined
  highlighted: string | undefined
  onPoint: (id: string | undefined) => void
  toolbar: ReactNode
  ref?: Ref<ChartHandle>
}

const visibleNm = [400, 720] as const
const stripNm = 10
/** Seen on light and on dark surfaces alike. */
const vapourColour = 'rgb(128 128 128 / 13%)'

/** Spectra over wavelength: what an eye sees is a coloured strip, water vapour is shaded. */
export function SpectraChart(props: SpectraChartProps) {
  const { label, axis, curve, smoothing, lines, live, highlighted, onPoint, toolbar, ref } = props
  const pinned = useMemo(
    () => lines.map((line) => toSeries(line, axis, curve, smoothing)),
    [lines, axis, curve, smoothing],
  )
  const series = useMemo(
    () => (live ? [...pinned, toSeries(live, axis, curve, smoothing)] : pinned),
    [pinned, live, axis, curve, smoothing],
  )
  return (
    <LazyChart
      ref={ref}
      label={label}
      x={axis.x}
      xAxis={axis.isSpectral ? wavelengthAxis : bandAxis}
      yAxis={yAxes[curve]}
      series={series}
      {...(axis.isSpectral && { zones, breaks: axis.breaks })}
      highlighted={highlighted}
      onPoint={onPoint}
      isFilling
      toolbar={toolbar}
    />
  )
}

const wavelengthAxis = { label: 'Wavelength', unit: 'nm', digits: 0 }
const bandAxis = { label: 'Band', digits: 0 }
const yAxes = {
  reflectance: { label: words.curves.reflectance },
  continuum: { label: 'Over continuum' },
  derivative: { label: words.curves.derivative, unit: '1/µm', digits: 1 },
} satisfies Record<CurveKind, object>

const zones: readonly ChartZone[] = [
  ...waterVapourNm.map(([from, to]) => ({ from, to, colour: vapourColour, label: words.vapour })),
  ...Array.from({ length: (visibleNm[1] - visibleNm[0]) / stripNm }, (_, i) => {
    const from = visibleNm[0] + i * stripNm
    return { from, to: from + stripNm, colour: wavelengthColour(from + stripNm / 2), isStrip: true }
  }),
]
