import { DropFiles } from '#src/ui/overlay/drop-files.tsx'
import { useOpenFile } from './use-open-file.ts'

/** Takes a GeoTIFF dropped anywhere in the window while the desk is open. */
export function DropFile() {
  const open = useOpenFile()
  return (
    <DropFiles onFiles={open}>
      Drop a GeoTIFF, or an ENVI file with its header, to look into it. It stays on this machine.
    </DropFiles>
  )
}
