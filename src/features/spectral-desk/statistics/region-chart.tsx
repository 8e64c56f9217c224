import { useMemo, type ReactNode } from 'react'
import type { ValueStatistics } from '#src/imagery/value-statistics.ts'
import type { ChartSeries } from '#src/ui/chart/chart-data.ts'
import { LazyChart } from '#src/ui/chart/lazy-chart.tsx'
import { useDesk } from '../desk-context.ts'
import { presetOf } from '../picture/index-library.ts'
import type { ShownPicture } from '../picture/use-shown-picture.ts'
import { commonBins } from './common-bins.ts'
import type { CountedRegion } from './use-region-choice.ts'
import { words } from './words.ts'

type RegionChartProps = {
  region: CountedRegion
  shown: ShownPicture
  /** One for each formula. */
  values: readonly ValueStatistics[]
  /** Of the whole picture, dashed behind them; absent where that is the region. */
  picture: readonly ValueStatistics[] | undefined
  toolbar: ReactNode
}

const channelColours = ['--channel-red', '--channel-green', '--channel-blue'] as const

/** Histograms of a region over those of the picture. */
export function RegionChart({ region, shown, values, picture, toolbar }: RegionChartProps) {
  const { scene, picture: asked } = useDesk()
  const { name, colour } = region
  const isComposite = values.length === 3
  const preset = shown.show === 'formula' ? presetOf(asked.f, scene.cog.info.bands)?.name : undefined
  const value = preset ?? words.value
  const { x, series } = useMemo(() => {
    const behind = picture ?? []
    const { from, percents } = commonBins([...values, ...behind])
    const lines = [...values, ...behind].map((_, i): ChartSeries => {
      const channel = i % values.length
      const isPicture = i >= values.length
      const label = isPicture ? words.picture : name
      return {
        id: `${i}`,
        label: isComposite ? `${words.channels[channel]}, ${label}` : label,
        values: percents[i]!,
        isStepped: true,
        isDashed: isPicture,
        colour: isComposite ? channelColours[channel]! : isPicture ? '--text-muted' : colour,
      }
    })
    return { x: from, series: lines }
  }, [values, picture, name, colour, isComposite])
  return (
    <LazyChart
      label={words.chart(value, name)}
      x={x}
      xAxis={{ label: value, digits: digitsOf(x) }}
      yAxis={yAxis}
      series={series}
      isFilling
      toolbar={toolbar}
    />
  )
}

const yAxis = { label: words.share, unit: '%', digits: 2 }

/** As many as tell neighbouring bins apart. */
function digitsOf([first = 0, second = 1]: readonly number[]): number {
  return Math.min(10, Math.max(0, 1 - Math.floor(Math.log10(second - first || 1))))
}
