import { FileUp } from 'lucide-react'
import { useSearchParams } from 'react-router'
import { addressOfLocal } from '#src/rasters/local-rasters.ts'
import { Panel } from '#src/ui/panel/panel.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { DeskScreen } from './desk-screen.tsx'
import { ChooseFile } from './source/choose-file.tsx'
import { DropFile } from './source/drop-file.tsx'
import { ScenePicker } from './source/scene-picker.tsx'

/** The desk on a file from disk, or on nothing yet. */
export function Component() {
  const [params] = useSearchParams()
  const name = params.get('file') ?? ''
  const url = addressOfLocal(name)
  if (url)
    return <DeskScreen key={url} source={url} url={url} title={name} subtitle="From this machine, and only here" />
  return (
    <>
      <Panel title="Spectral desk" isFlush>
        <title>Spectral desk – Swath</title>
        <EmptyState icon={FileUp} action={<ChooseFile />}>
          {name
            ? `This link shows ${name}, a file on the machine of who made it. Drop or choose the file to see the same picture.`
            : 'Drop a GeoTIFF, or an ENVI file with its header, anywhere on the map, or choose one. It is read on this machine and sent nowhere.'}
        </EmptyState>
        <ScenePicker />
      </Panel>
      <DropFile />
    </>
  )
}
