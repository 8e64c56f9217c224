import { FolderOpen } from 'lucide-react'
import { FileTrigger } from 'react-aria-components'
import { Button } from '#src/ui/button/button.tsx'
import { useOpenFile } from './use-open-file.ts'

/** Opens a file from disk in the desk. */
export function ChooseFile({ tone = 'primary' }: { tone?: 'primary' | 'quiet' }) {
  const open = useOpenFile()
  return (
    <FileTrigger acceptedFileTypes={['.tif', '.tiff', 'image/tiff']} onSelect={(files) => open([...(files ?? [])])}>
      <Button tone={tone} size="s" icon={FolderOpen}>
        Choose a file
      </Button>
    </FileTrigger>
  )
}
