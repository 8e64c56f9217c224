import { Activity } from 'lucide-react'
import type { TabItem } from '#src/ui/panel/tabs.tsx'
import { Dock } from './dock/dock.tsx'
import { SpectraLayer } from './spectra/spectra.layer.tsx'
import { SpectraPart } from './spectra/spectra-part.tsx'
import { SpectraProvider } from './spectra/spectra-provider.tsx'

const parts: readonly TabItem<string>[] = [
  { id: 'spectra', label: 'Spectra', icon: Activity, content: <SpectraPart /> },
]

/** The charts under the map: each is a part of the desk with a tab of its own. */
export function DeskDock() {
  return (
    <SpectraProvider>
      <SpectraLayer />
      <Dock parts={parts} />
    </SpectraProvider>
  )
}
