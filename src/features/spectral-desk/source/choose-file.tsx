import { FolderOpen } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '#src/ui/button/button.tsx'
import { useOpenFile } from './use-open-file.ts'

/** A GeoTIFF, or an ENVI file with its header; a JSON beside either may describe its bands. */
const fileTypes = ['.tif', '.tiff', 'image/tiff', '.hdr', '.dat', '.img', '.bsq', '.bil', '.bip', '.raw', '.json']

/** Opens a file from disk in the desk. */
export function ChooseFile({ tone = 'primary' }: { tone?: 'primary' | 'quiet' }) {
  const open = useOpenFile()
  return (
    <FileTrigger allowsMultiple acceptedFileTypes={fileTypes} onSelect={(files) => open([...(files ?? [])])}>
      <Button tone={tone} size="s" icon={FolderOpen}>
        Choose a file
      </Button>
    </FileTrigger>
  )
}
