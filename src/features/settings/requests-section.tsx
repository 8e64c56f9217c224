import { useQuery } from '@tanstack/react-query'
import { Copy } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { pingQueries } from '#src/api/ping.ts'
import { codeLanguages, requestAsCode, type CodeLanguage } from '#src/api/request-as-code.ts'
import { requestLog, type LoggedRequest } from '#src/api/request-log.ts'
import { IconButton } from '#src/ui/button/icon-button.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Menu } from '#src/ui/overlay/menu.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { notify } from '#src/ui/status/notice-store.ts'
import styles from './settings.module.css'
import { words } from './words.ts'

const mostShown = 50

/** What the page asked, each to be taken along as code. */
export function RequestsSection() {
  const requests = useSyncExternalStore(requestLog.subscribe, requestLog.snapshot)
  const { data } = useQuery(pingQueries.connection())
  const shown = requests.slice(-mostShown).toReversed()
  return (
    <Section title={words.requests} summary={words.shownOf(shown.length, requests.length)}>
      <p className={styles.meaning}>{words.requestsMeaning}</p>
      {shown.length === 0 && <p>{words.noRequests}</p>}
      <ul className={styles.requests}>
        {shown.map((request, i) => (
          <RequestRow key={`${request.at}-${shown.length - i}`} request={request} isLive={data === 'live'} />
        ))}
      </ul>
    </Section>
  )
}

function RequestRow({ request, isLive }: { request: LoggedRequest; isLive: boolean }) {
  const { pathname, search } = new URL(request.url)
  const name = `${request.method} ${pathname}`
  const copy = (language: CodeLanguage) =>
    navigator.clipboard.writeText(requestAsCode(request, language, isLive)).then(
      () => notify({ id: 'copied', tone: 'ok', title: words.copied(language), body: name }),
      () => notify({ id: 'copied', tone: 'fail', title: words.copyFailed }),
    )
  return (
    <li className={styles.request}>
      <span className={styles.method}>{request.method}</span>
      <span className={styles.path} title={pathname + search}>
        {pathname}
        <span className={styles.query}>{search}</span>
      </span>
      <span className={styles.at}>
        <UtcTime value={new Date(request.at)} show="second" />
      </span>
      <Menu
        label={words.actionsFor(name)}
        trigger={<IconButton icon={Copy} size="s" label={words.actionsFor(name)} />}
        groups={[
          {
            entries: codeLanguages.map((language) => ({
              id: language,
              label: words.copyAs(language),
              onAction: () => void copy(language),
            })),
          },
        ]}
      />
    </li>
  )
}
