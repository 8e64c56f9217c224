import { Bell, Download, FileArchive, RotateCw, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link } from 'react-aria-components'
import { Button } from '#src/ui/button/button.tsx'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { EmptyState } from '#src/ui/status/empty-state.tsx'
import { ProgressBar } from '#src/ui/status/progress-bar.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { askToNotify, canAskToNotify } from './desktop-notification.ts'
import type { DownloadEntry } from './download-list.ts'
import styles from './download-tray.module.css'
import { countsOf, detailOf, pageOf, stateWords } from './download-words.ts'
import { downloads } from './downloads.ts'

type DownloadRowsProps = {
  entries: readonly DownloadEntry[]
  /** One of them was followed to its own page. */
  onLeave: () => void
}

/** What was asked for, newest first, with what can be done about it. */
export function DownloadRows({ entries, onLeave }: DownloadRowsProps) {
  const nowMs = useNowMs(entries.some(({ state }) => state === 'preparing'))
  const [isAskable, setAskable] = useState(canAskToNotify)
  const finished = entries.filter(({ state }) => state !== 'preparing').length
  const failed = entries.filter(({ state }) => state === 'failed')
  const isBusy = finished < entries.length
  return (
    <div className={styles.tray}>
      <header className={styles.header}>
        <h2 className={styles.title}>Downloads</h2>
        {isBusy && isAskable && (
          <Button size="s" tone="quiet" icon={Bell} onPress={() => void askToNotify().then(() => setAskable(false))}>
            Notify me
          </Button>
        )}
        {failed.length > 1 && (
          <Button
            size="s"
            tone="quiet"
            icon={RotateCw}
            onPress={() => {
              for (const { key } of failed) downloads.askAgain(key)
            }}
          >
            Try all {failed.length} again
          </Button>
        )}
        {finished > 0 && (
          <Button size="s" tone="quiet" onPress={() => downloads.removeFinished()}>
            Clear finished
          </Button>
        )}
      </header>
      {entries.length > 0 && (
        <p data-figures className={styles.counts}>
          {countsOf(entries)}
          {isBusy && '. Each saves itself when ready, also after you leave the page.'}
        </p>
      )}
      {isBusy && (
        <div className={styles.busy}>
          <ProgressBar isBare label="Preparing downloads" />
        </div>
      )}
      {entries.length === 0 ? (
        <EmptyState icon={FileArchive}>
          Files you ask for are prepared here and save themselves when ready, also after you leave the page.
        </EmptyState>
      ) : (
        <ul aria-label="Downloads" className={styles.rows}>
          {entries.map((entry) => (
            <DownloadRow key={entry.key} entry={entry} nowMs={nowMs} onLeave={onLeave} />
          ))}
        </ul>
      )}
    </div>
  )
}

type DownloadRowProps = { entry: DownloadEntry; nowMs: number; onLeave: () => void }

function DownloadRow({ entry, nowMs, onLeave }: DownloadRowProps) {
  const { key, label, state, source } = entry
  const { tone, word } = stateWords[state]
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <div className={styles.name}>
          <Link href={pageOf(source)} className={styles.label} onPress={onLeave}>
            <span title={label}>{label}</span>
          </Link>
          <StatusBadge tone={tone} word={word} />
        </div>
        <div className={state === 'failed' ? styles.reason : styles.detail}>{detailOf(entry, nowMs)}</div>
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
