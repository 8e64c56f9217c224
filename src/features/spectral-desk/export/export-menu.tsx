import { Download, FileImage, Grid3x3 } from 'lucide-react'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { useComparison } from '../compare/compare-context.ts'
import { useDesk } from '../desk-context.ts'
import { resultOfDesk, type DeskResult } from './result-of-desk.ts'
import { useSavePicture } from './use-save-picture.ts'
import { words } from './words.ts'

/** What the map shows, as a picture to print or as numbers for a GIS. */
export function ExportMenu({ onSaveValues }: { onSaveValues: (result: DeskResult) => void }) {
  const desk = useDesk()
  const comparison = useComparison()
  const savePicture = useSavePicture()
  const result = resultOfDesk(desk, comparison)
  return (
    <Menu
      label={words.export}
      trigger={<IconButton icon={Download} label={words.export} />}
      groups={[
        {
          entries: [
            {
              id: 'png',
              label: words.png,
              description: words.pngHint,
              icon: FileImage,
              onAction: () => void savePicture(),
            },
            {
              id: 'tiff',
              label: words.tiff,
              description: result ? words.tiffHint(result.name) : words.nothing,
              icon: Grid3x3,
              isDisabled: !result,
              onAction: () => result && onSaveValues(result),
            },
          ],
        },
      ]}
    />
  )
}
