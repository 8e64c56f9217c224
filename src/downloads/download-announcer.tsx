import { useEffect, useRef, useState } from 'react'
import { VisuallyHidden } from 'react-aria-components'
import { dismissNotice, notify } from '#src/ui/status/notice-store.ts'
import { notifyOfEnd } from './desktop-notification.ts'
import type { DownloadEntry } from './download-list.ts'

/** Says what ended since the last look: to screen readers when a file was saved, to everyone when one failed. */
export function DownloadAnnouncer({ entries, onOpen }: { entries: readonly DownloadEntry[]; onOpen: () => void }) {
  const seen = useRef<readonly DownloadEntry[]>(entries)
  const [said, setSaid] = useState('')
  useEffect(() => {
    const ended = entries.filter((entry) => {
      const before = seen.current.find(({ key }) => key === entry.key)
      return before?.state === 'preparing' && entry.state !== 'preparing'
    })
    for (const { key, state } of entries) if (state !== 'failed') dismissNotice(noticeId(key))
    seen.current = entries
    if (ended.length === 0) return
    setSaid(ended.map(({ label, state }) => `${label}: ${state === 'saved' ? 'saved' : 'failed'}`).join('. '))
    for (const entry of ended) notifyOfEnd(entry)
    for (const { key, label, state, reason } of ended) {
      if (state !== 'failed') continue
      notify({
        id: noticeId(key),
        tone: 'fail',
        title: `Download failed: ${label}`,
        ...(reason && { body: reason }),
        action: { label: 'Show downloads', onPress: onOpen },
      })
    }
  }, [entries, onOpen])
  return (
    <VisuallyHidden aria-live="polite" role="status">
      {said}
    </VisuallyHidden>
  )
}

const noticeId = (key: string) => `download ${key}`
