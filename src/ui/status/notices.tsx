import { CircleCheck, CircleX, Info, TriangleAlert, X, type LucideIcon } from 'lucide-react'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '../button/button.tsx'
import { IconButton } from '../button/icon-button.tsx'
import { classNames } from '../class-names.ts'
import { words } from '../words.ts'
import { dismissNotice, noticeStore, type ShownNotice } from './notice-store.ts'
import styles from './notices.module.css'

const icons: Record<ShownNotice['tone'], LucideIcon> = {
  ok: CircleCheck,
  info: Info,
  warn: TriangleAlert,
  fail: CircleX,
}
const shownMs = 6000

/** The notices of the moment; mounted once, in the shell. The list is there before the first notice, so that screen readers hear it. */
export function Notices() {
  const notices = useSyncExternalStore(noticeStore.subscribe, noticeStore.read)
  const [isHeld, setHeld] = useState(false)
  // An element that goes under the pointer, or with the focus, sends no leave or blur.
  const dismiss = (id: string) => {
    setHeld(false)
    dismissNotice(id)
  }
  return (
    <section
      aria-label={words.notices}
      className={styles.region}
      onPointerMove={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <ol aria-live="polite" aria-relevant="additions text" className={styles.list}>
        {notices.map((notice) => (
          <NoticeItem key={notice.id} notice={notice} isHeld={isHeld} onDismiss={dismiss} />
        ))}
      </ol>
    </section>
  )
}

type NoticeItemProps = { notice: ShownNotice; isHeld: boolean; onDismiss: (id: string) => void }

function NoticeItem({ notice, isHeld, onDismiss }: NoticeItemProps) {
  const { tone, title, body, action } = notice
  const Icon = icons[tone]
  useEffect(() => {
    // What failed or asks for an action is never taken away unread.
    if (isHeld || action || tone === 'fail') return
    const timer = setTimeout(() => dismissNotice(notice.id), shownMs)
    return () => clearTimeout(timer)
  }, [notice, isHeld, action, tone])

  return (
    <li className={styles.notice}>
      <Icon size={16} aria-hidden className={classNames(styles.icon, styles[tone])} />
      <div className={styles.body}>
        <p className={styles.title}>{title}</p>
        {body && <p className={styles.more}>{body}</p>}
        {action && (
          <Button
            size="s"
            onPress={() => {
              action.onPress()
              onDismiss(notice.id)
            }}
          >
            {action.label}
          </Button>
        )}
      </div>
      <IconButton icon={X} size="s" label={words.dismiss} onPress={() => onDismiss(notice.id)} />
    </li>
  )
}
