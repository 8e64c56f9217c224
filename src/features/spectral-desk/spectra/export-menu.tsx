import { Download, FileImage, Table2 } from 'lucide-react'
import type { RefObject } from 'react'
import { saveBlob } from '#src/downloads/save-file.ts'
import { writeTable } from '#src/spectra/library/write-table.ts'
import type { ChartHandle } from '#src/ui/chart/chart.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { useDesk } from '../desk-context.ts'
import { fileStem } from '#src/downloads/file-name.ts'
import { useSpectra } from './spectra-context.ts'
import type { SpectralLine } from './spectral-lines.ts'
import { words } from './words.ts'

type ExportMenuProps = { lines: readonly SpectralLine[]; chart: RefObject<ChartHandle | null> }

/** What is shown, as a table of all bands or as a picture. */
export function ExportMenu({ lines, chart }: ExportMenuProps) {
  const { scene } = useDesk()
  const { axis } = useSpectra()
  const stem = fileStem('spectra', scene.title)
  const saveTable = () => {
    const { wavelengthsNm, fwhmNm } = axis
    const spectra = lines.map(({ label, values, deviation }) => ({
      name: label,
      wavelengthsNm,
      ...(fwhmNm && { fwhmNm }),
      values,
      ...(deviation && { deviation }),
    }))
    const text = writeTable(
      scene.cog.info.bands.map(({ name }) => name),
      spectra,
    )
    saveBlob(new Blob([text], { type: 'text/csv;charset=utf-8' }), `${stem}.csv`)
  }
  const savePicture = async () => {
    const picture = await chart.current?.picture()
    if (picture) saveBlob(picture, `${stem}.png`)
  }
  return (
    <Menu
      label={words.export}
      trigger={<IconButton icon={Download} label={words.export} isDisabled={lines.length === 0} />}
      groups={[
        {
          entries: [
            {
              id: 'csv',
              label: words.exportCsv,
              description: words.exportCsvHint,
              icon: Table2,
              onAction: saveTable,
            },
            {
              id: 'png',
              label: words.exportPng,
              description: words.exportPngHint,
              icon: FileImage,
              onAction: () => void savePicture(),
            },
          ],
        },
      ]}
    />
  )
}
