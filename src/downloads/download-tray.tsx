import { Download } from 'lucide-react'
import { useState } from 'react'
import { Button, TooltipTrigger } from 'react-aria-components'
import { Popover } from '#src/ui/overlay/popover.tsx'
import { TooltipBubble } from '#src/ui/overlay/tooltip.tsx'
import { DownloadAnnouncer } from './download-announcer.tsx'
import { DownloadRows } from './download-rows.tsx'
import styles from './download-tray.module.css'
import { summaryOf } from './download-words.ts'
import { useDownloadRunner, useDownloads } from './downloads.ts'

/**
 * The button with what is being prepared, and the list behind it. Mounted once, in the shell: it is the only place that
 * asks the service how far downloads are, and that saves them.
 */
export function DownloadTray({
  placement = 'bottom end',
}: {
  placement?: 'bottom end' | 'right bottom' | 'right top'
}) {
  useDownloadRunner()
  const entries = useDownloads()
  const [isOpen, setOpen] = useState(false)
  const preparing = entries.filter(({ state }) => state === 'preparing').length
  const failed = entries.filter(({ state }) => state === 'failed').length
  const summary = summaryOf(entries)
  return (
    <>
      <Popover
        label="Downloads"
        placement={placement}
        isOpen={isOpen}
        onOpenChange={setOpen}
        trigger={
          <TooltipTrigger delay={500} closeDelay={0}>
            <Button aria-label={summary} className={styles.trigger}>
              <Download size={18} strokeWidth={1.75} aria-hidden />
              <span aria-hidden className={styles.triggerLabel}>
                Downloads
              </span>
              {(preparing > 0 || failed > 0) && (
                <span aria-hidden data-figures className={preparing > 0 ? styles.count : styles.failedCount}>
                  {preparing || failed}
                </span>
              )}
            </Button>
            <TooltipBubble text={summary} placement="right" />
          </TooltipTrigger>
        }
      >
        <DownloadRows entries={entries} onLeave={() => setOpen(false)} />
      </Popover>
      <DownloadAnnouncer entries={entries} onOpen={() => setOpen(true)} />
    </>
  )
}
