import { FileUp } from 'lucide-react'
import type { Ref } from 'react'
import { FileTrigger } from 'react-aria-components'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { words } from './import-words.ts'

type ImportButtonProps = { onFiles: (files: readonly File[]) => unknown; ref?: Ref<HTMLButtonElement> }

/** Opens the file chooser. It lists all files: what a file is, its content says. */
export function ImportButton({ onFiles, ref }: ImportButtonProps) {
  return (
    <FileTrigger allowsMultiple onSelect={(files) => files && files.length > 0 && void onFiles([...files])}>
      <IconButton ref={ref} icon={FileUp} label={words.importArea} />
    </FileTrigger>
  )
}
