import { useQuery } from '@tanstack/react-query'
import { Monitor, Moon, Sun } from 'lucide-react'
import { wordsFor } from '#src/api/errors.ts'
import { pingQueries } from '#src/api/ping.ts'
import { chooseProject, useChosenProject } from '#src/api/project-choice.ts'
import { projectQueries } from '#src/api/projects.ts'
import { ToggleButtonGroup } from '#src/ui/button/toggle-button.tsx'
import { Property, PropertyList } from '#src/ui/data/property-list.tsx'
import { UtcTime } from '#src/ui/data/utc-time.tsx'
import { Select } from '#src/ui/field/select.tsx'
import { Panel } from '#src/ui/panel/panel.tsx'
import { Section } from '#src/ui/panel/section.tsx'
import { ErrorNotice } from '#src/ui/status/error-notice.tsx'
import { StatusBadge } from '#src/ui/status/status-badge.tsx'
import { chooseTheme, useThemeChoice } from '#src/ui/theme.ts'
import { RequestsSection } from './requests-section.tsx'
import styles from './settings.module.css'
import { words } from './words.ts'

export function Component() {
  return (
    <Panel title={words.title} isFlush widthPx={420}>
      <title>{words.pageTitle}</title>
      <Section title={words.appearance}>
        <Theme />
      </Section>
      <Section title={words.connection}>
        <Connection />
      </Section>
      <Section title={words.project}>
        <Project />
      </Section>
      <RequestsSection />
    </Panel>
  )
}

function Theme() {
  const theme = useThemeChoice()
  return (
    <>
      <ToggleButtonGroup
        label={words.theme}
        isWide
        options={[
          { id: 'dark', label: words.themes.dark, icon: Moon },
          { id: 'light', label: words.themes.light, icon: Sun },
          { id: 'auto', label: words.themes.auto, icon: Monitor },
        ]}
        value={theme}
        onChange={chooseTheme}
      />
      <p className={styles.meaning}>{words.themeMeaning}</p>
    </>
  )
}

function Connection() {
  const { data, error, refetch, isFetching, dataUpdatedAt } = useQuery(pingQueries.connection())
  const isLive = data === 'live'
  return (
    <>
      <PropertyList>
        <Property
          label={words.service}
          value={
            error ? (
              <StatusBadge tone="fail" word={words.offline} />
            ) : (
              <StatusBadge
                tone={data ? 'ok' : 'busy'}
                word={data ? (isLive ? words.live : words.sandbox) : words.asking}
              />
            )
          }
        />
        <Property label={words.address} value={window.location.origin} />
        <Property
          label={words.lastAnswer}
          value={dataUpdatedAt ? <UtcTime value={new Date(dataUpdatedAt)} show="second" /> : undefined}
        />
      </PropertyList>
      {data && !error && <p className={styles.meaning}>{isLive ? words.liveMeaning : words.sandboxMeaning}</p>}
      {error && <Failed error={error} onRetry={() => void refetch()} isRetrying={isFetching} />}
    </>
  )
}

const allProjects = 'all'

function Project() {
  const chosen = useChosenProject()
  const { data, error, refetch, isFetching } = useQuery(projectQueries.list())
  if (error) return <Failed error={error} onRetry={() => void refetch()} isRetrying={isFetching} />
  return (
    <Select
      label={words.project}
      labelPlacement="hidden"
      description={words.projectMeaning}
      isDisabled={!data}
      options={[
        { id: allProjects, label: words.allProjects },
        ...(data?.projects ?? []).map(({ id, title, name }) => ({ id, label: title || name || id })),
      ]}
      value={chosen ?? allProjects}
      onChange={(id) => chooseProject(id === allProjects ? null : id)}
    />
  )
}

type FailedProps = { error: Error; onRetry: () => void; isRetrying: boolean }

function Failed({ error, onRetry, isRetrying }: FailedProps) {
  const { title, whatToDo, serverWords } = wordsFor(error)
  return <ErrorNotice what={title} advice={whatToDo} details={serverWords} onRetry={onRetry} isRetrying={isRetrying} />
}
