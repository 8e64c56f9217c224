import { Bell, Download, FileArchive, RotateCw, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { askToNotify, canAskToNotify } from './desktop-notification.ts'
import type { DownloadEntry } from './download-list.ts'
import styles from './download-tray.module.css'
import { detailOf, stateWords } from './download-words.ts'
import { downloads } from './downloads.ts'

/** What was asked for, newest first, with what can be done about it. */
export function DownloadRows({ entries }: { entries: readonly DownloadEntry[] }) {
  const nowMs = useNowMs(entries.some(({ state }) => state === 'preparing'))
  const [isAskable, setAskable] = useState(canAskToNotify)
  const finished = entries.filter(({ state }) => state !== 'preparing').length
  return (
    <div className={styles.tray}>
      <header className={styles.header}>
        <h2 className={styles.title}>Downloads</h2>
        {finished < entries.length && isAskable && (
          <Button size="s" tone="quiet" icon={Bell} onPress={() => void askToNotify().then(() => setAskable(false))}>
            Notify me
          </Button>
        )}
        {finished > 0 && (
          <Button size="s" tone="quiet" onPress={() => downloads.removeFinished()}>
            Clear finished
          </Button>
        )}
      </header>
      {entries.length === 0 ? (
        <EmptyState icon={FileArchive}>
          Files you ask for are prepared here and save themselves when ready, also after you leave the page.
        </EmptyState>
      ) : (
        <ul aria-label="Downloads" className={styles.rows}>
          {entries.map((entry) => (
            <DownloadRow key={entry.key} entry={entry} nowMs={nowMs} />
          ))}
        </ul>
      )}
    </div>
  )
}

function DownloadRow({ entry, nowMs }: { entry: DownloadEntry; nowMs: number }) {
  const { key, label, state } = entry
  const { tone, word } = stateWords[state]
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.name}>
          <span className={styles.label} title={label}>
            {label}
          </span>
          <StatusBadge tone={tone} word={word} />
        </div>
        <div className={state === 'failed' ? styles.reason : styles.detail}>{detailOf(entry, nowMs)}</div>
        {state === 'preparing' && <ProgressBar isBare label={`Preparing ${label}`} />}
      </div>
      <div className={styles.actions}>
        {state === 'saved' && (
          <IconButton icon={Download} size="s" label={`Save ${label} again`} onPress={() => downloads.askAgain(key)} />
        )}
        {state === 'failed' && (
          <IconButton icon={RotateCw} size="s" label={`Try ${label} again`} onPress={() => downloads.askAgain(key)} />
        )}
        <IconButton
          icon={X}
          size="s"
          label={state === 'preparing' ? `Stop waiting for ${label}` : `Remove ${label} from the list`}
          onPress={() => downloads.remove(key)}
        />
      </div>
    </li>
  )
}

/** The time, once a second while something waits; React Query's clock stands still between answers. */
function useNowMs(isTicking: boolean): number {
  const [nowMs, setNowMs] = useState(() => Date.now())
  useEffect(() => {
    if (!isTicking) return
    const timer = setInterval(() => setNowMs(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [isTicking])
  return nowMs
}
