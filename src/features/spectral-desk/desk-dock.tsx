import { Activity, CalendarRange, ChartColumn, Sigma } from 'lucide-react'
import type { TabItem } from '#src/ui/panel/tabs.tsx'
import { BandStrip } from './bands/band-strip.tsx'
import { Dock } from './dock/dock.tsx'
import { HistogramPart } from './dock/histogram-part.tsx'
import { useDesk } from './desk-context.ts'
import { TimePart } from './over-time/time-part.tsx'
import { words as timeWords } from './over-time/words.ts'
import { SpectraLayer } from './spectra/spectra.layer.tsx'
import { SpectraPart } from './spectra/spectra-part.tsx'
import { StatisticsPart } from './statistics/statistics-part.tsx'

const parts: readonly TabItem<string>[] = [
  { id: 'spectra', label: 'Spectra', icon: Activity, content: <SpectraPart /> },
  { id: 'histogram', label: 'Histogram', icon: ChartColumn, content: <HistogramPart /> },
  { id: 'statistics', label: 'Statistics', icon: Sigma, content: <StatisticsPart /> },
]

/** Under the map: all bands along the wavelength, and charts, each a part of the desk with a tab of its own. */
export function DeskDock() {
  const { dates = [] } = useDesk().scene
  const overTime = { id: 'time', label: timeWords.title, icon: CalendarRange, content: <TimePart dates={dates} /> }
  return (
    <>
      <SpectraLayer />
      <Dock strip={<BandStrip />} parts={dates.length > 1 ? [...parts, overTime] : parts} />
    </>
  )
}
