import { Download } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { Dialog } from '#src/ui/overlay/dialog.tsx'
import { SkeletonText } from '#src/ui/status/skeleton.tsx'
import { words } from '../words.ts'
import type { PickedDownloadsProps } from './picked-downloads.tsx'

const PickedDownloads = lazy(() =>
  import('./picked-downloads.tsx').then((module) => ({ default: module.PickedDownloads })),
)

/** Opens what can be downloaded of the picked scenes. */
export function DownloadPicked(props: PickedDownloadsProps) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton icon={Download} label={words.downloadPicked} onPress={() => setOpen(true)} />
      <Dialog title={words.downloadPicked} isOpen={isOpen} onOpenChange={setOpen} size="s">
        <Suspense fallback={<SkeletonText width="100%" />}>
          <PickedDownloads {...props} />
        </Suspense>
      </Dialog>
    </>
  )
}
