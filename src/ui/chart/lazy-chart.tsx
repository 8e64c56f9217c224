import { lazy, Suspense } from 'react'
import { words } from '../words.ts'
import type { ChartProps } from './chart.tsx'

const Chart = lazy(async () => ({ default: (await import('./chart.tsx')).Chart }))

/** A Chart whose drawing library comes when the first chart does; its place is kept meanwhile. */
export function LazyChart(props: ChartProps) {
  return (
    <Suspense
      fallback={<div role="status" aria-label={words.loading} style={{ height: (props.heightPx ?? 220) + 32 }} />}
    >
      <Chart {...props} />
    </Suspense>
  )
}
