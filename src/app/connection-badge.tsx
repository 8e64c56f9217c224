import { useQuery } from '@tanstack/react-query'
import { CircleDashed, FlaskConical, Satellite, Unplug, type LucideIcon } from 'lucide-react'
import { pingQueries } from '#src/api/ping.ts'
import { Tooltip } from '#src/ui/overlay/tooltip.tsx'
import styles from './navigation.module.css'
import { words } from './words.ts'

type Shown = { icon: LucideIcon; word: string; meaning: string; look: string }

const looks = {
  sandbox: { icon: FlaskConical, word: words.sandbox, meaning: words.sandboxMeaning, look: 'idle' },
  live: { icon: Satellite, word: words.live, meaning: words.liveMeaning, look: 'ok' },
  lost: { icon: Unplug, word: words.offline, meaning: words.offlineMeaning, look: 'fail' },
  asking: { icon: CircleDashed, word: words.connecting, meaning: words.connectingMeaning, look: 'idle' },
} satisfies Record<string, Shown>

/** Which service answers, or that none does. */
export function ConnectionBadge() {
  const { data, status } = useQuery(pingQueries.connection())
  const { icon: Icon, word, meaning, look } = looks[status === 'error' ? 'lost' : (data ?? 'asking')]
  return (
    <Tooltip text={meaning} placement="right">
      <span
        role="status"
        tabIndex={0}
        aria-label={`${words.connection}: ${word}. ${meaning}`}
        className={styles.badge}
        data-look={look}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
        <span className={styles.label}>{word}</span>
      </span>
    </Tooltip>
  )
}
